"""Puts the app together and runs it; importing this imports Textual."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

from reader import resources
from reader.newsroom import library_file
from reader.settings import Folders, Settings
from reader.tui.library_app import LibraryApp
from reader.tui.startup.driver import TerminalDriver
from reader.tui.startup.first_paint import FirstPaint
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.theme.themes import read_themes
from reader.worker import Answer, Worker


def launch(
    shelf: OpenArticles,
    settings: Settings,
    worker: Worker,
    picture: FirstPaint,
    *,
    answer: Answer | None = None,
    offline: bool = False,
) -> int:
    """Run the app until the reader leaves, and give the exit status.

    Args:
        shelf: what it begins with.
        settings: the user's.
        worker: reads the pages; it may have been asked for the first story.
        picture: what stands on the screen.
        answer: what the worker has answered already.
        offline: open no connection for what is read from the library.

    Raises:
        SettingsError: a theme cannot be used.
    """
    places = picture.places
    themes = read_themes((resources.styles() / "themes", places.themes))
    leaves_trace = all(story.request.leaves_trace for story in shelf.stories)
    clerk, positions = LibraryAccess(library_file.path_of(places)), Positions(places.state if leaves_trace else None)
    app = LibraryApp(shelf, settings, worker=worker, themes=themes, positions=positions, clerk=clerk)
    app.offline, app.answer = offline, answer
    app.first_paint = picture
    if app.driver_class is LinuxDriver:
        app.driver_class = TerminalDriver
    status = app.run()
    return app.return_code if status is None and app.return_code is not None else (status or 0)


def launch_pick(wanted: str, settings: Settings, worker: Worker, places: Folders) -> int | None:
    """Let the reader choose an entry of those that a query selects, and give its id; None: they chose none.

    Raises:
        SettingsError: a theme cannot be used.
    """
    from reader.tui.frontpage.picking import PickApp, PickPage  # noqa: PLC0415 -- an article is shown without

    themes = read_themes((resources.styles() / "themes", places.themes))
    clerk = LibraryAccess(library_file.path_of(places))
    app = PickApp(
        OpenArticles(stories=()), settings, worker=worker, themes=themes, positions=Positions(places.state), clerk=clerk
    )
    assert isinstance(app.front, PickPage)
    app.front.wanted = wanted
    app.run()
    return app.front.picked
