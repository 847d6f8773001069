"""Random keys and resizes on all bundled pages: `python tests/bench/terminal_random.py [MINUTES] [SEED]`.

The app runs in this process on a screen without a terminal.  Any error ends the run with the seed and the last keys; at the end
the memory after the first tenth of the run is compared with that at the end (bar: it grows by no more than 10 %).
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from textual.events import Key

from reader import bundle
from reader.newsroom import Reading, Request, study
from reader.newsroom.opening import Wish
from reader.settings import Settings
from reader.sources import seed_names
from reader.tui.actions import every_action
from reader.tui.app import ReaderApp
from reader.tui.positions import Positions
from reader.tui.stories import Shelf, Story
from reader.tui.themes import read_themes
from reader.worker import Worker

SIZES = ((120, 40), (80, 24), (200, 60), (40, 10), (110, 14), (179, 30), (20, 5), (1, 1))
LEAVING = {"q", "Q", "ctrl+z", "ctrl+q", "ctrl+c", "|"}  # keys that end the app, or leave it for another program
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

    def ask(self, request: Request | Wish) -> int:
        """Ask nobody."""
        return len(request.source)


def readings() -> list[Reading]:
    """Give all bundled pages, read."""
    return [study(Request(source=f"seed:{name}")) for name in seed_names()]


async def drive(minutes: float, seed: int, last: list[str]) -> None:
    """Press keys for some minutes, and keep the last of them."""
    chance = random.Random(seed)
    keys = [key for action in every_action() for key in action.keys.split() if key not in LEAVING] + TYPED
    names = {"<": "less_than_sign", ">": "greater_than_sign"}
    stories = tuple(Story(request=Request(source=f"seed:{n}"), reading=reading) for n, reading in enumerate(readings()))
    with tempfile.TemporaryDirectory() as folder:
        themes = read_themes((bundle.styles() / "themes",))
        app = ReaderApp(Shelf(stories=stories), Settings(), worker=Offline(), themes=themes, positions=Positions(Path(folder)))
        app.open_url = lambda url, *, new_tab=True: None  # type: ignore[method-assign]
        count, early = 0, 0.0
        start = time.monotonic()
        async with app.run_test(size=SIZES[0]) as pilot:
            while (spent := time.monotonic() - start) < 60 * minutes:
                if chance.random() < 0.01:
                    size = chance.choice(SIZES)
                    last.append(f"{size[0]}x{size[1]}")
                    await pilot.resize_terminal(*size)
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
                if not early and spent > 6 * minutes:
                    early = memory()
            late = memory()
        print(
            f"seed {seed}: {count} keys and resizes in {minutes} min; {early:.1f} MiB after a tenth, {late:.1f} at the end, x {late / early:.3f}"
        )


if __name__ == "__main__":
    os.environ.setdefault("NO_BROWSER", "1")
    minutes, seed = float((sys.argv[1:] or ["1"])[0]), int((sys.argv[2:] or ["1"])[0])
    pressed: list[str] = []
    try:
        asyncio.run(drive(minutes, seed, pressed))
    except BaseException:
        print(f"seed {seed}, the last keys: {' '.join(pressed)}")
        raise
