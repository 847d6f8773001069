"""An article's text as the rest of the room reads it: passages, a line of a block each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.model import Article, Figure, Heading, Post, Preformatted, Quotation, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One line of a block that is part of the story."""

    block: int
    offset: int
    """Where the line starts, in characters of the block's text."""
    text: str
    heading: bool = False
    author: str | None = None
    """The line stands in a block quotation: who is quoted there as printed, empty if nobody is named; else None."""

    def span(self, start: int, end: int) -> Span:
        """Return a range of the line as a span of its block."""
        return Span(block=self.block, start=self.offset + start, end=self.offset + end)


def passages(article: Article) -> tuple[Passage, ...]:
    """Return the passages of an article in order; figures and preformatted text are not read."""
    found = tuple(_passages(article))
    if len(found) == 1:
        return (replace(found[0], heading=False),)  # a text of one line: no headline without a story
    return found


def _passages(article: Article) -> Iterator[Passage]:
    for index, block in enumerate(article.blocks):
        if isinstance(block, Figure | Preformatted):
            continue
        author = block.author if isinstance(block, Quotation) else None
        heading = isinstance(block, Heading | Post)
        offset = 0
        for text in block.text.split("\n"):
            if text and not text.isspace():
                yield Passage(block=index, offset=offset, text=text, heading=heading, author=author)
            offset += len(text) + 1
