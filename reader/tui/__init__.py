"""The app: sources go in, and are read on the screen until the reader leaves.

The face of this room is `open_app` and `pick`; importing the room imports no Textual.  The worker process is started before
Textual is imported, so that both come up side by side; a bundled page whose reading is kept needs none before the first paint.

    app.py       owns the worker, the shelf of stories and the themes; screens tell it what is wanted (`messages.py`)
    shelved      the shelf, and what the worker reads of it; commanded what keys and the list of actions ask
    library_app  the app with the library; `clerk` does its reading and writing, `assigning` sends couriers out
    reading/     the screen on which articles are read, one concern a file
    frontpage/   the same with feeds and entries: what the library holds
    screens/     the other screens: help and palette, search, a person's page, who is in the news
    widgets/     one widget a file, on Textual's Line API: Markdown widgets took 20 to 70 times as long for the same article
    galley, tabular, layers, direction, proof, ink      from an article to rows on the screen; the first four know no Textual
    lines, rows  the lines and titles between the panes, and the rows of a list, drawn without a widget
    frame        where the panes stand; pure geometry
    ending       signals that end it
    first_paint  the article on the screen before Textual is loaded, drawn by `picture`; the `driver` takes over from it
    awaiting     the worker is heard while Textual is loaded
    starting     keys wait until the app stands, and no garbage is collected before
    palettes     the colours of a theme; dressing the themes that the app wears
    outgoing     what the app hands out; rebinding looks over the user's keys
    actions      every action once: bindings, help, palette and settings are made from it
"""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.newsroom import Request
from reader.newsroom.entry_reading import EntryRequest
from reader.settings import Settings, folders
from reader.worker import Worker, recall

if TYPE_CHECKING:
    from reader.tui.state.open_articles import OpenArticle

_FRAMES: Final = "240"
"""Pictures a second at most: a key waits for the next one, at Textual's usual 60 longer than for everything else it does."""


def open_app(requests: Sequence[Request | EntryRequest], settings: Settings, *, offline: bool = False) -> int:
    """Open sources in the app, and give the exit status when the reader has left.

    The terminal is expected on descriptors 0 (keys) and 2 (the screen); standard output stays free.

    Args:
        requests: what to read, in order; one for standard input carries its body.  None at all: the library, or the
            bundled edition while there is nothing in it.
        settings: the user's.
        offline: open no connection for what is read from the library.

    Raises:
        ReaderError: the bundled edition or a theme cannot be read, or the user's keys cannot be used.
    """
    if settings.keys:
        from reader.tui.keys.keymap import check  # noqa: PLC0415 -- few bind keys anew

        check(settings.keys, source=str(folders().settings))
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    gc.disable()  # until the first paint: what is loaded until then stays for good
    worker = Worker()
    try:
        return _run(requests, settings, worker, offline=offline)
    finally:
        worker.close()
        gc.enable()


def pick(wanted: str, settings: Settings) -> int | None:
    """Let the reader choose an entry in the app, and give its id; None: they chose none.

    Args:
        wanted: a query: what is listed to begin with.
        settings: the user's.

    Raises:
        ReaderError: a theme cannot be read, or the library cannot be used.
    """
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    worker = Worker()
    try:
        from reader.tui.launch import launch_pick  # noqa: PLC0415 -- imports Textual

        return launch_pick(wanted, settings, worker, folders())
    finally:
        worker.close()


def _run(requests: Sequence[Request | EntryRequest], settings: Settings, worker: Worker, *, offline: bool) -> int:
    from reader.newsroom.library_file import has_library  # noqa: PLC0415 -- see below
    from reader.tui.startup.early_answer import EarlyAnswer  # noqa: PLC0415
    from reader.tui.startup.first_paint import FirstPaint  # noqa: PLC0415
    from reader.tui.state.open_articles import OpenArticles, first_edition, open_sources  # noqa: PLC0415 -- the room's face is light

    places = folders()
    if not requests and has_library(places):
        shelf = OpenArticles(stories=())
    else:
        shelf = open_sources(requests) if requests else first_edition(settings)
        first = _recalled(shelf.stories[0], places.cache)
        shelf = shelf.put(0, first)
        if first.reading is None:
            worker.ask(first.request)
    with FirstPaint(settings, places) as picture:
        if shelf.stories:
            picture.load()
            picture.show(shelf)
        with EarlyAnswer(worker, lambda answer: picture.show(shelf.answered(answer))) as awaited:
            import textual.app  # noqa: F401, PLC0415 -- takes long, while the worker imports the parsers

            picture.complete()
            from reader.tui.launch import launch  # noqa: PLC0415

        return launch(shelf, settings, worker, picture, answer=awaited.answer, offline=offline)


def _recalled(story: OpenArticle, cache: Path) -> OpenArticle:
    """Give a story with the reading that is kept of it, to be shown until it has been read again."""
    kept = recall(story.request, cache)
    return story._replace(reading=kept, is_old=kept is not None)
