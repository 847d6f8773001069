"""Entries are opened from what is kept, or read by the worker."""

from __future__ import annotations

from reader.errors import FetchError
from reader.worker import Answer
from tests.tui.conftest import FrontMaker
from tests.tui.driving import (
    SIZE,
    answer,
    press,
    shows,
    text_of,
)


async def test_a_page_that_is_not_kept_is_fetched_by_the_worker_and_x_shows_the_feeds_text(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "enter")
        assert "Reading Bridge closes" in text_of(app)
        answer(app)
        shown = await shows(pilot, "The feed says of number 1")
        assert "This is the feed's own text" in shown
        assert "needs the network" in shown
        await press(pilot, "K")
        await shows(pilot, "Quotes 8")
        await press(pilot, "x")
        answer(app)
        await shows(pilot, "The feed says of number 0")
        await press(pilot, "x")
        await shows(pilot, "Quotes 8")


async def test_an_old_answer_never_replaces_a_newer_article(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "enter", "K")
        await shows(pilot, "Quotes 8")
        answer(app)
        await pilot.pause()
        assert "Quotes 8" in text_of(app)
        await press(pilot, "J")
        app.articles.take(Answer(ticket=1, error=FetchError("no such host", source="https://courier.example/1")))
        assert "What happened to number 1" in await shows(pilot, "no such host")
