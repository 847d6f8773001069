"""Motions, with counts."""

from __future__ import annotations

from reader.model import Article
from tests.tui.conftest import AppMaker
from tests.tui.driving import (
    press,
    screen_of,
    text_of,
    top,
)


async def test_lines_pages_and_ends(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        assert top(app) == 1
        await press(pilot, "5", "j")
        assert top(app) == 6
        await press(pilot, "k", "k")
        assert top(app) == 4
        await press(pilot, "G")
        end = top(app)
        assert end == screen_of(app).pane.view.virtual_size.height - screen_of(app).pane.view.size.height
        assert "100%" in text_of(app)
        await press(pilot, "g")
        assert top(app) == 0
        page = screen_of(app).pane.view.size.height
        await press(pilot, "space")
        assert top(app) == page - 1
        await press(pilot, "b")
        assert top(app) == 0
        await press(pilot, "d")
        assert top(app) == page // 2
        await press(pilot, "u")
        assert top(app) == 0
        await press(pilot, "1", "0", "G")
        assert top(app) == 9
