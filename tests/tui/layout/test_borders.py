"""The lines and titles between the panes, cell by cell."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from rich.style import Style

from reader.model.wrap import width
from reader.tui.layout.borders import Lines, Titles
from reader.tui.layout.panes import LISTS, plan
from reader.tui.theme.styles import NO_STYLES, ThemeStyles
from reader.tui.theme.symbols import UNICODE
from tests.hardening.hostile import NO_WIDTH

LETTERS = st.lists(st.sampled_from(["a", "b ", "é", "港", "👍🏽", "न", "ि", "א", *NO_WIDTH]), max_size=30).map("".join)


def drawn(columns: int, rows: int, left: str, right: str = "") -> list[str]:
    panes = plan(columns, rows, LISTS)
    words = dict.fromkeys(("article", *LISTS), (left, right))
    lines = Lines(panes, UNICODE, NO_STYLES, Titles(words, here="article"))
    return ["".join(segment.text for segment in lines.row(y, columns)) for y in range(rows)]


@given(LETTERS, LETTERS, st.sampled_from([(80, 24), (120, 40), (200, 60), (20, 5)]))
@example("Storm\u200e hits town", "38%", (120, 40))
@example("\u2060", "\u2060", (120, 40))
def test_a_row_has_as_many_cells_as_the_screen_whatever_its_titles_hold(left: str, right: str, size: tuple[int, int]) -> None:
    columns, rows = size
    assert {width(row) for row in drawn(columns, rows, left, right)} == {columns}


def test_a_cluster_without_width_stays_behind_the_letter_it_follows() -> None:
    assert "Storm\u200e hits" in drawn(120, 40, "Storm\u200e hits")[0]


def test_a_title_is_cut_before_what_stands_at_the_end_of_its_line() -> None:
    first = drawn(80, 24, "Harbour " * 30, "38%")[0]
    assert re.search(r"Harbour… +38% $", first)


def test_the_pane_in_which_the_keys_work_is_marked() -> None:
    styles = ThemeStyles(Style.null(), {"desk--title-here": Style(bold=True)})
    titles = Titles({"article": ("Harbour", ""), "quotes": ("Quotes", "")}, here="article")
    lines = Lines(plan(120, 40, LISTS), UNICODE, styles, titles)
    rows = [lines.row(y, 120) for y in range(40)]
    assert [segment.text for row in rows for segment in row if segment.style and segment.style.bold] == [" Harbour "]
