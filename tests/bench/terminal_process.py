"""Articles and lists opened, and keys pressed, in the app's process: the work without the terminal.  Run by `terminal.py`."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot

from reader import resources
from reader.model import Article, Heading, Page, Paragraph, Person, Quote, Run, Span, Speaker, SpeakerKind
from reader.newsroom import Reading, Request
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.services import Services
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.theme.themes import read_themes
from reader.worker import Answer, Worker
from reader.worker.protocol import ANSWERS

SIZE = (120, 40)
WORDS = (
    "the harbour inquiry opened on Monday with a warning that repairs had doubled since the storm and nobody in the room could say "
    "who had known about the gate before it failed; the mayor, the minister and an engineer from the survey team were asked again"
).split()
Row = tuple[str, float, str, str]
"""What, the figure, the bar, and what else is to be said."""


def middle(values: Iterable[float], share: float = 0.5) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def timed(work: Callable[[], object], runs: int = 9) -> float:
    """Median milliseconds; the garbage of one run is not paid for by the next."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1e3 * middle(times)


def reading(words: int) -> Reading:
    """Give a reading of an article of so many words, every fourth paragraph with a quote."""
    chance = random.Random(words)
    blocks: list[Heading | Paragraph] = [Heading(runs=(Run(text=f"Story of {words} words"),), level=1)]
    quotes = []
    while words > 0:
        length = min(chance.randint(40, 90), words)
        if len(blocks) % 4 == 0:
            speaker = Speaker(kind=SpeakerKind.NAMED, text="Okonkwo", person=0)
            quotes.append(Quote(where=(Span(block=len(blocks), start=5, end=60),), speaker=speaker))
        blocks.append(Paragraph(runs=(Run(text=" ".join(chance.choice(WORDS) for _ in range(length))),)))
        words -= length
    people = (Person(name="Maria Okonkwo", aliases=("Maria Okonkwo",)),)
    article = Article(title="Story", language="en", blocks=tuple(blocks), people=people, quotes=tuple(quotes))
    return Reading(page=Page(url="", fetched_at=datetime.now(UTC)), article=article, decisions=())


async def measure() -> list[Row]:
    """Give all rows."""
    themes = read_themes((resources.styles() / "themes",))
    none = OpenArticle(request=Request(source="seed:none"))
    services = Services(
        settings=Settings(), worker=Worker(), library=LibraryAccess(Path(os.devnull)), positions=Positions(None), themes=themes
    )
    app = ReaderApp(OpenArticles(stories=(none,)), services)
    rows: list[Row] = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for words, bar in ((10_000, 20), (100_000, 60)):
            rows.append(
                (
                    f"open an article of {words:,} words, ms",
                    await article(app, words),
                    f"at most {bar}",
                    "from the worker's bytes",
                )
            )
            await pilot.pause()
        rows += await keys(app, pilot, "the article of 100,000 words", "median 5, p95 10")
        rows += lists(app)
        app.reading.set_focus(app.reading.pane.lists["entries"])
        await pilot.pause()
        rows += await keys(app, pilot, "the list of 100,000 rows", "median 4")
    return rows


async def article(app: ReaderApp, words: int) -> float:
    """Open an article: from the bytes that come from the worker to drawn rows in all panes."""
    told = ANSWERS.encode(Answer(ticket=1, reading=reading(words)))
    screen = app.reading

    def show() -> None:
        message = ANSWERS.decode(told)
        screen.show_articles(
            OpenArticles(stories=(OpenArticle(request=Request(source=f"seed:{words}"), reading=message.reading),))
        )
        for pane in (screen.pane.view, *screen.pane.lists.values()):
            for y in range(pane.size.height):
                pane.render_line(y)

    return timed(show)


def lists(app: ReaderApp) -> list[Row]:
    """Open a list of 100,000 rows, and filter it."""
    rows = [(" ", "12:30", f"Entry {number} about the harbour and the gate") for number in range(100_000)]
    screen = app.reading
    screen.pane.opened = screen.pane.opened._replace(stories=screen.pane.opened.stories * 2)
    screen.pane.owner.arrange_panes()
    entries = screen.pane.lists["entries"]

    def show() -> None:
        entries.show(rows, at=0)
        for y in range(entries.size.height):
            entries.render_line(y)

    def sift() -> None:
        entries.show(rows, at=0)
        entries.filter_rows("99")

    opened, first = timed(show), timed(sift)
    more = timed(lambda: entries.filter_rows("999"))
    entries.filter_rows("")
    return [
        (
            "open a list of 100,000 rows, ms",
            opened,
            "at most 20",
            f"first letter of a filter {first:.0f}, the next {more:.0f} ms",
        )
    ]


async def keys(app: ReaderApp, pilot: Pilot[int], name: str, bar: str) -> list[Row]:
    """Press keys, each from its event to the rows that it changed, drawn."""
    times: list[float] = []
    await pilot.pause()
    for key in "jjjjdjjjukkkkjjjjjjjjjdddjjjj" * 5:
        start = time.perf_counter()
        await app.on_event(Key(key, key))
        app.screen._compositor.render_strips()  # the whole screen; the app draws only what changed
        times.append(1e3 * (time.perf_counter() - start))
        await asyncio.sleep(0)
    return [(f"key in {name}, in the process, median ms", middle(times), bar, f"p95 {middle(times, 0.95):.1f}")]
