"""The bars of the terminal, each measured in one run beside its peers.

    python tests/bench/terminal.py [ROW...]

Rows: open (articles, lists and keys in the process), paint (first paint, memory, leaving), keys (on a pseudo-terminal), busy (keys
while a page of 2 MB is read).  Programs on a pseudo-terminal are timed with `eval/tui/probe.py` of the folder `shared` beside
the checkout; without it those rows are skipped.  Only figures of one run compare; every row prints its ratio.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from terminal_process import SIZE, WORDS, measure, middle

ROOT = Path(__file__).resolve().parents[2]
PROBE = ROOT.parent / "shared" / "eval" / "tui" / "probe.py"
STANDS = "? help"
"""What the app's own picture has on its line of state, and the one before it has not."""
BARE = (
    "from textual.app import App\nfrom textual.widgets import Static\n\n\nclass Bare(App):\n    BINDINGS = [('q', 'quit', 'Quit')]\n\n"
    "    def compose(self):\n        yield Static('bare marker')\n\n\nBare().run()\n"
)


def page(words: int) -> str:
    """Give a page of an article of so many words."""
    chance = random.Random(words)
    paragraphs = []
    while words > 0:
        length = min(chance.randint(40, 90), words)
        text = " ".join(chance.choice(WORDS) for _ in range(length)).capitalize()
        paragraphs.append(f'<p>{text}. "We were warned in March," said Maria Okonkwo.</p>')
        words -= length
    return f"<html><body><article><h1>Long marker story</h1>{''.join(paragraphs)}</article></body></html>"


def say(row: str, value: float, bar: str, more: str = "") -> None:
    print(f"{row:58} {value:8.1f}   {bar:28} {more}", flush=True)


def probe() -> ModuleType | None:
    """Load the stop-watch for programs on a terminal."""
    if not PROBE.exists():
        print(f"skipped: {PROBE} is not there; rows on a pseudo-terminal are timed with it")
        return None
    spec = importlib.util.spec_from_file_location("probe", PROBE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Bench:
    """Programs on pseudo-terminals, in turn."""

    def __init__(self, watch: ModuleType, folder: Path) -> None:
        self.watch = watch
        self.home = folder / "home"
        os.environ["READER_HOME"] = str(self.home)
        self.reader = str(Path(sys.executable).with_name("reader"))
        self.bare, self.short, self.long, self.big = (
            folder / name for name in ("bare.py", "short.html", "long.html", "big.html")
        )
        self.bare.write_text(BARE)
        self.short.write_text(page(900))
        self.long.write_text(page(100_000))
        self.big.write_text(page(320_000))  # 2 MB

    def start(self, command: str) -> Any:
        """Start a program that remembers no reading position."""
        shutil.rmtree(self.home / "state", ignore_errors=True)
        return self.watch.Program(command, *SIZE)

    def paint(self, runs: int = 9) -> None:
        programs = {
            "a bare Textual app": (f"{sys.executable} {self.bare}", "bare marker"),
            "less": (f"less {self.short}", "marker"),
            "a bundled article": (f"{self.reader} seed:harbour", "INQUIRY"),
            "a bundled article, until the app stands": (f"{self.reader} seed:harbour", STANDS),
            "a file": (f"{self.reader} {self.short}", "LONG MARKER"),
            "a file of 100,000 words": (f"{self.reader} {self.long}", "LONG MARKER"),
        }
        paints: dict[str, list[float]] = {name: [] for name in programs}
        sizes: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
        quits: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(runs):
            for name, (command, marker) in programs.items():
                program = self.start(command)
                seconds = program.paint(marker)
                if seconds is None:
                    print(f"{name}: not painted")
                    program.end()
                    continue
                paints[name].append(1e3 * seconds)
                program.settle()
                sizes[name].append(program.memory())
                quits[name].append(1e3 * (program.end() or 3))
        base = middle(paints["a bare Textual app"])
        bars = {"a bundled article": "at most 1.25 x bare", "a file": "at most 1.5 x bare"}
        for name in programs:
            if paints[name]:
                own, family = (middle(part) for part in zip(*sizes[name], strict=True))
                more = f"{middle(paints[name]) / base:.2f} x bare; leaves in {middle(quits[name]):.0f} ms; {own:.0f} MiB, with worker {family:.0f}"
                say(f"first paint of {name}, ms", middle(paints[name]), bars.get(name, "-"), more)

    def keys(self, runs: int = 5) -> None:
        for name, command, marker, bar in (
            ("less", f"less {self.long}", "marker", "-"),
            ("the article", f"{self.reader} {self.long}", STANDS, "median 5, p95 10"),
        ):
            times = []
            for _ in range(runs):
                program = self.start(command)
                program.paint(marker)
                program.settle()
                times += [1e3 * (program.key(key.encode())[0] or 1) for key in "jjjjjjjjjjdjjjjukk jjjjb"]
                program.end()
            say(f"key in {name}, median ms", middle(times), bar, f"p95 {middle(times, 0.95):.1f}")

    def busy(self, runs: int = 5) -> None:
        times = []
        for _ in range(runs):
            program = self.start(f"{self.reader} {self.short} {self.big}")
            program.paint(STANDS)  # from now on the worker reads the second page
            while program._chunk(0.03):
                pass
            times += [1e3 * (program.key(key.encode())[0] or 1) for key in "jjjjkkkkjjjjkkkk"]
            program.end()
        say("key while a page of 2 MB is read, median ms", middle(times), "p95 at most 10", f"p95 {middle(times, 0.95):.1f}")


def main() -> None:
    """Measure the rows that are named, or all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "rows", metavar="ROW", nargs="*", choices=("open", "paint", "keys", "busy"), help="all, if none is named"
    )
    rows: list[str] = parser.parse_args().rows
    print(f"{'':58} {'':>8}   bar")
    if not rows or "open" in rows:
        for row in asyncio.run(measure()):
            say(*row)
    watch = probe() if not rows or {"paint", "keys", "busy"} & set(rows) else None
    if watch:
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(watch, Path(folder))
            for name in ("paint", "keys", "busy"):
                if not rows or name in rows:
                    getattr(bench, name)()
    print(f"medians; load {' '.join(Path('/proc/loadavg').read_text().split()[:3])}")


if __name__ == "__main__":
    main()
