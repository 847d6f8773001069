"""What the panes beside the text list: rows for the eye, and the passages that each row stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from reader.model import Article, Heading, Post, Quote, QuoteKind, Section, Span
from reader.tui.layout.columns import Column
from reader.tui.state.open_articles import OpenArticles
from reader.tui.theme.symbols import Symbols

COLUMNS: Final[Mapping[str, tuple[Column, ...]]] = {
    "entries": (Column("mark", 1), Column("aside", 6), Column()),
    "outline": (Column("aside", 3, is_right=True), Column()),
    "people": (Column(most=28), Column("aside"), Column("mark", 4, is_right=True)),
    "quotes": (Column(), Column("aside", 22), Column("mark", 5, is_right=True)),
}
"""The panes, with the columns of their rows."""


class Entry(NamedTuple):
    """One row of a pane."""

    cells: tuple[str, ...]
    spans: tuple[Span, ...]
    """The passages it stands for, in text order; the first is gone to."""
    of: int = -1
    """Index into what the pane lists: sections, people or quotes."""


def cells(entries: Sequence[Entry]) -> list[tuple[str, ...]]:
    """Return the rows of some entries."""
    return [entry.cells for entry in entries]


def listed(article: Article, symbols: Symbols) -> dict[str, tuple[Entry, ...]]:
    """Return the rows of each pane beside the text, by the pane's name."""
    return {"outline": outline(article), "people": people(article), "quotes": quotes(article, symbols)}


def stories(shelf: OpenArticles, symbols: Symbols) -> list[tuple[str, ...]]:
    """Return a row a story: whether it failed or is still unread, and its title."""
    return [(symbols.failed if one.error else " " if one.is_read else symbols.unread, "", one.title) for one in shelf.stories]


def title(shelf: OpenArticles, name: str, rows: int, symbols: Symbols) -> str:
    """Return what is written over a pane; `rows` are in it, if that is known already."""
    if name == "entries":
        return f"{shelf.title or 'Unread'} {shelf.unread}"
    if name == "outline":
        return "Outline"
    count = symbols.ellipsis if shelf.stories[shelf.here].is_partial else rows
    return f"{name.capitalize()} {count}"


def has_rows(shelf: OpenArticles, name: str, rows: int) -> bool:
    """Say whether a pane has something to show.

    Args:
        shelf: what is open.
        name: the pane's.
        rows: how many are known to be in it; who is named and quoted comes later than the text.
    """
    if name == "entries":
        return len(shelf.stories) > 1
    if shelf.stories[shelf.here].is_partial and name != "outline":
        return True
    return rows > (name == "outline")


def outline(article: Article) -> tuple[Entry, ...]:
    """Return a row a section: its number, and its headline moved in by its level."""
    entries = []
    sections = article.sections
    for index, section in enumerate(sections):
        name = _headline(section) or ("Summary" if len(sections) > 1 else "Text")
        indent = "  " * max(section.level - 2, 0)
        where = Span(block=section.start, start=0, end=0)
        entries.append(Entry(cells=(str(index + 1), indent + name), spans=(where,), of=index))
    return tuple(entries)


def _headline(section: Section) -> str:
    match section.heading:
        case Post(time=time, title=title):
            clock = f"{time.astimezone():%H:%M}" if time else ""
            return " ".join(part for part in (clock, title) if part)
        case Heading() as heading:
            return heading.text
        case None:
            return ""


def people(article: Article) -> tuple[Entry, ...]:
    """Return a row a person: name, role, and how many quotes are theirs; it stands for where they are named and quoted."""
    said: list[list[Quote]] = [[] for _ in article.people]
    for quote in article.quotes:
        if quote.speaker and quote.speaker.person is not None and is_said(quote):
            said[quote.speaker.person].append(quote)
    return tuple(
        Entry(
            cells=(person.name, person.role, f'{len(own)}"' if own else ""),
            spans=tuple(sorted({*person.mentions, *(span for quote in own for span in quote.where)})),
            of=index,
        )
        for index, (person, own) in enumerate(zip(article.people, said, strict=True))
    )


def quotes(article: Article, symbols: Symbols, person: int | None = None) -> tuple[Entry, ...]:
    """Return a row a quote: its words, who says it, and in which paragraph it stands.

    Args:
        article: the article.
        symbols: the signs to use.
        person: index into `article.people`: only what this person says; None: everything that somebody says.
    """
    numbers = paragraph_numbers(article)
    return tuple(
        Entry(
            cells=(_words(article, quote), speaker(article, quote), f"{symbols.paragraph}{numbers[quote.where[0].block]}"),
            spans=quote.where,
            of=index,
        )
        for index, quote in enumerate(article.quotes)
        if quote.where and is_said(quote) and (person is None or (quote.speaker and quote.speaker.person == person))
    )


def is_said(quote: Quote) -> bool:
    """Somebody says it: not the title of a work, nor words held at arm's length."""
    return quote.kind in (QuoteKind.DIRECT, QuoteKind.INDIRECT)


def speaker(article: Article, quote: Quote) -> str:
    """Return who says a quote, by the fullest name that the article has; empty if it does not say."""
    if quote.speaker is None:
        return ""
    person = quote.speaker.person
    return article.people[person].name if person is not None else quote.speaker.text


def _words(article: Article, quote: Quote) -> str:
    words = " ".join(article.words(quote.where).split())
    return f"“{words}”" if quote.kind is QuoteKind.DIRECT else words


def paragraph_numbers(article: Article) -> list[int]:
    """Number the blocks for the reader: the title is 0, the first block below it 1."""
    return list(range(len(article.blocks)))


def with_speaker(article: Article, quote: Quote) -> str:
    """Return a quote as it is copied: its words in marks, and who says them."""
    words = " ".join(article.words(quote.where).split())
    name = speaker(article, quote)
    return f"“{words}”" + (f" — {name}" if name else "")


def citation(article: Article, quote: Quote) -> str:
    """Return a quote as Markdown: a block quotation, its speaker, and the article with its address."""
    lines = [f"> {_escaped(line)}" for line in article.words(quote.where).splitlines()]
    name = speaker(article, quote)
    source = _escaped(article.title)
    if article.url:
        source = f"[{source}](<{article.url.replace('>', '%3E')}>)"
    credit = ", ".join(part for part in (_escaped(name), source, _escaped(article.site)) if part)
    return "\n>\n".join(["\n>\n".join(lines), f"> — {credit}"]) + "\n"


def _escaped(words: str) -> str:
    """Keep Markdown's own signs as they are written."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|~" else sign for sign in words)
