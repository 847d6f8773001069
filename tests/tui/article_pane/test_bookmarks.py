"""Bookmarks are set, and found again."""

from __future__ import annotations

from reader.model import Article
from tests.tui.conftest import AppMaker
from tests.tui.driving import (
    press,
    screen_of,
    text_of,
    top,
)


async def test_marks_are_set_and_found_again(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_square_bracket", "m", "a", "g")
        assert top(app) == 0
        await press(pilot, "apostrophe", "a")
        assert screen_of(app).pane.view.place == (6, 0)
        await press(pilot, "apostrophe", "apostrophe")
        assert screen_of(app).pane.view.place == (0, 0)
        await press(pilot, "apostrophe", "z")
        assert "There is no mark 'z'." in text_of(app)
