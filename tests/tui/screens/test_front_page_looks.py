"""How the library looks: pictures at three sizes, compared with those that were looked at and kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from reader.settings import Settings
from reader.tui.app import ReaderApp

FrontMaker = Callable[..., ReaderApp]
Compare = Callable[..., bool]
SIZES = ((80, 24), (120, 40), (200, 60))


def named(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def typing(*keys: str, until: str) -> Callable[[Pilot[int]], object]:
    """Press keys, then wait for words, and for everything that threads still count."""

    async def run(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        async with asyncio.timeout(20):
            while until not in _text(app) or not _is_counted(app):
                await pilot.pause(0.02)
        await pilot.pause(0.1)

    return run


def _text(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def _is_counted(app: ReaderApp) -> bool:
    front = app.front
    return front is not None and all(scope.count is not None for scope in front.browser.scopes.scopes)


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_the_front_page(snap_compare: Compare, make_front: FrontMaker, size: tuple[int, int]) -> None:
    seen = "What happened" if size[0] > 80 else "Bridge closes"
    assert snap_compare(make_front(), terminal_size=size, run_before=typing(until=seen))


def test_the_feeds_alone(snap_compare: Compare, make_front: FrontMaker) -> None:
    assert snap_compare(make_front(), terminal_size=(80, 24), run_before=typing("h", until="Solvay Herald"))


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_an_entry_that_is_read(snap_compare: Compare, make_front: FrontMaker, size: tuple[int, int]) -> None:
    seen = "Quotes 8" if size[0] > 80 else "4 people"
    assert snap_compare(make_front(), terminal_size=size, run_before=typing("enter", until=seen))


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_a_search(snap_compare: Compare, make_front: FrontMaker, size: tuple[int, int]) -> None:
    keys = ("/", *"storm", "enter")
    assert snap_compare(make_front(), terminal_size=size, run_before=typing(*keys, until="2 found"))


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_a_person(snap_compare: Compare, make_front: FrontMaker, size: tuple[int, int]) -> None:
    async def run(pilot: Pilot[int]) -> None:
        await typing("enter", until="4 people" if size[0] == 80 else "Quotes 8")(pilot)  # type: ignore[misc]
        await typing("@", "*", until="Named together")(pilot)  # type: ignore[misc]

    assert snap_compare(make_front(), terminal_size=size, run_before=run)


def test_ascii_marks(snap_compare: Compare, make_front: FrontMaker) -> None:
    app = make_front(Settings(ascii=True))
    assert snap_compare(app, terminal_size=(120, 40), run_before=typing("s", until="Starred."))
