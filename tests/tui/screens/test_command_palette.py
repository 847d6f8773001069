"""Help and palette."""

from __future__ import annotations

import pytest

from reader.model import Article
from reader.tui.keys.actions import every_action
from tests.tui.conftest import AppMaker
from tests.tui.driving import SIZE, press, screen_of, text_of


async def test_the_palette_does_what_is_chosen(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, ":", *"next theme", "enter")
        assert app.theme == "night"
        await press(pilot, ":", *"to the end", "enter")
        assert screen_of(app).pane.percent == 100
        await press(pilot, "colon", *"quotes", "enter")
        assert app.focused is screen_of(app).pane.lists["quotes"]


async def test_help_is_read_like_a_list_and_searched(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "?")
        shown = text_of(app)
        assert "── Moving" in shown
        assert "── Reading" in shown
        assert "Down one line; a number before it says how many.  (down)" in shown
        await press(pilot, "j")
        assert "Up one line; a number before it says how many.  (up)" in text_of(app)
        await press(pilot, "/", *"undo")
        shown = text_of(app)
        assert "Take the last change back.  (undo)" in shown
        assert "line down" not in shown
        await press(pilot, "escape")
        assert "line down" in text_of(app)
        for key in ("escape", "q", "?", "h"):
            assert "line down" in text_of(app), key
            await press(pilot, key)
            assert "line down" not in text_of(app), key
            await press(pilot, "?")


async def test_help_does_what_is_chosen(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "?", "F", *"next theme", "enter")
        assert app.theme == "night"
        await press(pilot, ":", *"filter", "enter")
        assert "This is for lists" in text_of(app)


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (20, 5)])
async def test_help_fits_small_screens(make_app: AppMaker, harbour: Article, size: tuple[int, int]) -> None:
    app = make_app(harbour)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "?")
        shown = text_of(app)
        assert "line" in shown
        assert sum("▸" in row or " " * 4 in row for row in shown.splitlines()) > size[1] // 3


async def test_whatever_the_palette_offers_can_be_chosen_over_an_article(
    make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(harbour, harbour)
    monkeypatch.setenv("PATH", "")  # no program is found
    for name in ("exit", "action_suspend_process"):
        monkeypatch.setattr(app, name, lambda *_, **__: None)
    async with app.run_test(size=(120, 40)) as pilot:
        for action in every_action():
            await app._perform(action)
        await pilot.pause()
        while len(app.screen_stack) > 1:
            await app.pop_screen()
        await press(pilot, "escape", "escape")
        await app.action_command("feeds")
        await pilot.pause()
        assert "front page" in text_of(app).splitlines()[-1]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("q", "quit"),
        ("T", "theme"),
        ("dark", "theme"),
        ("subscribe", "add"),
        ("width", "narrower"),
        ("zen", "zen"),
        ("undo", "undo"),
        ("J", "next-article"),
        ("quo", "quotes"),
        ("next sec", "next-section"),
    ],
)
async def test_what_is_called_exactly_so_comes_first(make_app: AppMaker, harbour: Article, typed: str, name: str) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, ":", *("space" if letter == " " else letter for letter in typed))
        assert f"({name})" in text_of(app)
