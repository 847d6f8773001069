"""One side of an article as rows: its quotes, people, outline, links, or what is known about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from reader.formats.article_json import article_record, quote_record
from reader.formats.lists import rows as list_rows
from reader.formats.run_cleanup import safe_href
from reader.formats.text import post_line, title
from reader.model import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    Post,
    Preformatted,
    Quotation,
    Quote,
    Run,
    Table,
)
from reader.model.text import line
from reader.schema import Json

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that are written without spaces (Thai to Khmer, kana, Han): each character counts as a word."""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}](?:[^\s{_UNSPACED}]*[^\W{_UNSPACED}])?")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Rows with stable names."""

    name: str
    columns: tuple[str, ...]
    """What a table and a tab-separated line show of a row, in order."""
    rows: tuple[Mapping[str, Json], ...]
    """All of each row, for JSON."""
    is_record: bool = False
    """The rows are the names and values of one thing, and JSON writes them as one object."""


def quotes(article: Article) -> View:
    """Return the quotes in text order; `name` is the speaker's full name, else the words that stand for the speaker."""
    rows = tuple(
        {
            "name": speaker_name(article, quote),
            **quote_record(article, quote),
            "block": quote.where[0].block if quote.where else None,
        }
        for quote in article.quotes
    )
    return View(name="quotes", columns=("name", "text", "kind", "cue", "confidence", "block"), rows=rows)


def speaker_name(article: Article, quote: Quote) -> str:
    """Return the name of who says a quote; empty if the article does not say."""
    if quote.speaker is None:
        return ""
    return line(quote.speaker.text if quote.speaker.person is None else article.people[quote.speaker.person].name)


def people(article: Article) -> View:
    """Return the people in order of first mention, with how often each is quoted and named."""
    said = Counter(quote.speaker.person for quote in article.quotes if quote.speaker)
    rows: tuple[Mapping[str, Json], ...] = tuple(
        {
            "name": line(person.name),
            "role": line(person.role),
            "quotes": said[i],
            "mentions": len(person.mentions),
            "aliases": [line(alias) for alias in person.aliases],
        }
        for i, person in enumerate(article.people)
    )
    return View(name="people", columns=("name", "role", "quotes", "mentions", "aliases"), rows=rows)


def outline(article: Article) -> View:
    """Return the title and the sub-headlines, with the words under each up to the next."""
    lead = [section for section in article.sections if section.heading is None]
    words = sum(_count(article.blocks[section.start : section.end]) for section in lead)
    rows: list[Mapping[str, Json]] = []
    if title(article):
        rows.append({"level": 1, "title": title(article), "words": words, "block": 0})
    for section in article.sections:
        if section.heading is not None:
            head = post_line(section.heading) if isinstance(section.heading, Post) else line(section.heading.text)
            count = _count(article.blocks[section.start + 1 : section.end])
            rows.append({"level": section.level, "title": head, "words": count, "block": section.start})
    return View(name="outline", columns=("level", "title", "words", "block"), rows=tuple(rows))


def links(article: Article) -> View:
    """Return the links in text order."""
    rows: tuple[Mapping[str, Json], ...] = tuple(
        {"text": line("".join(run.text for run in runs)), "href": href, "block": position}
        for position, block in enumerate(article.blocks)
        for words in _words(block)
        for href, runs in groupby(words, key=lambda run: safe_href(run.href))
        if href
    )
    return View(name="links", columns=("text", "href", "block"), rows=rows)


def meta(article: Article) -> View:
    """Return what is known about the article, and how much there is of it."""
    whole = article_record(article)
    counts = {
        "words": _count(article.blocks),
        "sections": len(article.sections),
        "people": len(article.people),
        "quotes": len(article.quotes),
    }
    names = (
        "title",
        "byline",
        "site",
        "published",
        "modified",
        "language",
        "url",
        "lead_image",
        "summary",
        "truncated",
        "notes",
    )
    known: dict[str, Json] = {**{name: whole[name] for name in names}, **counts}
    rows = tuple({"name": name, "value": value} for name, value in known.items())
    return View(name="meta", columns=("name", "value"), rows=rows, is_record=True)


def word_count(text: str) -> int:
    """Count words; a character is one in scripts that are written without spaces."""
    return len(_WORD.findall(text))


def _count(blocks: Sequence[Block]) -> int:
    return sum(word_count(block.text) for block in blocks if not isinstance(block, Figure))


def _words(block: Block) -> Iterator[Sequence[Run]]:
    """Yield the runs of a block, those of a cell, an item or a paragraph at a time."""
    match block:
        case Heading() | Paragraph() | Footnote():
            yield block.runs
        case Quotation():
            yield from block.paragraphs
        case Listing():
            yield from (row.runs for row in list_rows(block))
        case Table():
            yield from (cell for row in (block.header, *block.rows) for cell in row)
        case Figure() | Preformatted() | Post():
            return
        case _:
            assert_never(block)


VIEWS: Mapping[str, Callable[[Article], View]] = {
    "quotes": quotes,
    "people": people,
    "outline": outline,
    "links": links,
    "meta": meta,
}
