"""An article from elsewhere becomes part of the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.model import Article
from reader.tui.app import ReaderApp
from reader.tui.screens.person import PersonScreen
from tests.tui.driving import (
    SIZE,
    found,
    press,
    shows,
    text_of,
    until,
)


async def test_an_article_from_elsewhere_is_kept_starred_tagged_and_found_by_person(
    make_app: Callable[..., ReaderApp], harbour: Article, tmp_path: Path
) -> None:
    app = make_app(harbour)
    path = tmp_path / "data" / "library.db"
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R")
        await shows(pilot, "No feed is followed yet")
        await press(pilot, "c")
        await shows(pilot, "Kept.")
        await press(pilot, "s")
        await shows(pilot, "Kept, with a star.")
        await press(pilot, "t", *"inquiry", "enter")
        await shows(pilot, "Kept, tagged inquiry.")
        await press(pilot, "@", "*")
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        assert "mayor of Brackwater" in text_of(app)
    (saved,) = found(path, "starred tag:inquiry kept")
    assert saved.entry.url == harbour.url
