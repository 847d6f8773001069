"""Random keys, resizes and clicks on all bundled pages, a page that failed and one that never comes.

    python tests/bench/terminal_random.py [MINUTES] [SEED]

The app runs in this process on a screen without a terminal.  Any error ends the run with the seed and the last keys; at the end
the memory after the first tenth of the run is compared with that at the end (bar: it grows by no more than 10 %).
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from textual.errors import NoWidget
from textual.events import Key
from textual.pilot import Pilot

from reader import resources
from reader.errors import FetchError
from reader.newsroom import Reading, Request, read_annotated
from reader.newsroom.entry_reading import EntryRequest
from reader.settings import Settings
from reader.sources import seed_names
from reader.tui import external_programs
from reader.tui.app import ReaderApp
from reader.tui.keys.actions import every_action
from reader.tui.services import Services
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.theme.themes import read_themes
from reader.worker import Worker

SIZES = ((120, 40), (80, 24), (200, 60), (40, 10), (110, 14), (179, 30), (20, 5), (1, 1))
TYPED = [*"abcdefghijklmnoprstuvwxyz0123456789 ", "enter", "escape", "backspace"]


def memory() -> float:
    """MiB resident."""
    gc.collect()
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


class Offline(Worker):
    """Answers nothing: the pages have been read already."""

    def start(self) -> None:
        """Start no process."""

    def ask(self, request: Request | EntryRequest, *, is_ahead: bool = False) -> int:
        """Ask nobody."""
        return len(request.source)


class Caged(ReaderApp):
    """An app that no key leaves: it does not end, and lends the terminal to nobody."""

    def exit(self, *_: object, **__: object) -> None:
        """Stay."""

    def action_suspend_process(self) -> None:
        """Stay in the foreground."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Give the terminal to nobody."""
        yield


def readings() -> list[Reading]:
    """Give all bundled pages, read."""
    return [read_annotated(Request(source=f"seed:{name}")) for name in seed_names()]


async def click(pilot: Pilot[int], chance: random.Random, last: list[str]) -> None:
    """Click somewhere, or drag from there to somewhere else."""
    width, height = pilot.app.size
    start, end = ((chance.randrange(width), chance.randrange(height)) for _ in range(2))
    last.append(f"{start}-{end}")
    with suppress(NoWidget):  # a screen that has just opened, or changed its size, has nothing there yet
        await pilot.mouse_down(offset=start)
        if chance.random() < 0.5:
            await pilot.hover(offset=end)
        else:
            end = start
        await pilot.mouse_up(offset=end)


async def drive(minutes: float, seed: int, last: list[str]) -> None:
    """Press keys for some minutes, and keep the last of them."""
    chance = random.Random(seed)
    keys = [key for action in every_action() for key in action.keys.split()] + TYPED
    names = {"<": "less_than_sign", ">": "greater_than_sign"}
    stories = (
        *(OpenArticle(request=Request(source=f"seed:{n}"), reading=reading) for n, reading in enumerate(readings())),
        OpenArticle(
            request=Request(source="https://gone.example/"), error=FetchError("no such host", source="https://gone.example/")
        ),
        OpenArticle(request=Request(source="https://slow.example/")),
    )
    os.environ["BROWSER"] = "true"  # takes every address, and opens none
    with tempfile.TemporaryDirectory() as folder:
        services = Services(
            settings=Settings(),
            worker=Offline(),
            library=LibraryAccess(Path(folder) / "library.db"),
            positions=Positions(Path(folder)),
            themes=read_themes((resources.styles() / "themes",)),
        )
        app = Caged(OpenArticles(stories=stories), services)
        app.jobs.start = lambda *_: None  # type: ignore[method-assign]  # nobody is asked, and no file written
        count, sizes = 0, [0.0]
        start = time.monotonic()
        async with app.run_test(size=SIZES[0]) as pilot:
            while (spent := time.monotonic() - start) < 60 * minutes:
                if chance.random() < 0.01:
                    size = chance.choice(SIZES)
                    last.append(f"{size[0]}x{size[1]}")
                    await pilot.resize_terminal(*size)
                elif chance.random() < 0.02:
                    await click(pilot, chance, last)
                else:
                    key = chance.choice(keys)
                    last.append(key)
                    app.post_message(Key(names.get(key, key), key if len(key) == 1 else None))
                count += 1
                del last[:-60]
                if count % 20 == 0:
                    await pilot.pause()
                if not app.is_running:
                    raise SystemExit(f"seed {seed}: the app ended after {count} keys: {' '.join(last)}")
                if spent > 6 * minutes * len(sizes):
                    sizes.append(memory())
            early, late = sizes[1], memory()
        print(
            f"seed {seed}: {count} keys, resizes and clicks in {minutes} min; {early:.1f} MiB after a tenth, {late:.1f} at the end,"
            f" x {late / early:.3f}; by tenths {' '.join(f'{size:.0f}' for size in sizes[1:])}"
        )


def main() -> None:
    """Press keys, and say which were the last if the app ends."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("minutes", nargs="?", type=float, default=1.0)
    parser.add_argument("seed", nargs="?", type=int, default=1)
    given = parser.parse_args()
    external_programs.run = lambda *_, **__: "done"  # no command is run
    pressed: list[str] = []
    try:
        asyncio.run(drive(given.minutes, given.seed, pressed))
    except BaseException:
        print(f"seed {given.seed}, the last keys: {' '.join(pressed)}")
        raise


if __name__ == "__main__":
    main()
