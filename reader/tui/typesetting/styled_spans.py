"""How the characters of a block are set: which are strong, which lead somewhere, which are somebody's words.

A layer is a passage and the name of a style; later layers lie over earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.model import (
    Article,
    Block,
    Footnote,
    Heading,
    Item,
    Listing,
    Paragraph,
    Quotation,
    QuoteKind,
    Run,
    Span,
    Style,
    Table,
)

_NAMES = {
    Style.STRONG: "strong",
    Style.EMPHASIS: "emphasis",
    Style.CODE: "code-run",
    Style.DELETED: "deleted",
    Style.SUPERSCRIPT: "small",
    Style.SUBSCRIPT: "small",
}


class Layer(NamedTuple):
    """Characters of a block's text that are set alike."""

    start: int
    end: int
    style: str


class Link(NamedTuple):
    """Words that lead somewhere."""

    block: int
    start: int
    end: int
    href: str


def run_layers(block: Block) -> list[Layer]:
    """Return the layers that a block's own runs make."""
    layers: list[Layer] = []
    for start, run in _runs(block):
        end = start + len(run.text)
        if run.href:
            layers.append(Layer(start, end, "link"))
        layers += [Layer(start, end, _NAMES[style]) for style in sorted(run.style)]
    return layers


def links(article: Article) -> tuple[Link, ...]:
    """Return the links of an article in text order."""
    return tuple(
        Link(index, start, start + len(run.text), run.href)
        for index, block in enumerate(article.blocks)
        for start, run in _runs(block)
        if run.href and run.text.strip()
    )


def quoted(article: Article) -> dict[int, list[Layer]]:
    """Return, by block, where somebody is quoted word by word."""
    found: dict[int, list[Layer]] = {}
    for quote in article.quotes:
        if quote.kind is QuoteKind.DIRECT:
            for span in quote.where:
                found.setdefault(span.block, []).append(Layer(span.start, span.end, "quote"))
    return found


def by_block(spans: Iterable[Span], style: str) -> dict[int, list[Layer]]:
    """Sort passages by their block, as layers of one style."""
    found: dict[int, list[Layer]] = {}
    for span in spans:
        found.setdefault(span.block, []).append(Layer(span.start, span.end, style))
    return found


def _runs(block: Block) -> Iterator[tuple[int, Run]]:
    """Return each run of a block, with the character of its text at which it begins."""
    match block:
        case Paragraph() | Heading() | Footnote():
            yield from _row(block.runs, 0)
        case Quotation():
            at = 0
            for runs in block.paragraphs:
                yield from _row(runs, at)
                at += sum(len(run.text) for run in runs) + 1
        case Listing():
            yield from _listing_runs(block, 0)
        case Table():
            at = 0
            for row in (block.header, *block.rows) if block.header else block.rows:
                for cell in row:
                    yield from _row(cell, at)
                    at += sum(len(run.text) for run in cell) + 1
                at += not row
        case _:
            return


def _row(runs: Iterable[Run], at: int) -> Iterator[tuple[int, Run]]:
    for run in runs:
        yield at, run
        at += len(run.text)


def _listing_runs(listing: Listing, at: int) -> Iterator[tuple[int, Run]]:
    for item in listing.items:
        yield from _item_runs(item, at)
        at += len(item.text) + 1


def _item_runs(item: Item, at: int) -> Iterator[tuple[int, Run]]:
    yield from _row(item.runs, at)
    at += sum(len(run.text) for run in item.runs) + 1
    for inner in item.inner:
        yield from _listing_runs(inner, at)
        at += len(inner.text) + 1
