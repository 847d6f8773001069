"""The rows that hold some words."""

from __future__ import annotations

from reader.tui.state.row_filter import RowFilter

ROWS = [("Harbour inquiry", "Courier"), ("Bridge closes", "Herald"), ("harbour harbour", "Herald"), ("", "")]


def test_a_row_holds_all_words_in_any_order_case_and_cell() -> None:
    rows = RowFilter(ROWS)
    assert rows.matching("HARBOUR") == [0, 2]
    assert rows.matching("herald harbour") == [2]
    assert rows.matching("courier bridge") == []


def test_without_words_every_row_is_shown() -> None:
    assert RowFilter(ROWS).matching(" ") == [0, 1, 2, 3]


def test_a_word_does_not_run_over_the_end_of_a_row() -> None:
    assert RowFilter([("north",), ("quay",)]).matching("north\nquay") == []
    assert RowFilter([("ab",), ("c\nd",)]).matching("d") == [1]
