"""Tables set in rows: how wide each column becomes, and which characters of the table's text stand where.

A table that fits the text column takes its natural widths.  One that does not fit has its widest columns made narrower, and
their cells wrapped, down to a width at which words can still be read; what is too wide even then keeps readable columns and is
moved sideways.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from reader.model import Table
from reader.model.blocks import joined
from reader.model.wrap import width, wrap

_GAP: Final = 2
_READABLE: Final = 10
"""Cells below which a column of words is not made narrower."""
_WIDEST: Final = 36
"""Cells beyond which a cell is wrapped in a table that is moved sideways."""


class TableRow(NamedTuple):
    """One row of the screen."""

    pieces: tuple[tuple[int, int, int], ...]
    """Cell of the screen, start and end in the table's text."""
    width: int
    """Of the whole table."""
    is_head: bool = False
    is_rule: bool = False
    """A line below the head; it has no pieces."""
    is_wide: bool = False
    """The table is wider than the room there is."""


def layout_table(table: Table, column: int, reach: int) -> list[TableRow]:
    """Set a table for a text column that it may leave up to `reach` cells from its left edge."""
    cells, heads = _cells(table)
    count = max((len(row) for row in cells), default=0)
    if not count:
        return []
    widths = _widths(table.text, cells, count, column, reach)
    total = sum(widths) + _GAP * (count - 1)
    numeric = [_is_numeric(table.text, cells[heads:], at) for at in range(count)]
    rows: list[TableRow] = []
    for number, row in enumerate(cells):
        lines = _set_row(table.text, row, widths, numeric)
        rows += [TableRow(pieces, total, is_head=number < heads, is_wide=total > reach) for pieces in lines]
        if number == heads - 1:
            rows.append(TableRow((), total, is_rule=True, is_wide=total > reach))
    return rows


def _cells(table: Table) -> tuple[list[list[tuple[int, int]]], int]:
    """Return where each cell stands in `table.text`, row by row, and the number of head rows (0 or 1)."""
    source = (table.header, *table.rows) if table.header else table.rows
    cells: list[list[tuple[int, int]]] = []
    at = 0
    for row in source:
        places: list[tuple[int, int]] = []
        for cell in row:
            end = at + len(joined(cell))
            places.append((at, end))
            at = end + 1  # the tab, or the newline behind the last cell
        if not row:
            at += 1
        cells.append(places)
    return cells, int(bool(table.header))


def _widths(text: str, cells: list[list[tuple[int, int]]], count: int, column: int, reach: int) -> list[int]:
    natural = [max((_natural(text, row[at]) for row in cells if at < len(row)), default=0) for at in range(count)]
    gaps = _GAP * (count - 1)
    for room in (column - gaps, reach - gaps):
        if sum(natural) <= room:
            return natural
    widths = _narrowed(natural, column - gaps)
    return widths if widths else [min(cells_, _WIDEST) for cells_ in natural]


def _natural(text: str, place: tuple[int, int]) -> int:
    return max(width(line) for line in text[place[0] : place[1]].split("\n"))


def _narrowed(natural: list[int], room: int) -> list[int]:
    """Lower the widest columns to one level until they fit; empty: words would not be readable any more."""
    level = max(natural)
    while level >= _READABLE:
        widths = [min(cells, level) for cells in natural]
        if sum(widths) <= room:
            return widths
        level -= 1
    return []


def _is_numeric(text: str, rows: list[list[tuple[int, int]]], at: int) -> bool:
    values = [text[row[at][0] : row[at][1]].strip() for row in rows if at < len(row)]
    values = [value for value in values if value]
    return bool(values) and all(any(c.isdigit() for c in value) and not any(c.isalpha() for c in value) for value in values)


def _set_row(
    text: str, row: list[tuple[int, int]], widths: list[int], numeric: list[bool]
) -> list[tuple[tuple[int, int, int], ...]]:
    lines: list[list[tuple[int, int, int]]] = []
    left = 0
    for at, (start, end) in enumerate(row):
        for number, (first, last) in enumerate(wrap(text[start:end], max(widths[at], 1))):
            while len(lines) <= number:
                lines.append([])
            pad = widths[at] - width(text[start + first : start + last]) if numeric[at] else 0
            lines[number].append((left + max(pad, 0), start + first, start + last))
        left += widths[at] + _GAP
    return [tuple(line) for line in lines] or [()]
