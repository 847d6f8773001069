"""The front page, driven by keys: every action of the library, and what is in the library afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.errors import FetchError
from reader.library import Library, search
from reader.library.query import parse
from reader.model import Article, Saved
from reader.newsroom import open_entry
from reader.newsroom.entry_reading import EntryRequest
from reader.settings import Settings
from reader.tui import messages
from reader.tui.app import ReaderApp
from reader.tui.screens.front_page import FrontPage
from reader.tui.screens.news import NewsScreen
from reader.tui.screens.person import PersonScreen
from reader.tui.screens.search import SearchScreen
from reader.worker import Answer

FrontMaker = Callable[..., ReaderApp]
SIZE = (120, 40)
PATIENCE = 20.0


def front(app: ReaderApp) -> FrontPage:
    assert app.front is not None
    return app.front


def text_of(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips[: app.size.height])


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


async def test_it_shows_feeds_entries_and_what_the_cursor_stands_on(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        shown = await shows(pilot, "What happened to number 0")
        await until(pilot, lambda: "#" in text_of(app) and "All" in text_of(app))
        assert "Unread 6" in shown
        for title in ("All", "Starred", "storms", "culture", "sea", "Local", "Brackwater Courier", "Solvay Herald"):
            assert title in shown
        assert "●  " in shown
        assert "Brackwater Courier, Solvay Herald" in shown or "Brackwater Courier, So" in shown
        await press(pilot, "j")
        await shows(pilot, "What happened to number 1")


async def test_opening_marks_read_and_what_was_read_stays_in_the_list(make_front: FrontMaker, path: Path) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        shown = await shows(pilot, "Quotes 8")
        assert "People 4" in shown
        await shows(pilot, "Unread 5")
        assert titles(path, "read") == ["Harbour inquiry opens after storm"]
        await press(pilot, "h")
        shown = await shows(pilot, "Bridge closes")
        assert "1/6" in shown
        assert "Harbour inquiry opens" in shown
        front(app).browser.read_anew()
        await until(pilot, lambda: front(app).browser.scopes.scopes[1].count == 5)
        assert len(front(app).browser.listing.rows) == 6
        await press(pilot, "f", "k", "enter", "f", "j", "enter")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 5)


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


async def test_star_tag_toggle_and_undo(make_front: FrontMaker, path: Path) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        await shows(pilot, "Starred.")
        assert titles(path, "starred") == ["Harbour inquiry opens after storm"]
        assert "●★" in text_of(app)
        await press(pilot, "j", "t", *"quay", "enter")
        await shows(pilot, "Tagged quay.")
        assert titles(path, "tag:quay") == ["Bridge closes for the winter"]
        await shows(pilot, "# quay")
        await press(pilot, "t", *"-quay", "enter")
        await shows(pilot, "Untagged quay.")
        await press(pilot, "N")
        await shows(pilot, "Marked read.")
        await press(pilot, "U")
        await shows(pilot, "Taken back: mark read.")
        await press(pilot, "U")
        await shows(pilot, "Taken back: untag quay.")
        assert titles(path, "tag:quay unread") == ["Bridge closes for the winter"]
        await press(pilot, "t", *"two words", "enter")
        await shows(pilot, "A tag is one word.")


async def test_a_scope_is_marked_read_at_once_and_taken_back(make_front: FrontMaker, path: Path) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "A")
        await shows(pilot, "6 of Unread marked read; U takes it back.")
        assert titles(path, "unread") == []
        await press(pilot, "A")
        await shows(pilot, "Nothing here is unread.")
        await press(pilot, "n")
        await shows(pilot, "Nothing is left unread.")
        await press(pilot, "U")
        await shows(pilot, "Unread 6")


async def test_next_and_previous_unread_in_list_and_text(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "N")
        await shows(pilot, "Marked read.")
        await press(pilot, "k", "n")
        await until(pilot, lambda: front(app).pane.lists["entries"].index == 2)
        await press(pilot, "p")
        await until(pilot, lambda: front(app).pane.lists["entries"].index == 0)
        await press(pilot, "enter")
        await shows(pilot, "Quotes 8")
        await press(pilot, "n")
        await shows(pilot, "Reading Ferry to Solvay")
        assert app.services.worker.asked  # type: ignore[attr-defined]


async def test_a_filter_is_a_query_and_is_kept_under_a_name(make_front: FrontMaker, path: Path) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        await shows(pilot, "Filter or search first")
        await press(pilot, "F", *"storm", "enter")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 2)
        assert "Unread 6 · storm" in text_of(app)
        await press(pilot, "S", *"bad weather", "enter")
        await shows(pilot, "Saved: bad weather (unread storm)")
        await shows(pilot, "/ bad weather")
        await press(pilot, "escape")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 6)
        await press(pilot, "F", *"feeed:courier", "enter")
        shown = await shows(pilot, ">feeed:courier<")
        assert "did you mean feed:?" in shown
        await press(pilot, "f", "g", "j", "j", "j")
        await shows(pilot, "bad weather 2")
        await press(pilot, "X")
        await shows(pilot, "Forgotten: bad weather.")
        await press(pilot, "U")
        await shows(pilot, "Taken back: forget bad weather.")


async def test_search_shows_passages_and_leads_to_a_list_of_all_that_is_found(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"nets")
        await shows(pilot, "1 found, newest first")
        assert isinstance(app.screen, SearchScreen)
        assert "We can mend nets" in text_of(app)
        await press(pilot, *" (", "enter")
        await shows(pilot, "this parenthesis is not closed")
        await press(pilot, "backspace", "backspace", "enter")
        await until(pilot, lambda: app.focused is app.screen.item_list)  # type: ignore[attr-defined]
        await press(pilot, "o")
        await shows(pilot, "1 found, best first")
        await press(pilot, "tab", "tab", "enter")
        await shows(pilot, "Quotes 8")
        assert front(app).browser.listing.scope.title == "Search nets"
        await press(pilot, "h")
        await shows(pilot, "Search nets")
        await press(pilot, "/", "escape")
        await press(pilot, "escape")
        await until(pilot, lambda: front(app).browser.listing.scope.kind == "all")


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


async def test_deleting_and_unsubscribing_can_be_taken_back(make_front: FrontMaker, path: Path) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "X")
        await shows(pilot, "Deleted; U takes it back.")
        assert len(titles(path, "")) == 5
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 5)
        await press(pilot, "U")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 6)
        await press(pilot, "f", "G", "X")
        await shows(pilot, "Brackwater Courier: followed no longer, 2 entries gone with it")
        await until(pilot, lambda: [scope.title for scope in front(app).browser.scopes.scopes][-1] == "Solvay Herald")
        assert front(app).browser.listing.scope.title == "Solvay Herald"
        await press(pilot, "U")
        await shows(pilot, "Taken back: unsubscribe Brackwater Courier.")
        assert len(titles(path, 'feed:"Brackwater Courier"')) == 3


async def test_links_are_opened_and_copied_from_the_list(make_front: FrontMaker, path: Path) -> None:
    app = make_front()
    seen: list[str] = []
    app.open_url = lambda url, *, new_tab=True: seen.append(url)  # type: ignore[method-assign]  # noqa: PLW0108
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        await shows(pilot, "Opened in the browser")
        assert seen == ["https://courier.example/0"]
        await until(pilot, lambda: titles(path, "read"))
        await press(pilot, "j", "y")
        await shows(pilot, "Copied the link.")
        await press(pilot, "|")
        await shows(pilot, "Open the article first")


@pytest.mark.parametrize(
    ("keys", "wish"),
    [
        (("R",), "FeedsWanted None"),
        (("f", "G", "r"), "FeedsWanted (1,)"),
        (("r",), "FeedsWanted None"),
        (("a", *"courier.example", "enter"), "AddWanted courier.example"),
        (("e", *"out", "enter"), "FilesWanted 1 out"),
        (("e", *"all.epub", "enter"), "FilesWanted 6 all.epub"),
        (("j", "c"), "EntryWanted 1"),
    ],
)
async def test_what_takes_time_is_asked_of_the_app(make_front: FrontMaker, keys: tuple[str, ...], wish: str) -> None:
    app = make_front()
    asked: list[str] = []

    def note(message: object) -> None:
        match message:
            case messages.FeedsWanted():
                asked.append(f"FeedsWanted {message.feeds}")
            case messages.AddWanted():
                asked.append(f"AddWanted {message.source}")
            case messages.FilesWanted():
                asked.append(f"FilesWanted {len(message.entries)} {message.target}")
            case messages.EntryWanted():
                asked.append(f"EntryWanted {message.saved.entry.guid[-1]}")

    app.jobs.start = lambda *_: None  # type: ignore[method-assign]
    async with app.run_test(size=SIZE, message_hook=note) as pilot:
        await pilot.pause()
        await press(pilot, *keys)
        await until(pilot, lambda: asked)
    assert asked[0] == wish


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_levels_at_every_width(make_front: FrontMaker, size: tuple[int, int]) -> None:
    app = make_front()
    async with app.run_test(size=size) as pilot:
        screen = front(app)
        await shows(pilot, "Bridge closes")
        assert str(screen.pane.focused.id) == "entries"
        assert ("storms" in text_of(app)) is (size[0] > 80)
        await press(pilot, "h")
        assert str(screen.pane.focused.id) == "feeds"
        await shows(pilot, "Solvay Herald")
        await press(pilot, "l")
        assert str(screen.pane.focused.id) == "entries"
        await press(pilot, "l")
        assert str(screen.pane.focused.id) == "article"
        await shows(pilot, "HARBOUR INQUIRY OPENS AFTER STORM")
        await press(pilot, "=")
        assert str(screen.pane.focused.id) == "entries"
        await press(pilot, "enter", '"')
        assert str(screen.pane.focused.id) == "quotes"
        await press(pilot, "q")
        assert str(screen.pane.focused.id) == "article"
        await press(pilot, "q", "q", "q")
    assert app.return_code == 0


async def test_a_link_is_read_here_and_q_goes_back_to_the_entry(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        await shows(pilot, "Quotes 8")
        await press(pilot, "G", ";", "a")
        await until(pilot, lambda: app.articles.opened.here == 1)
        await press(pilot, "q")
        await until(pilot, lambda: app.articles.opened.here == 0)
        await shows(pilot, "Quotes 8")


async def test_linear_shows_one_thing_at_a_time(make_front: FrontMaker) -> None:
    app = make_front(Settings(linear=True))
    async with app.run_test(size=SIZE) as pilot:
        shown = await shows(pilot, "Bridge closes")
        assert "│" not in shown
        assert "Solvay Herald ─" not in shown
        await press(pilot, "h")
        assert "Bridge closes" not in await shows(pilot, "Local")


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
