"""Items of several rows: where the cursor goes, and what it passes over."""

from __future__ import annotations

from reader.tui.widgets.item_rows import ItemRows, TextPart

HEADING = ((), (TextPart("Quotes", "strong"),))
QUOTE = ((TextPart("We were warned"),), (TextPart("  and again"),), (TextPart("  Courier", "aside"),))
ITEMS = (HEADING, QUOTE, QUOTE, HEADING)


def test_each_row_knows_its_item() -> None:
    rows = ItemRows(ITEMS)
    assert len(rows) == 10
    assert [rows.entry_at(row) for row in (1, 2, 4, 5, 10, -1)] == [(0, 1), (1, 0), (1, 2), (2, 0), (-1, 0), (-1, 0)]


def test_the_cursor_stands_on_all_rows_of_an_item_and_on_no_heading() -> None:
    rows = ItemRows(ITEMS)
    assert rows.extent(0) == (2, 5)
    assert rows.extent(4) == (2, 5)
    assert rows.extent(9) == (5, 8)
    assert ItemRows(()).extent(0) == (0, 0)


def test_steps_go_by_items_and_stop_at_the_ends() -> None:
    rows = ItemRows(ITEMS)
    assert [rows.step(2, 1), rows.step(3, 1), rows.step(5, 7), rows.step(5, -9)] == [5, 5, 5, 2]
