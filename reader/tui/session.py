"""Puts the app together and runs it; importing this imports Textual."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial

from textual.drivers.linux_driver import LinuxDriver

from reader import resources
from reader.newsroom import library_file
from reader.settings import Folders, Settings
from reader.tui.app import ReaderApp
from reader.tui.services import Services
from reader.tui.startup.driver import TerminalDriver
from reader.tui.startup.first_paint import FirstPaint
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.state.theme_choice import keep_theme
from reader.tui.theme.themes import read_themes
from reader.worker import Answer, Worker


def run(
    opened: OpenArticles,
    settings: Settings,
    worker: Worker,
    first_paint: FirstPaint,
    *,
    answer: Answer | None = None,
    offline: bool = False,
) -> int:
    """Run the app until the reader leaves, and return the exit status.

    Args:
        opened: what it begins with; nothing: the library.
        settings: the user's.
        worker: reads the pages; it may have been asked for the first article.
        first_paint: what stands on the screen.
        answer: what the worker has answered already.
        offline: open no connection for what is read from the library.

    Raises:
        SettingsError: a theme cannot be used.
    """
    leaves_trace = all(article.request.leaves_trace for article in opened.stories)
    services = _services(settings, worker, first_paint.places, leaves_trace=leaves_trace)
    app = ReaderApp(opened, replace(services, answer=answer, offline=offline))
    app.first_paint = first_paint
    if app.driver_class is LinuxDriver:
        app.driver_class = TerminalDriver
    status = app.run()
    if status is not None:
        return status
    return os.EX_SOFTWARE if app.return_code is None else app.return_code  # None: an exception has ended it


def run_to_pick(wanted: str, settings: Settings, worker: Worker, places: Folders) -> int | None:
    """Let the reader choose an entry of those that a query selects, and return its id; None: they chose none.

    Raises:
        SettingsError: a theme cannot be used.
    """
    app = ReaderApp(OpenArticles(stories=()), _services(settings, worker, places), wanted=wanted)
    app.run()
    return app.front.picked if app.front else None


def _services(settings: Settings, worker: Worker, places: Folders, *, leaves_trace: bool = True) -> Services:
    return Services(
        settings=settings,
        worker=worker,
        library=LibraryAccess(library_file.path_of(places)),
        positions=Positions(places.state if leaves_trace else None),
        themes=read_themes((resources.styles() / "themes", places.themes)),
        keep_theme=partial(keep_theme, places) if leaves_trace else lambda _: None,
    )
