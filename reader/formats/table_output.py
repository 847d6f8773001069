"""Rows as text: tab-separated, JSON, JSON Lines, or a table to be looked at."""

from __future__ import annotations

from collections.abc import Mapping

from reader.formats.article_json import SCHEMA, dumped
from reader.formats.tables import GAP, stacked
from reader.formats.views import View
from reader.model.text import line, plain
from reader.model.wrap import fold, width
from reader.schema import Json

_FORMULA = ("=", "+", "-", "@")
NARROWEST = 12
"""Cells that a column keeps in a table, if it has so many."""


def to_tsv(view: View, *, spreadsheet: bool = False) -> str:
    """Return a line a row, its columns parted by tabs; without a head row, as `cut` and `awk` want it.

    Args:
        view: what to print.
        spreadsheet: quote what a spreadsheet would take for a formula.
    """
    return "".join(
        "\t".join(_quoted(view, row, cells) if spreadsheet else cells) + "\n"
        for row, cells in zip(view.rows, _grid(view), strict=True)
    )


def _quoted(view: View, row: Mapping[str, Json], cells: list[str]) -> list[str]:
    texts = (isinstance(row[name], str | list) for name in view.columns)
    return [quoted_cell(cell) if is_text else cell for cell, is_text in zip(cells, texts, strict=True)]


def quoted_cell(text: str) -> str:
    """Return a cell as a spreadsheet takes it for text: `= + - @` at its start would make it a formula (CWE-1236)."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_jsonl(view: View) -> str:
    """Return a line of JSON a row, or one line if the rows make up one thing."""
    return dumped(rows_record(view)) if view.is_record else "".join(dumped(dict(row)) for row in view.rows)


def to_rows_json(view: View, *, indent: int | None = 2) -> str:
    """Return the rows as one JSON object: `{"schema": 1, NAME: [...]}`, or the one thing that they make up."""
    return dumped(rows_record(view), indent=indent)


def rows_record(view: View) -> dict[str, Json]:
    """Return the rows as the JSON value that `to_rows_json` writes."""
    if view.is_record:
        return {"schema": SCHEMA, **{str(row["name"]): row["value"] for row in view.rows}}
    return {"schema": SCHEMA, view.name: [dict(row) for row in view.rows]}


def to_table(view: View, columns: int = 80) -> str:
    """Return the rows as a table with a head row; empty if there are none.

    Args:
        view: what to show.
        columns: terminal cells; what is too long is broken inside its column, and where the columns themselves do not fit,
            each row is a few lines of "name: value".  0: nothing is broken.
    """
    grid = [list(view.columns), *_grid(view)]
    if len(grid) == 1:
        return ""
    widths = _fitted([max(width(row[i]) for row in grid) for i in range(len(view.columns))], columns)
    if columns and sum(widths) + len(GAP) * (len(widths) - 1) > columns:
        return plain("\n".join(stacked(grid[0], grid[1:], columns)) + "\n")
    lines: list[str] = []
    for i, row in enumerate(grid):
        cells = [fold(cell, widths[j] if columns else 0) or [""] for j, cell in enumerate(row)]
        for j in range(max(map(len, cells))):
            parts = [cell[j] if j < len(cell) else "" for cell in cells]
            lines.append(GAP.join(part + " " * (w - width(part)) for part, w in zip(parts, widths, strict=True)).rstrip())
        if i == 0:
            lines.append(GAP.join("─" * cells_wide for cells_wide in widths))
    return plain("\n".join(lines) + "\n")


def _fitted(widths: list[int], columns: int) -> list[int]:
    """Take from the widest column, a cell at a time, until the table fits or nothing more can be taken."""
    room = columns - len(GAP) * (len(widths) - 1)
    while columns and sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _grid(view: View) -> list[list[str]]:
    return [[_cell(row[name]) for name in view.columns] for row in view.rows]


def _cell(value: Json) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, str | int):
        return line(str(value))
    return "; ".join(_cell(part) for part in value)
