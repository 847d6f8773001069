"""A library of invented papers, and the app on its front page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader import resources
from reader.library import Library, actions, entries, subscriptions
from reader.model import Article, Entry
from reader.newsroom import Request
from reader.newsroom.entry_reading import EntryRequest
from reader.newsroom.keeping import file_story
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.services import Services
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.theme.themes import read_themes
from reader.worker import Worker

NOW = datetime(2024, 11, 23, 12, tzinfo=UTC)
TITLES = (
    "Harbour inquiry opens after storm", "Bridge closes for the winter", "Ferry to Solvay runs again",
    "Museum returns carved door", "Town votes on the new quay", "Storm warning for the coast",
)  # fmt: skip


class Silent(Worker):
    """Is asked, and never answers by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Request | EntryRequest] = []

    def start(self) -> None:
        return None

    def ask(self, request: Request | EntryRequest, *, is_ahead: bool = False) -> int:
        self.asked.append(request)
        return len(self.asked)


@pytest.fixture
def path(tmp_path: Path, harbour: Article) -> Path:
    """Give the file of a library with two papers, six stories, and the page of one of them."""
    place = tmp_path / "data" / "library.db"
    with Library(place) as library:
        courier = subscriptions.subscribe(library, "https://courier.example/rss", title="Brackwater Courier", folder="Local")
        herald = subscriptions.subscribe(library, "https://herald.example/rss", title="Solvay Herald", tags=["sea"])
        ids: list[int] = []
        for number, title in enumerate(TITLES):
            entry = Entry(
                guid=str(number),
                url=f"https://courier.example/{number}",
                title=title,
                published=NOW - timedelta(hours=number),
                summary=f"What happened to number {number}, in a sentence.",
                content=f"<p>The feed says of number {number} that the town has waited for it long enough.</p>",
            )
            ids += entries.take_in(library, (courier, herald)[number % 2], [entry], NOW)
        entries.take_in(library, herald, [Entry(guid="same", url="https://courier.example/0?utm_source=rss")], NOW)
        file_story(library, ids[0], replace(harbour, url="https://courier.example/0", published=NOW), NOW)
        actions.tag(library, [ids[3]], "culture", NOW)
        subscriptions.save_query(library, "storms", "storm")
    return place


FrontMaker = Callable[..., ReaderApp]


@pytest.fixture
def make_front(path: Path) -> FrontMaker:
    """Gives the app on the front page of that library."""

    def make(settings: Settings | None = None) -> ReaderApp:
        return ReaderApp(
            OpenArticles(stories=()),
            Services(
                settings=settings or Settings(),
                worker=Silent(),
                themes=read_themes((resources.styles() / "themes",)),
                positions=Positions(None),
                library=LibraryAccess(path),
            ),
        )

    return make
