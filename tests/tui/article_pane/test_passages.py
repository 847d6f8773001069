"""Lists of passages follow the text, and the text follows them."""

from __future__ import annotations

from reader.model import Article
from reader.tui.widgets.article_view import ArticleView
from tests.tui.conftest import AppMaker
from tests.tui.driving import (
    SIZE,
    press,
    screen_of,
    text_of,
    top,
)


async def test_the_text_follows_the_quotes(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "quotation_mark", "G")
        screen = screen_of(app)
        assert screen.pane.lists["quotes"].index == 7
        first, last = screen.pane.view.span_in_view()
        assert first[0] <= harbour.quotes[7].where[0].block <= last[0]
        assert screen.pane.view.has_lit
        await press(pilot, "enter")
        assert isinstance(app.focused, ArticleView)
        await press(pilot, "escape")
        assert not screen.pane.view.has_lit


async def test_a_persons_passages_are_stepped_through(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "at", "full_stop")  # she is quoted, named, quoted again, and named once more further down
        assert "2/4  Maria Okonkwo, mayor of Brackwater" in text_of(app)
        await press(pilot, "2", "full_stop")
        assert "4/4  Maria Okonkwo" in text_of(app)
        await press(pilot, "3", "comma")
        assert "1/4  Maria Okonkwo" in text_of(app)


async def test_the_outline_leads_to_its_sections(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "number_sign", "j")
        assert screen_of(app).pane.view.place == (6, 0)
        await press(pilot, "number_sign")
        assert isinstance(app.focused, ArticleView)


async def test_outline_and_people_follow_the_text(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "right_square_bracket")
        screen = screen_of(app)
        assert screen.pane.lists["outline"].index == 1
        assert screen.pane.lists["people"].index == 2  # Ines Castellan is the next who is named
        assert screen.pane.lists["quotes"].index == 4


async def test_a_quote_points_at_its_speaker_and_its_section(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, '"', "2", "j")
        screen = screen_of(app)
        assert (screen.pane.lists["people"].index, screen.pane.lists["outline"].index) == (1, 0)
        await press(pilot, "G")
        assert (screen.pane.lists["people"].index, screen.pane.lists["outline"].index) == (3, 2)


async def test_a_jump_that_the_end_cuts_short_is_a_place_all_the_same(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "]", "]")
        screen = screen_of(app)
        assert screen.pane.view.place == (12, 0)
        assert screen.pane.lists["outline"].index == 2
        end = top(app)
        await press(pilot, "[")
        assert screen.pane.view.place == (6, 0)
        assert top(app) <= end
        await press(pilot, "5", "k")
        assert screen.pane.view.place < (6, 0)
