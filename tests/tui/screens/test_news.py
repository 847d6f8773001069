"""Who is in the news."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from reader.library import Library
from reader.tui.screens.front_page import FrontPage
from reader.tui.screens.news import NewsScreen
from reader.tui.screens.person import PersonScreen
from tests.tui.conftest import FrontMaker
from tests.tui.driving import (
    SIZE,
    press,
    text_of,
    until,
)


async def test_who_is_in_the_news(make_front: FrontMaker, path: Path) -> None:
    with Library(path) as library, library.writing() as connection:
        shift = (int(datetime.now(UTC).timestamp()) - 60) << 20
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute("UPDATE mentions SET entry_id = ?", (shift,))
        connection.execute("UPDATE entries SET id = ? WHERE id = (SELECT max(id) FROM entries)", (shift,))
        for table in ("appearances", "articles", "quotes", "texts", "contents", "addresses", "sketches"):
            connection.execute(f"UPDATE {table} SET entry_id = ?1 WHERE entry_id NOT IN (SELECT id FROM entries)", (shift,))
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "i")
        await until(pilot, lambda: isinstance(app.screen, NewsScreen))
        assert "Maria Okonkwo" in text_of(app)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        await press(pilot, "q")
        await until(pilot, lambda: isinstance(app.screen, FrontPage))
