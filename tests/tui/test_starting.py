"""How the app begins: garbage is collected again as soon as it stands on the screen."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator

import pytest

from reader.tui.starting import StartingApp


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
