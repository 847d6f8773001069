"""The laws of what is printed, for any article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from lxml import etree
from markdown_it import MarkdownIt

from reader.formats import (
    FORMATS,
    VIEWS,
    from_json,
    to_html,
    to_json,
    to_jsonl,
    to_markdown,
    to_raw,
    to_rows_json,
    to_table,
    to_text,
    to_tsv,
)
from reader.formats.lists import rows
from reader.formats.text import closing, credits_line, day, post_line
from reader.model import Article, Block, Decision, Figure, Footnote, Listing, Post, Preformatted, Quotation, Table
from reader.model.text import plain
from reader.model.wrap import width
from tests.strategies import articles, blocks

BLOCK_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table thead tbody tr th td hr br".split())


class Words(HTMLParser):
    """What a browser shows of HTML, a line each block."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.text += "\n" * (tag in BLOCK_TAGS)

    def handle_endtag(self, tag: str) -> None:
        self.text += "\n" * (tag in BLOCK_TAGS)

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(markdown: str) -> Words:
    words = Words()
    markdown = re.sub(r"^\[\^[^\]]+\]: ", "", markdown, flags=re.MULTILINE)  # footnotes are no part of CommonMark
    words.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))
    words.close()
    return words


def display_url(text: str) -> list[str]:
    """The lines that have words, white space collapsed."""
    return [" ".join(line.split()) for line in re.split("[\n\t]", text) if line.split()]


def words_of(block: Block) -> str:
    match block:
        case Figure():
            return ""
        case Post():
            return post_line(block)
        case Quotation() if block.author:
            posted = f", {day(block.posted)}" if block.posted else ""
            return f"{block.text}\n— {block.author}{posted}"
        case _:
            return block.text


def words_of_article(article: Article) -> list[str]:
    texts = [article.title, credits_line(article), *(words_of(block) for block in article.blocks[1:]), *closing(article)]
    return [line for text in texts for line in display_url(text)]


@given(articles())
def test_markdown_rendered_again_is_the_articles_text(article: Article) -> None:
    assert display_url(rendered(to_markdown(article)).text) == words_of_article(article)


def depths(quotation: Quotation) -> int:
    """How many quotations a quotation is, those inside it counted."""
    levels = quotation.levels or (1,) * len(quotation.paragraphs)
    return 1 + sum(max(level - before, 0) for before, level in zip((1, *levels), levels, strict=False))


@given(articles())
def test_markdown_keeps_the_kinds_of_blocks(article: Article) -> None:
    tags = rendered(to_markdown(article)).tags
    body = [block for block in article.blocks if display_url(block.text)]
    assert tags.count("blockquote") == sum(depths(block) for block in body if isinstance(block, Quotation))
    assert tags.count("table") == sum(isinstance(block, Table) for block in body)
    assert tags.count("pre") == sum(isinstance(block, Preformatted) for block in body)
    assert tags.count("li") == sum(len(list(rows(block))) for block in body if isinstance(block, Listing))


def unmarked(block: Block) -> list[str]:
    """What stands in the printed block, without the marks that printing adds."""
    block = replace(block, levels=()) if isinstance(block, Quotation) else block
    text = to_text(Article(blocks=(block,)), 0, header=False)
    match block:
        case Quotation():
            return display_url(re.sub(r"^> ?", "", text, flags=re.MULTILINE))
        case Listing():
            return display_url(re.sub(r"^ *(?:-|-?\w+\.)(?: |$)", "", text, flags=re.MULTILINE))
        case Footnote():
            return display_url(text.removeprefix(f"[{block.label}] "))
        case Table():
            ruled = [line for line in text.split("\n") if set(line) - set("─ ")]
            return [cell for line in ruled for cell in display_url(re.sub(" {2,}", "\t", line))]
        case _:
            return display_url(text)


@given(blocks)
def test_unwrapped_text_is_the_blocks_text(block: Block) -> None:
    expected = words_of(block)
    if isinstance(block, Table):
        expected = "\n".join(line for line in expected.split("\n") if set(line) - set("─ "))
    assert [bare(line) for line in unmarked(block)] == [bare(line) for line in display_url(expected)]


def bare(words: str) -> str:
    """Words without the signs that say what is raised and what is lowered."""
    return words.translate(str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎−", "0123456789+-=()-")).replace("^", "")


def wrappable(article: Article) -> Iterator[Block]:
    return (block for block in article.blocks[1:] if not isinstance(block, Preformatted))


@given(articles())
def test_no_line_but_the_title_is_wider_than_asked(article: Article) -> None:
    wrapped = Article(title=article.title, blocks=(article.blocks[0], *wrappable(article)), notes=article.notes)
    for text in (to_text(wrapped, 40, links="inline", captions=True), to_raw(wrapped, [], 40)):
        assert all(width(line) <= 40 for line in text.split("\n")[1:])


@given(articles())
def test_the_first_line_is_the_title(article: Article) -> None:
    assert to_text(article, 20).split("\n")[0] == article.title


@given(articles())
def test_json_reads_back_to_an_equal_article(article: Article) -> None:
    assert from_json(to_json(article)) == article


@given(articles())
def test_html_is_well_formed_and_says_the_articles_words(article: Article) -> None:
    page = etree.fromstring(to_html(article).removeprefix("<!DOCTYPE html>").encode())
    words = Words()
    body = page.find("body")
    assert body is not None
    words.feed(str(etree.tostring(body, encoding="unicode")))
    assert display_url(words.text) == words_of_article(article)


@given(articles())
def test_what_is_printed_has_passed_the_gate(article: Article) -> None:
    dropped = [Decision(text="Share\x1b[2J", kept=False, rule="share", position=i) for i in range(len(article.blocks) + 1)]
    texts = [form.write(article) for form in FORMATS.values()]
    texts += [write(view(article)) for view in VIEWS.values() for write in (to_tsv, to_jsonl, to_rows_json, to_table)]
    for text in (*texts, to_raw(article, dropped)):
        assert plain(text) == text
        assert not text or text.endswith("\n")


@given(articles())
def test_a_views_rows_are_one_line_each(article: Article) -> None:
    for make in VIEWS.values():
        view = make(article)
        assert [len(row.split("\t")) for row in to_tsv(view).split("\n")[:-1]] == [len(view.columns)] * len(view.rows)
        values = [json.loads(row) for row in to_jsonl(view).splitlines()]
        assert len(values) == (1 if view.is_record else len(view.rows))
