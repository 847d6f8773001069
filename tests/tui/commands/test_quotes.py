"""What is done with quotes and people."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Article
from tests.tui.conftest import AppMaker
from tests.tui.driving import (
    SIZE,
    press,
    screen_of,
    text_of,
)


async def test_only_one_persons_quotes(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "quotation_mark", "j", "j", "p")
        assert "Quotes · Tunde Adeyemi 2" in text_of(app)
        await press(pilot, "p")
        assert "Quotes 8" in text_of(app)


async def test_a_quote_is_copied_with_its_speaker(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "quotation_mark", "y")
        assert app.clipboard == "“We were warned in March, and we did nothing,” — Maria Okonkwo"
        await press(pilot, "Y")
        assert app.clipboard == (
            "> We were warned in March, and we did nothing,\n>\n> — Maria Okonkwo, "
            "[Harbour inquiry opens after storm](<https://brackwater.example/harbour-inquiry>), Brackwater Courier\n"
        )


async def test_only_one_persons_quotes_are_shown_where_they_have_no_room_yet(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "@", "j", "p")
        shown = text_of(app)
        assert "Quotes · Tunde Adeyemi 2" in shown
        assert "“No funds were refused,”" in shown
        assert app.focused is screen_of(app).pane.lists["quotes"]
        await press(pilot, "p")
        assert "Quotes 8" in text_of(app)


async def test_somebody_without_quotes_hides_nothing(make_app: AppMaker, harbour: Article) -> None:
    silent = tuple(quote for quote in harbour.quotes if quote.speaker and quote.speaker.person != 3)
    app = make_app(replace(harbour, quotes=silent))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "@", "G", "p")
        shown = text_of(app)
    assert "Jonah Pell is not quoted in this article." in shown
    assert "Quotes 6" in shown
