"""What is done with entries, and what is in the library afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.conftest import FrontMaker
from tests.tui.driving import (
    SIZE,
    front,
    press,
    shows,
    text_of,
    titles,
    until,
)


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


async def test_links_are_opened_and_copied_from_the_list(
    make_front: FrontMaker, path: Path, opened: Callable[[], list[str]]
) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        await shows(pilot, "Opened in the browser")
        assert opened() == ["https://courier.example/0"]
        await until(pilot, lambda: titles(path, "read"))
        await press(pilot, "j", "y")
        await shows(pilot, "Copied the link.")
        await press(pilot, "|")
        await shows(pilot, "Open the article first")


async def test_what_no_browser_takes_stays_unread_and_its_address_is_told(
    make_front: FrontMaker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "/bin/false")
    monkeypatch.setenv("PATH", "")
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        await shows(pilot, "No browser took it: https://courier.example/0")
        await app.workers.wait_for_complete()
        assert titles(path, "read") == []
