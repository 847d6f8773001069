"""The open articles, and what the worker answers."""

from __future__ import annotations

from reader.errors import FetchError
from reader.model import Article
from reader.newsroom import Request
from reader.tui.state.open_articles import OpenArticle
from reader.worker import Answer
from tests.tui.conftest import AppMaker
from tests.tui.conftest import reading as reading_of
from tests.tui.driving import SIZE, bare, half_read, press, text_of


async def test_read_and_unread_can_be_taken_back(make_app: AppMaker, harbour: Article, shapes: Article) -> None:
    app = make_app(harbour, shapes)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.articles.opened.unread == 1
        await press(pilot, "N")
        assert app.articles.opened.unread == 2
        await press(pilot, "U")
        assert app.articles.opened.unread == 1
        await press(pilot, "n")
        assert "SHAPES OF THE COAST" in text_of(app)
        await press(pilot, "n")
        assert "Nothing is left unread." in text_of(app)


async def test_an_error_is_told_and_the_next_article_still_opens(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, harbour)
    app.articles.opened = app.articles.opened._replace(
        stories=(app.articles.opened.stories[0]._replace(reading=None), app.articles.opened.stories[1])
    )
    app.reading.pane.opened = app.articles.opened
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.articles.take(
            Answer(ticket=1, error=FetchError("the server is gone", source="https://x.example/", advice="try later"))
        )
        await pilot.pause()
        rows = text_of(app).splitlines()
        assert "the server is gone (try later)" in rows[-1]
        assert any("https://x.example/: the server is gone (try later)" in row for row in rows[:-1])  # it stays in the text
        assert any("×" in row for row in rows[:-1])
        await press(pilot, "J")
        assert "HARBOUR INQUIRY" in text_of(app)


async def test_a_story_that_is_not_read_yet_is_waited_for(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, harbour)
    slow = app.articles.opened.stories[1]._replace(reading=None, request=Request(source="https://slow.example/"))
    app.articles.opened = app.articles.opened._replace(stories=(app.articles.opened.stories[0], slow))
    app.reading.pane.opened = app.articles.opened
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=", "G", "enter")
        assert "Reading https://slow.example/ …" in text_of(app)


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
        app.articles.take(Answer(ticket=1, reading=reading_of(bare(harbour)), is_whole=False))
        assert app.articles.opened.stories[0].article == harbour
        assert app.articles.opened.stories[0].is_old


async def test_a_story_that_was_left_half_read_is_asked_for_again(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, harbour)
    waiting_story = OpenArticle(request=app.articles.opened.stories[0].request)
    app.articles.opened = app.articles.opened._replace(stories=(waiting_story, app.articles.opened.stories[1]))
    app.reading.pane.opened = app.articles.opened
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.articles.take(Answer(ticket=1, reading=reading_of(bare(harbour)), is_whole=False))
        await press(pilot, "J")
        assert app.articles.opened.stories[0].is_wanting
        app.articles.asked = -1
        asked = len(app.services.worker.asked)  # type: ignore[attr-defined]  # the worker of these tests
        await press(pilot, "K")
        assert len(app.services.worker.asked) == asked + 1  # type: ignore[attr-defined]
