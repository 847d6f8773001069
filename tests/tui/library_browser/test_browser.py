"""The library looked through: what is on the screen before an article's page has come, and stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from reader.model import Article
from reader.worker import Answer
from tests.tui.conftest import FrontMaker, reading
from tests.tui.driving import SIZE, press, shows, text_of


async def test_what_the_entry_knows_stands_from_the_first_picture_and_stays(make_front: FrontMaker, harbour: Article) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "What happened to number 0")
        await press(pilot, "j", "enter")
        first = await shows(pilot, "Reading Bridge closes")
        assert "BRIDGE CLOSES FOR THE WINTER" in first
        assert "Solvay Herald · 23 Nov 2024" in first
        assert "1 min" not in first
        bare = replace(harbour, url="https://courier.example/1", byline=(), site="", published=None)
        app.articles.take(Answer(ticket=1, reading=reading(bare)))
        await shows(pilot, "Quotes 8")
        assert "Solvay Herald · 23 Nov 2024 · 1 min" in text_of(app)


async def test_what_the_page_says_goes_before_what_the_entry_knows(make_front: FrontMaker, harbour: Article) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "What happened to number 0")
        await press(pilot, "j", "enter")
        page = replace(harbour, byline=("Jo Marsh",), site="The Quay", published=datetime(2024, 11, 20, 8, tzinfo=UTC))
        app.articles.take(Answer(ticket=1, reading=reading(page)))
        assert "Jo Marsh · The Quay · 20 Nov 2024" in await shows(pilot, "Quotes 8")
