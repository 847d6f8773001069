"""The search in the text."""

from __future__ import annotations

from reader.model import Article
from reader.tui.widgets.article_view import ArticleView
from tests.tui.conftest import AppMaker
from tests.tui.driving import (
    press,
    screen_of,
    text_of,
    top,
)


async def test_search_lights_all_matches_and_walks_them(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"harbour", "enter")
        screen = screen_of(app)
        assert len(screen.pane.search.matches) == 3
        assert screen.pane.search.match == 0
        assert "/harbour  1/3" in text_of(app)
        await press(pilot, "n")
        assert "/harbour  2/3" in text_of(app)
        await press(pilot, "n", "n")
        assert screen.pane.search.match == 0
        await press(pilot, "N")
        assert screen.pane.search.match == 2
        await press(pilot, "escape")
        assert screen.pane.search.words == ""
        assert "/harbour" not in text_of(app)


async def test_a_search_that_is_given_up_goes_back(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "slash", *"nets")
        assert top(app) > 1
        await press(pilot, "escape")
        assert top(app) == 1
        assert screen_of(app).pane.search.words == ""
        assert isinstance(app.focused, ArticleView)


async def test_a_search_without_a_match_says_so(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"zeppelin", "enter")
        assert "No match for 'zeppelin'" in text_of(app)
