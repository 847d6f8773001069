"""How wide the columns of a list are, and what a row looks like."""

from __future__ import annotations

import pytest

from reader.tui.layout.columns import Column, RowStyle, column_widths, draw_cells
from reader.tui.theme.styles import NO_STYLES
from reader.tui.theme.symbols import ASCII

TITLE, TIME = Column(), Column(style="aside", most=8, is_right=True)


def drawn(row: tuple[str, ...], columns: tuple[Column, ...], widths: list[int], cells: int = 20, state: str = "") -> str:
    return draw_cells(row, columns, widths, RowStyle(cells, NO_STYLES, ASCII, str), state).text


def test_a_column_is_as_wide_as_its_widest_cell_and_the_open_one_takes_the_rest() -> None:
    assert column_widths((TITLE, TIME), [("Storm", "9:12"), ("Wall falls", "19:12")], 40) == [32, 5]


def test_a_column_takes_no_more_than_it_may() -> None:
    assert column_widths((TITLE, TIME), [("Storm", "on Tuesday evening")], 40)[1] == 8


def test_a_column_that_needs_a_wider_list_is_left_out() -> None:
    columns = (TITLE, Column(most=8, least=50))
    assert column_widths(columns, [("Storm", "Courier")], 40)[1] == 0
    assert column_widths(columns, [("Storm", "Courier")], 60)[1] == 7


def test_a_rest_too_narrow_for_words_goes_to_the_column_before() -> None:
    widths = column_widths((Column(most=30), TITLE), [("a" * 30, "x")], 20)
    assert widths[1] == 0 or widths[1] >= 6


@pytest.mark.parametrize(("state", "lead"), [("", " "), ("cursor", ASCII.here), ("cursor-away", ASCII.here)])
def test_the_cursors_row_has_a_sign_before_it(state: str, lead: str) -> None:
    row = drawn(("Storm", "9:12"), (TITLE, TIME), [12, 5], state=state)
    assert row.startswith(f"{lead}Storm")
    assert len(row) == 20


def test_a_right_column_is_set_at_its_right_edge() -> None:
    assert drawn(("Storm", "9:12"), (TITLE, TIME), [10, 5]) == " Storm       9:12   "


def test_a_cell_that_is_too_long_is_cut_with_a_sign() -> None:
    assert ASCII.ellipsis in drawn(("The harbour wall has fallen", "9:12"), (TITLE, TIME), [10, 5])
