"""Tables in plain text: columns aligned by display width, or a few lines a row where the columns do not fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model.wrap import fold, width

GAP = "  "
_NUMBER = re.compile(r"[-+−±~<>≈$€£¥]?\s?\d[\d.,:/’' ]*\s?(?:%|‰|[A-Za-z€£¥°]{1,3})?|[-–—]?")


def aligned(header: Sequence[str], rows: Sequence[Sequence[str]], columns: int) -> list[str]:
    """Set a table as text.

    Args:
        header: the head row's cells; empty if there is none.
        rows: cells on one line each; rows may be of different lengths.
        columns: cells of the terminal; 0: as wide as it gets.
    """
    count = max(map(len, (header, *rows)), default=0)
    grid = [[*row, *[""] * (count - len(row))] for row in ([header] if header else []) + list(rows)]
    widths = [max(width(row[i]) for row in grid) for i in range(count)]
    if columns and sum(widths) + len(GAP) * (count - 1) > columns:
        return stacked(header, rows, columns)
    body = grid[1:] if header else grid
    right = [bool(body) and all(_NUMBER.fullmatch(row[i]) for row in body) for i in range(count)]
    lines = [GAP.join(map(_padded, row, widths, right)).rstrip() for row in grid]
    if header:
        lines.insert(1, GAP.join("─" * cells for cells in widths))
    return lines


def _padded(cell: str, cells: int, right: bool) -> str:  # noqa: FBT001 - mapped over columns
    space = " " * (cells - width(cell))
    return space + cell if right else cell + space


def stacked(header: Sequence[str], rows: Sequence[Sequence[str]], columns: int) -> list[str]:
    """Return each row as lines of "header: cell", a blank line between rows."""
    lines: list[str] = []
    for row in rows or [header]:
        if lines:
            lines.append("")
        for i, cell in enumerate(row):
            if not cell:
                continue
            label = header[i] if rows and i < len(header) else ""
            first, *more = fold(f"{label}: {cell}" if label else cell, columns)
            lines += [first, *(f"{GAP}{line}" for text in more for line in fold(text, columns - len(GAP)))]
    return lines
