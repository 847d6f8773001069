"""An article set in lines: pure typesetting, before anything is drawn.

A galley knows for each row of the screen which characters of which block stand there, and the other way round.  It is made
anew for each width; everything that must outlive a width (the reading position, a lit passage, a match) is kept as characters
of a block, never as rows.

Setting an article of 100,000 words has to take less than a blink, so a paragraph is kept as plain pairs of positions, and a
`LayoutLine` is made of them only for the rows that are drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class LineSegment(NamedTuple):
    """Some characters of the block's text, and the cell where they begin."""

    column: int
    start: int
    end: int


class LayoutLine(NamedTuple):
    """One row: its characters, and what stands left of them."""

    block: int
    """Index into `Article.blocks`; -1: these words are not of the article's text."""
    start: int
    end: int
    kind: str = "text"
    """How it is set: the name of a component style."""
    indent: int = 0
    lead: str = ""
    """A sign before the words: a bullet, the bar of a quotation."""
    words: str = ""
    """The words of a line that is not of the article's text."""
    pieces: tuple[LineSegment, ...] = ()
    """Several passages on one row, for tables; empty: the passage from `start` to `end`."""
    wide: bool = False
    """It does not end at the column's edge, and can be moved sideways."""


class BlockLayout:
    """A block set in lines: either plain pairs of positions, or lines with all their detail."""

    __slots__ = ("block", "gap", "lines", "spans")

    def __init__(self, block: int, *, spans: Sequence[tuple[int, int]] = (), lines: Sequence[LayoutLine] = ()) -> None:
        """Take the index of a block (-1: none of the article's), and its rows in one of the two ways."""
        self.block, self.spans, self.lines = block, spans, lines
        self.gap = 1
        """Blank rows behind it."""

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.lines) or len(self.spans)

    def line(self, row: int) -> LayoutLine:
        """Return one row."""
        if self.lines:
            return self.lines[row]
        return LayoutLine(self.block, *self.spans[row])


class ArticleLayout:
    """All rows of an article at one width, with blank ones between the blocks."""

    def __init__(self, blocks: list[BlockLayout], *, widest: int = 0) -> None:
        """Count the rows.

        Args:
            blocks: all that is set, in order.
            widest: cells of the widest line that can be moved sideways; 0: there is none.
        """
        self.blocks, self.widest = blocks, widest
        self.tops: list[int] = []
        """First row of each slug."""
        self._number_of: dict[int, int] = {}
        row = 0
        for number, block_layout in enumerate(blocks):
            self.tops.append(row)
            self._number_of.setdefault(block_layout.block, number)
            row += len(block_layout) + block_layout.gap
        self.height = max(row - 1, 0)

    def line(self, row: int) -> LayoutLine | None:
        """Return a row's line; None: it is blank."""
        number = bisect_right(self.tops, row) - 1
        if number < 0:
            return None
        inner = row - self.tops[number]
        block_layout = self.blocks[number]
        return block_layout.line(inner) if inner < len(block_layout) else None

    def row_of(self, block: int, offset: int = 0) -> int:
        """Return the row on which a character of a block stands (the nearest, if it is not shown)."""
        number = self._number_of.get(block)
        if number is None:
            shown = [index for index in self._number_of if index >= block]
            return self.tops[self._number_of[min(shown)]] if shown else max(self.height - 1, 0)
        block_layout, top = self.blocks[number], self.tops[number]
        if not block_layout.lines:
            return top + max(bisect_right(block_layout.spans, offset, key=_start_of_span) - 1, 0)
        found = 0
        for row, line in enumerate(block_layout.lines):
            if line.block == block and _covers(line, offset):
                return top + row
            if line.block == block and line.start <= offset:
                found = row
        return top + found

    def place_of(self, row: int) -> tuple[int, int]:
        """Return the block and the character that stand at a row or, if it is blank, next below it.

        Behind the text that is the end of the last block.
        """
        first = max(bisect_right(self.tops, row) - 1, 0)
        for block_layout, top in zip(self.blocks[first:], self.tops[first:], strict=True):
            for inner in range(max(row - top, 0), len(block_layout)):
                line = block_layout.line(inner)
                if line.block >= 0:
                    return line.block, line.start
        last = next(
            (block_layout.line(len(block_layout) - 1) for block_layout in reversed(self.blocks) if block_layout.block >= 0),
            None,
        )
        return (last.block, last.end) if last else (0, 0)


def _start_of_span(span: tuple[int, int]) -> int:
    return span[0]


def _covers(line: LayoutLine, offset: int) -> bool:
    if line.pieces:
        return any(piece.start <= offset < piece.end for piece in line.pieces)
    return line.start <= offset < line.end
