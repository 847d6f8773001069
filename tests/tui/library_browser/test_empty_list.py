"""An empty list says why it is empty, and which key changes that."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest

from reader.tui.library_browser.empty_list import why_empty
from reader.tui.library_browser.scopes import EVERYTHING, STARRED, UNREAD, Kind, Scope
from tests.tui.conftest import FrontMaker
from tests.tui.driving import press, shows, text_of, until


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_of_list_has_its_reason_and_a_key(kind: Kind) -> None:
    told = why_empty(Scope(kind=kind, title="Solvay Herald", text="storm"), "", has_feeds=True)
    assert told.endswith(".")
    assert any(f"{key} " in told for key in ("R", "s", "X", "t", "r", "Esc"))


def test_a_filter_is_the_reason_before_all_others() -> None:
    assert why_empty(STARRED, "newer:1d", has_feeds=True).startswith("Nothing in Starred matches newer:1d. Esc")


def test_without_a_feed_it_is_said_how_to_begin() -> None:
    for scope in (EVERYTHING, UNREAD):
        assert "a follows a feed" in why_empty(scope, "", has_feeds=False)


def test_a_feed_that_failed_says_what_of_and_when_it_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    scope = Scope(kind="feed", title="Herald", problem="the server said 503", due=datetime(2026, 11, 1, 10, 12, tzinfo=UTC))
    told = why_empty(scope, "", has_feeds=True)
    assert "the server said 503" in told
    assert f"asked again at {datetime(2026, 11, 1, 10, 12, tzinfo=UTC).astimezone():%H:%M}" in told


async def test_the_preview_belongs_to_the_list(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, "What happened to number 0")
        await press(pilot, "F", *"zeppelin", "enter")
        shown = await shows(pilot, "Nothing in Unread matches zeppelin.")
        assert "What happened" not in shown
        assert "1 min" not in shown
        await press(pilot, "escape")
        await shows(pilot, "What happened to number 0")
        await press(pilot, "h", "j")
        await shows(pilot, "Nothing is starred yet.")


async def test_actions_without_a_target_are_refused_in_words(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, "What happened to number 0")
        await press(pilot, "h")
        for key in ("c", "s", "t", "o", "y", "N"):
            await press(pilot, key)
            assert "Put the cursor on an article first." in text_of(app).splitlines()[-1], key
        await press(pilot, "j")
        await shows(pilot, "Nothing is starred yet.")
        await press(pilot, "l", "s")
        assert "Put the cursor on an article first." in text_of(app).splitlines()[-1]


async def test_a_star_on_a_preview_is_its_entrys(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, "What happened to number 0")
        await press(pilot, "tab")
        await until(pilot, lambda: app.reading.pane.focused is app.reading.pane.view)
        await press(pilot, "s")
        await shows(pilot, "Starred.")
