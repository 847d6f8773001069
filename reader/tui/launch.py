"""Puts the app together and runs it; importing this imports Textual."""

from __future__ import annotations

from reader import bundle
from reader.settings import Folders, Settings
from reader.tui.app import ReaderApp
from reader.tui.positions import Positions
from reader.tui.stories import Shelf
from reader.tui.themes import read_themes
from reader.worker import Worker


def launch(shelf: Shelf, settings: Settings, worker: Worker, places: Folders) -> int:
    """Run the app until the reader leaves, and give the exit status.

    Raises:
        SettingsError: a theme cannot be used.
    """
    themes = read_themes((bundle.styles() / "themes", places.themes))
    leaves_trace = all(story.request.leaves_trace for story in shelf.stories)
    folder = places.state if leaves_trace else None
    app = ReaderApp(shelf, settings, worker=worker, themes=themes, positions=Positions(folder))
    status = app.run()
    return app.return_code if status is None and app.return_code is not None else (status or 0)
