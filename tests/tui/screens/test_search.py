"""The search of the whole library."""

from __future__ import annotations

from reader.tui.screens.search import SearchScreen
from tests.tui.conftest import FrontMaker
from tests.tui.driving import (
    SIZE,
    front,
    press,
    shows,
    text_of,
    until,
)


async def test_search_shows_passages_and_leads_to_a_list_of_all_that_is_found(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"nets")
        await shows(pilot, "1 found, newest first")
        assert isinstance(app.screen, SearchScreen)
        assert "We can mend nets" in text_of(app)
        await press(pilot, *" (", "enter")
        await shows(pilot, "this parenthesis is not closed")
        await press(pilot, "backspace", "backspace", "enter")
        await until(pilot, lambda: app.focused is app.screen.item_list)  # type: ignore[attr-defined]
        await press(pilot, "o")
        await shows(pilot, "1 found, best first")
        await press(pilot, "tab", "tab", "enter")
        await shows(pilot, "Quotes 8")
        assert front(app).browser.listing.scope.title == "Search nets"
        await press(pilot, "h")
        await shows(pilot, "Search nets")
        await press(pilot, "/", "escape")
        await press(pilot, "escape")
        await until(pilot, lambda: front(app).browser.listing.scope.kind == "all")


async def test_what_is_found_opens_at_its_first_match_lit(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"okonkwo harbour")
        await shows(pilot, "1 found")
        await press(pilot, "enter", "enter")
        await shows(pilot, "Quotes 8")
        search = front(app).pane.search
        words = {front(app).pane.article.words([span]).lower() for span in search.matches}
        assert words == {"okonkwo", "harbour"}
        assert search.match == 0
        await press(pilot, "n")
        assert search.match == 1
        await press(pilot, "J")
        await shows(pilot, "There is no article")
        await press(pilot, "escape")
        assert search.words == ""


async def test_the_words_of_a_search_are_lit_in_no_other_article(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "What happened to number 0")
        front(app).pane.search.expect(-1, ("harbour",))
        await press(pilot, "enter")
        await shows(pilot, "Quotes 8")
        assert front(app).pane.search.words == ""
