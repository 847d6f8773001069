"""Opens the app: what it begins with is chosen, asked of the worker and painted before Textual is loaded.

The worker process is started before Textual is imported, so that both come up side by side; a bundled page whose reading is
kept needs none before the first paint.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from reader import resources
from reader.newsroom import Request
from reader.newsroom.entry_reading import EntryRequest
from reader.newsroom.library_file import has_library
from reader.settings import Folders, Settings, folders
from reader.tui.keys.keymap import check
from reader.tui.startup.early_answer import EarlyAnswer
from reader.tui.startup.first_paint import FirstPaint
from reader.tui.state.open_articles import OpenArticle, OpenArticles, first_edition, open_sources
from reader.tui.state.theme_choice import chosen_theme
from reader.tui.theme.palettes import PLAIN, sheets
from reader.worker import Worker, recall

_FRAMES: Final = "240"
"""Pictures a second at most: a key waits for the next one, at Textual's usual 60 longer than for everything else it does."""


def open_app(requests: Sequence[Request | EntryRequest], settings: Settings, *, offline: bool = False) -> int:
    """Open sources in the app, and return the exit status when the reader has left.

    The terminal is expected on descriptors 0 (keys) and 2 (the screen); standard output stays free.

    Args:
        requests: what to read, in order; one for standard input carries its body.  None at all: the library, or the
            bundled edition while there is nothing in it.
        settings: the user's.
        offline: open no connection for what is read from the library.

    Raises:
        ReaderError: the bundled edition or a theme cannot be read, or the user's keys cannot be used.
    """
    places = folders()
    if settings.keys:
        check(settings.keys, source=str(places.settings))
    settings = _themed(settings, places)
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    gc.disable()  # until the first paint: what is loaded until then stays for good
    worker = Worker()
    try:
        return _open(_opened(requests, settings, worker, places), settings, worker, places, offline=offline)
    finally:
        worker.close()
        gc.enable()


def pick(wanted: str, settings: Settings) -> int | None:
    """Let the reader choose an entry in the app, and return its id; None: they chose none.

    Args:
        wanted: a query: what is listed to begin with.
        settings: the user's.

    Raises:
        ReaderError: a theme cannot be read, or the library cannot be used.
    """
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    worker, places = Worker(), folders()
    try:
        from reader.tui import session  # noqa: PLC0415 -- imports Textual, while the worker comes up

        return session.run_to_pick(wanted, _themed(settings, places), worker, places)
    finally:
        worker.close()


def _themed(settings: Settings, places: Folders) -> Settings:
    known = {*sheets((resources.styles() / "themes", places.themes))} - {PLAIN}
    return replace(settings, theme=chosen_theme(places, settings, known))


def _opened(requests: Sequence[Request | EntryRequest], settings: Settings, worker: Worker, places: Folders) -> OpenArticles:
    """Return what the app begins with, the first of it recalled or asked of the worker; nothing: the library."""
    if not requests and has_library(places):
        return OpenArticles(stories=())
    opened = open_sources(requests) if requests else first_edition(settings)
    first = _recalled(opened.stories[0], places.cache)
    if first.reading is None:
        worker.ask(first.request)
    return opened.put(0, first)


def _recalled(article: OpenArticle, cache: Path) -> OpenArticle:
    """Return an article with the reading that is kept of it, to be shown until it has been read again."""
    kept = recall(article.request, cache)
    return article._replace(reading=kept, is_old=kept is not None)


def _open(opened: OpenArticles, settings: Settings, worker: Worker, places: Folders, *, offline: bool) -> int:
    with FirstPaint(settings, places) as first_paint:
        if opened.stories:
            first_paint.load()
            first_paint.show(opened)
        with EarlyAnswer(worker, lambda answer: first_paint.show(opened.answered(answer))) as early:
            import textual.app  # noqa: F401, PLC0415 -- takes long, while the worker imports the parsers

            first_paint.complete()
            from reader.tui import session  # noqa: PLC0415 -- imports the rest of Textual

        return session.run(opened, settings, worker, first_paint, answer=early.answer, offline=offline)
