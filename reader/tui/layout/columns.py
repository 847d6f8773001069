"""Rows of a list: how wide their columns are, and what they look like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.model.text import line
from reader.model.wrap import clip, width
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols

_MEASURED: Final = 200  # rows that are looked at to find how wide a column is
_LEAST: Final = 12  # cells that a column may take in any list, however narrow
_LEGIBLE: Final = 6  # cells below which a column that takes what is left says nothing


class Column(NamedTuple):
    """How one cell of every row is set."""

    style: str = "main"
    """`main`, `aside` or `mark`."""
    most: int = 0
    """Cells it takes at most; 0: what the others leave."""
    is_right: bool = False
    """Set at the right edge of the column."""
    least: int = 0
    """Cells that the list must have, or the column is left out."""


class RowStyle(NamedTuple):
    """What the rows of a list are drawn with."""

    width: int
    """Cells of the list."""
    theme_styles: ThemeStyles
    symbols: Symbols
    order: Callable[[str], str]
    """Puts a cell into the order in which the terminal is to be given it."""


def draw_cells(
    row: Sequence[str], columns: Sequence[Column], widths: Sequence[int], style: RowStyle, state: str = ""
) -> Strip:
    """Draw a row of cells.

    Args:
        row: the cells.
        columns: how each is set.
        widths: cells of each column: `column_widths`.
        style: what the list is drawn with.
        state: `cursor` or `cursor-away` where the cursor stands.
    """
    styles = style.theme_styles
    base = styles.base
    over = styles[f"list--{state}"] if state else Style.null()
    segments = [Segment(style.symbols.here if state else " ", base + styles["list--mark"] + over)]
    room = style.width - 2
    for column, cells, words in zip(columns, widths, row, strict=False):
        if cells <= 0 or room <= 0:
            continue
        text = style.order(clip(_indented(words), min(cells, room), ellipsis=style.symbols.ellipsis))
        pad = " " * (min(cells, room) - width(text))
        text = pad + text if column.is_right else text + pad
        segments += [Segment(text, base + styles[f"list--{column.style}"] + over), Segment(" ", base + over)]
        room -= cells + 1
    return Strip(segments).adjust_cell_length(style.width, base + over)


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], cells: int) -> list[int]:
    """Return the width of each column in a list of so many cells, by its first rows."""
    sample = [rows[at] for at in range(min(len(rows), _MEASURED))]
    widths = []
    for at, column in enumerate(columns):
        widest = max((width(row[at]) for row in sample if at < len(row)), default=0)
        share = cells * 3 // 4 if column.style == "main" else cells // 3
        most = min(column.most, max(share, _LEAST))
        widths.append(min(widest, most) if cells >= column.least else 0)
    taken = sum(own + 1 for own in widths if own)
    rest = max(cells - 1 - taken - 1, 0)
    open_at = next((at for at, column in enumerate(columns) if not column.most), 0)
    if 0 < rest < _LEGIBLE and open_at:  # too little for words: the column before takes it
        widths[open_at - 1] += rest + 1
    else:
        widths[open_at] = rest
    return widths


def _indented(words: str) -> str:
    """Pass words through the gate, in one line, and keep the spaces that move them in."""
    return " " * (len(words) - len(words.lstrip(" "))) + line(words)
