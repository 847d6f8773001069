"""The front page, driven by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.settings import Settings
from tests.tui.conftest import FrontMaker
from tests.tui.driving import (
    SIZE,
    front,
    press,
    shows,
    text_of,
    titles,
    until,
)


async def test_it_shows_feeds_entries_and_what_the_cursor_stands_on(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        shown = await shows(pilot, "What happened to number 0")
        await until(pilot, lambda: "#" in text_of(app) and "All" in text_of(app))
        assert "Unread 6" in shown
        for title in ("All", "Starred", "storms", "culture", "sea", "Local", "Brackwater Courier", "Solvay Herald"):
            assert title in shown
        assert "●  " in shown
        assert "Brackwater Courier, Solvay Herald" in shown or "Brackwater Courier, So" in shown
        await press(pilot, "j")
        await shows(pilot, "What happened to number 1")


async def test_opening_marks_read_and_what_was_read_stays_in_the_list(make_front: FrontMaker, path: Path) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        shown = await shows(pilot, "Quotes 8")
        assert "People 4" in shown
        await shows(pilot, "Unread 5")
        assert titles(path, "read") == ["Harbour inquiry opens after storm"]
        await press(pilot, "h")
        shown = await shows(pilot, "Bridge closes")
        assert "1/6" in shown
        assert "Harbour inquiry opens" in shown
        front(app).browser.read_anew()
        await until(pilot, lambda: front(app).browser.scopes.scopes[1].count == 5)
        assert len(front(app).browser.listing.rows) == 6
        await press(pilot, "f", "k", "enter", "f", "j", "enter")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 5)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_levels_at_every_width(make_front: FrontMaker, size: tuple[int, int]) -> None:
    app = make_front()
    async with app.run_test(size=size) as pilot:
        screen = front(app)
        await shows(pilot, "Bridge closes")
        assert str(screen.pane.focused.id) == "entries"
        assert ("storms" in text_of(app)) is (size[0] > 80)
        await press(pilot, "h")
        assert str(screen.pane.focused.id) == "feeds"
        await shows(pilot, "Solvay Herald")
        await press(pilot, "l")
        assert str(screen.pane.focused.id) == "entries"
        await press(pilot, "l")
        assert str(screen.pane.focused.id) == "article"
        await shows(pilot, "HARBOUR INQUIRY OPENS AFTER STORM")
        await press(pilot, "=")
        assert str(screen.pane.focused.id) == "entries"
        await press(pilot, "enter", '"')
        assert str(screen.pane.focused.id) == "quotes"
        await press(pilot, "q")
        assert str(screen.pane.focused.id) == "article"
        await press(pilot, "q", "q", "q")
    assert app.return_code == 0


async def test_a_link_is_read_here_and_q_goes_back_to_the_entry(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        await shows(pilot, "Quotes 8")
        await press(pilot, "G", ";", "a")
        await until(pilot, lambda: app.articles.opened.here == 1)
        await press(pilot, "q")
        await until(pilot, lambda: app.articles.opened.here == 0)
        await shows(pilot, "Quotes 8")


async def test_linear_shows_one_thing_at_a_time(make_front: FrontMaker) -> None:
    app = make_front(Settings(linear=True))
    async with app.run_test(size=SIZE) as pilot:
        shown = await shows(pilot, "Bridge closes")
        assert "│" not in shown
        assert "Solvay Herald ─" not in shown
        await press(pilot, "h")
        assert "Bridge closes" not in await shows(pilot, "Local")
