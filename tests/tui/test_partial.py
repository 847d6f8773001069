"""A page whose text is there before its people and quotes are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from textual.pilot import Pilot

from reader.model import Article
from reader.tui.app import ReaderApp
from reader.tui.state.open_articles import OpenArticle
from reader.worker import Answer
from tests.tui.conftest import AppMaker, reading
from tests.tui.test_reading import press, text_of

SIZE = (160, 30)


def waiting(app: ReaderApp) -> None:
    """Make the app wait for the one story it has."""
    story = app.articles.opened.stories[0]
    app.articles.opened = app.articles.opened._replace(stories=(OpenArticle(request=story.request),))
    app.reading.pane.opened = app.articles.opened


def bare(article: Article) -> Article:
    return replace(article, people=(), quotes=())


@asynccontextmanager
async def half_read(
    app: ReaderApp, article: Article, size: tuple[int, int] = SIZE
) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    """Run an app that has the text of its one story, and nothing of its people and quotes."""
    waiting(app)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.articles.take(Answer(ticket=1, reading=reading(bare(article)), is_whole=False))
        yield app, pilot


async def test_the_text_is_shown_and_its_people_follow(make_app: AppMaker, harbour: Article) -> None:
    async with half_read(make_app(harbour), harbour) as (app, pilot):
        await pilot.pause()
        assert "HARBOUR INQUIRY" in text_of(app)
        assert "People …" in text_of(app)
        panes = app.reading.pane.grid.shown()
        await press(pilot, "at")
        assert "still being found" in text_of(app).splitlines()[-1]
        await press(pilot, "d", "slash", *"tide", "enter")
        place, words = app.reading.pane.view.place, app.reading.pane.search.words
        app.articles.take(Answer(ticket=1, reading=reading(harbour)))
        await pilot.pause()
        assert app.reading.pane.article == harbour
        assert (app.reading.pane.view.place, app.reading.pane.search.words) == (place, words)
        assert app.reading.pane.grid.shown() == panes
        assert app.focused is app.reading.pane.lists["people"]  # as was asked for


async def test_a_wish_for_a_pane_is_dropped_by_another_one(make_app: AppMaker, harbour: Article) -> None:
    async with half_read(make_app(harbour), harbour) as (app, pilot):
        await press(pilot, "at", "number_sign")
        app.articles.take(Answer(ticket=1, reading=reading(harbour)))
        await pilot.pause()
        assert app.focused is app.reading.pane.lists["outline"]


async def test_nobody_named_is_told_when_it_is_known(make_app: AppMaker, harbour: Article) -> None:
    async with half_read(make_app(harbour), harbour) as (app, pilot):
        await press(pilot, "at")
        app.articles.take(Answer(ticket=1, reading=reading(bare(harbour))))
        await pilot.pause()
        assert "Nobody is named in this article." in text_of(app).splitlines()[-1]
        assert app.focused is app.reading.pane.view


async def test_not_a_row_moves_when_people_follow(make_app: AppMaker, harbour: Article) -> None:
    async with half_read(make_app(harbour), harbour, size=(60, 14)) as (app, pilot):
        for key in ("space", *"jjj", "space", "j"):  # a row between paragraphs is among those on top
            await press(pilot, key)
            before = text_of(app).splitlines()[1:-2]
            app.articles.asked = 0
            app.articles.take(Answer(ticket=1, reading=reading(harbour)))
            await pilot.pause()
            assert [row.replace("▌", " ") for row in text_of(app).splitlines()[1:-2]] == [
                row.replace("▌", " ") for row in before
            ]
            story = app.articles.opened.stories[0]._replace(is_partial=True)
            app.articles.opened = app.articles.opened._replace(stories=(story,))
            app.reading.pane.opened = app.articles.opened


async def test_text_stays_when_the_rest_cannot_be_had(make_app: AppMaker, harbour: Article) -> None:
    async with half_read(make_app(harbour), harbour) as (app, pilot):
        app.articles.take(Answer(ticket=1))
        await pilot.pause()
        assert "HARBOUR INQUIRY" in text_of(app)
        assert app.articles.opened.stories[0].article == bare(harbour)


async def test_what_was_kept_stays_until_the_whole_is_there(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    story = app.articles.opened.stories[0]._replace(is_old=True)
    app.articles.opened = app.articles.opened._replace(stories=(story,))
    app.reading.pane.opened = app.articles.opened
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.articles.take(Answer(ticket=1, reading=reading(bare(harbour)), is_whole=False))
        assert app.articles.opened.stories[0].article == harbour
        assert app.articles.opened.stories[0].is_old


async def test_a_story_that_was_left_half_read_is_asked_for_again(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, harbour)
    waiting_story = OpenArticle(request=app.articles.opened.stories[0].request)
    app.articles.opened = app.articles.opened._replace(stories=(waiting_story, app.articles.opened.stories[1]))
    app.reading.pane.opened = app.articles.opened
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.articles.take(Answer(ticket=1, reading=reading(bare(harbour)), is_whole=False))
        await press(pilot, "J")
        assert app.articles.opened.stories[0].is_wanting
        app.articles.asked = -1
        asked = len(app.services.worker.asked)  # type: ignore[attr-defined]  # the worker of these tests
        await press(pilot, "K")
        assert len(app.services.worker.asked) == asked + 1  # type: ignore[attr-defined]
