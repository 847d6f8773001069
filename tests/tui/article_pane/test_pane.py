"""The article pane: what it shows, and what it says of what is not there yet."""

from __future__ import annotations

from reader.model import Article
from reader.worker import Answer
from tests.tui.conftest import AppMaker
from tests.tui.conftest import reading as reading_of
from tests.tui.driving import SIZE, bare, half_read, press, screen_of, text_of


async def test_the_filter_shows_only_what_holds_the_words(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "quotation_mark", "F", *"pell", "enter")
        assert len(screen_of(app).pane.lists["quotes"]) == 2
        await press(pilot, "escape")
        assert len(screen_of(app).pane.lists["quotes"]) == 8


async def test_a_message_stays_until_the_next_key_and_a_search_until_it_is_cleared(
    make_app: AppMaker, harbour: Article
) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert "Copied the link." in text_of(app)
        await press(pilot, "j")
        assert "Copied the link." not in text_of(app)
        await press(pilot, "/", *"harbour", "enter", "y")
        assert "Copied the link." in text_of(app)
        await press(pilot, "j")
        assert "/harbour  2/3" in text_of(app)
        await press(pilot, "escape")
        assert "/harbour" not in text_of(app)


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
        app.articles.take(Answer(ticket=1, reading=reading_of(harbour)))
        await pilot.pause()
        assert app.reading.pane.article == harbour
        assert (app.reading.pane.view.place, app.reading.pane.search.words) == (place, words)
        assert app.reading.pane.grid.shown() == panes
        assert app.focused is app.reading.pane.lists["people"]  # as was asked for


async def test_a_wish_for_a_pane_is_dropped_by_another_one(make_app: AppMaker, harbour: Article) -> None:
    async with half_read(make_app(harbour), harbour) as (app, pilot):
        await press(pilot, "at", "number_sign")
        app.articles.take(Answer(ticket=1, reading=reading_of(harbour)))
        await pilot.pause()
        assert app.focused is app.reading.pane.lists["outline"]


async def test_nobody_named_is_told_when_it_is_known(make_app: AppMaker, harbour: Article) -> None:
    async with half_read(make_app(harbour), harbour) as (app, pilot):
        await press(pilot, "at")
        app.articles.take(Answer(ticket=1, reading=reading_of(bare(harbour))))
        await pilot.pause()
        assert "Nobody is named in this article." in text_of(app).splitlines()[-1]
        assert app.focused is app.reading.pane.view


async def test_not_a_row_moves_when_people_follow(make_app: AppMaker, harbour: Article) -> None:
    async with half_read(make_app(harbour), harbour, size=(60, 14)) as (app, pilot):
        for key in ("space", *"jjj", "space", "j"):  # a row between paragraphs is among those on top
            await press(pilot, key)
            before = text_of(app).splitlines()[1:-2]
            app.articles.asked = 0
            app.articles.take(Answer(ticket=1, reading=reading_of(harbour)))
            await pilot.pause()
            assert [row.replace("▌", " ") for row in text_of(app).splitlines()[1:-2]] == [
                row.replace("▌", " ") for row in before
            ]
            story = app.articles.opened.stories[0]._replace(is_partial=True)
            app.articles.opened = app.articles.opened._replace(stories=(story,))
            app.reading.pane.opened = app.articles.opened
