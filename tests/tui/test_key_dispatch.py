"""Keys are used at once, those that come too early later, and those that come too late never."""

from __future__ import annotations

from textual.events import Key

from reader.model import Article
from tests.tui.conftest import AppMaker
from tests.tui.driving import (
    press,
    text_of,
    top,
)


async def test_keys_that_come_too_early_are_used_in_their_order(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        app.key_dispatch._held = []
        for key in ("2", "j", "j"):
            assert await app.key_dispatch.take(Key(key, key))
        assert app.reading.pane.view.row == 0
        app.key_dispatch.release()
        await pilot.pause()
        assert app.reading.pane.view.row == 3
        assert app.key_dispatch._held is None


async def test_a_key_that_comes_when_no_screen_is_left_is_dropped(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    assert not app.screen_stack
    assert await app.key_dispatch.take(Key("j", "j"))
    await app.on_event(Key("j", "j"))


async def test_what_a_key_has_set_off_is_seen_when_it_has_been_taken(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press('"')
        await app.key_dispatch.take(Key("G", "G"))
        assert app.reading.pane.lists["outline"].index == 2  # the list told the pane, and that told the other lists


async def test_a_key_that_is_bound_to_nothing_forgets_the_count(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)):
        for key in ("5", "Ä"):
            await app.key_dispatch.take(Key(key, key))
        assert app.reading.pane.view.count == 0


async def test_a_count_before_a_key_that_takes_none_is_forgotten(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "5")
        assert text_of(app).splitlines()[-1].strip() == "5"
        await press(pilot, "F", "j")
        assert top(app) == 1
