"""A person's page."""

from __future__ import annotations

from reader.tui.screens.front_page import FrontPage
from reader.tui.screens.person import PersonScreen
from tests.tui.conftest import FrontMaker
from tests.tui.driving import (
    SIZE,
    front,
    press,
    shows,
    until,
)


async def test_a_persons_page_tells_everything_and_leads_on(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        await shows(pilot, "Quotes 8")
        await press(pilot, "@", "*")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        shown = await shows(pilot, "We were warned in March")
        for words in (
            "Maria Okonkwo",
            "mayor of Brackwater",
            "Named together with",
            "Tunde Adeyemi",
            "23 Nov 2024",
            "Articles",
        ):
            assert words in shown
        await press(pilot, "j", "j", "enter")
        await shows(pilot, "A harbour does not fall down in a night")
        await press(pilot, "G", "enter")
        await until(pilot, lambda: isinstance(app.screen, FrontPage))
        assert front(app).browser.listing.scope.kind == "person"
        await shows(pilot, "Quotes 8")
