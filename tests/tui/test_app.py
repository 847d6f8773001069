"""The app: how it begins and ends, and what it does of what screens ask for."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reader.model import Article
from tests.tui.conftest import AppMaker


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


async def test_an_app_collects_garbage_once_it_stands(make_app: AppMaker, harbour: Article) -> None:
    gc.disable()
    async with make_app(harbour).run_test() as pilot:
        await pilot.pause()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0


async def test_an_app_freezes_nothing_where_collecting_was_not_put_off(make_app: AppMaker, harbour: Article) -> None:
    gc.unfreeze()
    async with make_app(harbour).run_test() as pilot:
        await pilot.pause()
        assert gc.get_freeze_count() == 0
