"""How the app begins: garbage is collected again as soon as it stands on the screen."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator

import pytest
from textual.events import Key

from reader.model import Article
from reader.tui.startup.starting import StartingApp
from tests.tui.conftest import AppMaker


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def _run() -> None:
    async def stand() -> None:
        async with StartingApp().run_test() as pilot:
            await pilot.pause()

    asyncio.run(stand())


def test_an_app_collects_garbage_once_it_stands() -> None:
    gc.disable()
    _run()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_an_app_freezes_nothing_where_collecting_was_not_put_off() -> None:
    gc.unfreeze()
    _run()
    assert gc.get_freeze_count() == 0


async def test_keys_that_come_too_early_are_used_in_their_order(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        app._early = [Key(key, key) for key in ("2", "j", "j")]
        app.on_ready()
        await pilot.pause()
        assert app.reading.view.row == 3
        assert not app.waits(Key("j", "j"))


async def test_a_key_that_comes_when_no_screen_is_left_is_dropped(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    assert not app.screen_stack
    await app.on_event(Key("j", "j"))
