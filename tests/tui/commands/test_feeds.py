"""What takes its time is asked of the app."""

from __future__ import annotations

import pytest

from reader.tui import messages
from tests.tui.conftest import FrontMaker
from tests.tui.driving import (
    SIZE,
    press,
    until,
)


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
