"""Which panes are shown, how the text stands, and the way back."""

from __future__ import annotations

from reader.model import Article, Decision
from reader.tui.widgets.article_view import ArticleView
from tests.tui.conftest import AppMaker
from tests.tui.driving import SIZE, press, screen_of, text_of


async def test_zen_shows_the_article_alone(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "z")
        assert "People 4" not in text_of(app)
        await press(pilot, "z")
        assert "People 4" in text_of(app)


async def test_the_width_keys_keep_the_passage(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "right_square_bracket")
        place = screen_of(app).pane.view.place
        await press(pilot, "less_than_sign", "less_than_sign")
        assert screen_of(app).pane.view.column == 64
        assert screen_of(app).pane.view.place == place
        await press(pilot, "5", "0", "greater_than_sign")
        assert screen_of(app).pane.view.column == 50


async def test_what_was_stripped_is_shown_with_its_rule(make_app: AppMaker, harbour: Article) -> None:
    pieces = (Decision(text="Share this story", kept=False, rule="share-row", position=1),)
    app = make_app(harbour, decisions=pieces)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        shown = text_of(app)
        assert "╌ Share this story" in shown
        assert "[share-row]" in shown
        assert "One piece was stripped from this page." in shown
        await press(pilot, "v")
        assert "Share this story" not in text_of(app)


async def test_wide_tables_move_sideways(make_app: AppMaker, shapes: Article) -> None:
    app = make_app(shapes)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d", "d")
        assert "Quarter 1 " in text_of(app)
        await press(pilot, *["right"] * 12)
        shown = text_of(app)
        assert "Quarter 12" in shown
        assert "Quarter 1 " not in shown


async def test_q_goes_back_and_then_leaves(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "at", "q")
        assert app.is_running
        assert isinstance(app.focused, ArticleView)
        await press(pilot, "q")
    assert app.return_value == 0


async def test_tab_walks_the_panes(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        seen = []
        for _ in range(4):
            await press(pilot, "tab")
            assert app.focused is not None
            seen.append(app.focused.id)
        assert sorted(str(name) for name in seen) == ["article", "outline", "people", "quotes"]
        await press(pilot, "shift+tab")
        assert app.focused is not None
        assert app.focused.id == seen[2]


async def test_escape_clears_the_search_then_the_filter_then_the_light_and_goes_to_the_text(
    make_app: AppMaker, harbour: Article
) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"harbour", "enter", '"', "j", "F", *"pell", "enter")
        screen = screen_of(app)
        assert (bool(screen.pane.search.words), screen.pane.lists["quotes"].words) == (True, "pell")
        await press(pilot, "escape")
        assert (bool(screen.pane.search.words), screen.pane.lists["quotes"].words) == (False, "pell")
        await press(pilot, "escape")
        assert screen.pane.lists["quotes"].words == ""
        lit = screen.pane.view.has_lit
        assert (lit, app.focused) == (True, screen.pane.lists["quotes"])
        await press(pilot, "escape")
        lit = screen.pane.view.has_lit
        assert (lit, app.focused) == (False, screen.pane.view)


async def test_tables_move_left_again(make_app: AppMaker, shapes: Article) -> None:
    app = make_app(shapes)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right", "right")
        assert screen_of(app).pane.view.text_column.shift == 16
        await press(pilot, "2", "left")
        assert screen_of(app).pane.view.text_column.shift == 0


async def test_right_to_left_text_can_be_left_to_the_terminal(make_app: AppMaker, shapes: Article) -> None:
    app = make_app(shapes)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G")
        assert "רשה רמא המ" in text_of(app)
        await press(pilot, "D")
        assert "מה אמר השר" in text_of(app)


async def test_h_goes_back_to_the_text(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "@", "h")
        assert isinstance(app.focused, ArticleView)


async def test_escape_closes_an_overlay(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = text_of(app)
        await press(pilot, "@")
        assert "Okonkwo" in text_of(app)
        assert text_of(app) != before
        await press(pilot, "escape")
        assert text_of(app).splitlines()[:3] == before.splitlines()[:3]
