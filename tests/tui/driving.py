"""Drives the app by keys, and reads its screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot

from reader.library import Library, search
from reader.library.query import parse
from reader.model import Article, Saved
from reader.newsroom.entry_reading import EntryRequest
from reader.newsroom.keeping import open_entry
from reader.tui.app import ReaderApp
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.front_page import FrontPage
from reader.tui.state.open_articles import OpenArticle
from reader.worker import Answer
from tests.tui.conftest import reading

SIZE = (120, 40)
PATIENCE = 20.0


def screen_of(app: ReaderApp) -> ArticleScreen:
    assert isinstance(app.screen, ArticleScreen)
    return app.screen


def front(app: ReaderApp) -> FrontPage:
    assert app.front is not None
    return app.front


def text_of(app: ReaderApp) -> str:
    """What the terminal shows, row by row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips[: app.size.height])


def top(app: ReaderApp) -> int:
    return round(screen_of(app).pane.view.scroll_y)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def until(pilot: Pilot[int], holds: Callable[[], object]) -> None:
    """Wait for what threads and timers bring."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await pilot.pause(0.02)


async def shows(pilot: Pilot[int], words: str) -> str:
    app = pilot.app
    assert isinstance(app, ReaderApp)
    try:
        await until(pilot, lambda: words in text_of(app))
    except TimeoutError:
        raise AssertionError(f"{words!r} does not come:\n{text_of(app)}") from None
    return text_of(app)


def found(path: Path, query: str) -> tuple[Saved, ...]:
    with Library(path) as library:
        return search.entries(library, parse(query, datetime.now(UTC)))


def titles(path: Path, query: str) -> list[str]:
    return [saved.entry.title for saved in found(path, query)]


def answer(app: ReaderApp, *, offline: bool = True) -> None:
    """Let the worker answer what it was asked last."""
    wish = app.services.worker.asked[-1]  # type: ignore[attr-defined]
    assert isinstance(wish, EntryRequest)
    wish = EntryRequest(entry=wish.entry, library=wish.library, own_text=wish.own_text, offline=offline)
    reading, error = open_entry(wish, datetime.now(UTC))
    app.articles.take(Answer(ticket=1, reading=reading, error=error))


def waiting(app: ReaderApp) -> None:
    """Make the app wait for the one article it has."""
    article = app.articles.opened.stories[0]
    app.articles.opened = app.articles.opened._replace(stories=(OpenArticle(request=article.request),))
    app.reading.pane.opened = app.articles.opened


def bare(article: Article) -> Article:
    return replace(article, people=(), quotes=())


@asynccontextmanager
async def half_read(
    app: ReaderApp, article: Article, size: tuple[int, int] = (160, 30)
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """Run an app that has the text of its one article, and nothing of its people and quotes."""
    waiting(app)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.articles.take(Answer(ticket=1, reading=reading(bare(article)), is_whole=False))
        yield app, pilot
