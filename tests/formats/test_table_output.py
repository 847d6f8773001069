from __future__ import annotations

import pytest

from reader.formats import View
from reader.formats.table_output import to_tsv


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_what_a_spreadsheet_takes_for_a_formula_is_quoted_on_request(cell: str) -> None:
    view = View(name="x", columns=("text", "number", "list"), rows=({"text": cell, "number": -3, "list": [cell]},))
    assert to_tsv(view) == f"{cell}\t-3\t{cell}\n"
    assert to_tsv(view, spreadsheet=True) == f"'{cell}\t-3\t'{cell}\n"


def test_other_cells_are_not_quoted() -> None:
    view = View(name="x", columns=("text",), rows=({"text": "a = b"}, {"text": ""}))
    assert to_tsv(view, spreadsheet=True) == "a = b\n\n"
