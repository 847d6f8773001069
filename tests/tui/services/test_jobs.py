"""Jobs that take longer than a page: when none is begun, and what is told of it."""

from __future__ import annotations

from pathlib import Path

from reader import resources
from reader.settings import Settings
from reader.tui.services import Services
from reader.tui.services.jobs import Jobs
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.positions import Positions
from reader.tui.theme.themes import read_themes
from reader.worker import Worker


class Progress:
    """Notes how far jobs are said to be."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def show_progress(self, words: str, _entries: int, /) -> None:
        self.told.append(words)


def refresh(library: Path, *, offline: bool = False) -> tuple[list[str], list[str]]:
    """Ask the feeds, and return what is said and what progress is told."""
    services = Services(
        settings=Settings(),
        worker=Worker(),
        library=LibraryAccess(library),
        positions=Positions(None),
        themes=read_themes((resources.styles() / "themes",)),
        offline=offline,
    )
    said: list[str] = []
    progress = Progress()
    Jobs(services, say=said.append, reading=lambda: progress, finished=print).refresh(None)
    return said, progress.told


def test_without_a_library_there_is_nobody_to_ask(tmp_path: Path) -> None:
    assert refresh(tmp_path / "library.db") == (["No feed is followed yet: a adds one."], [])


def test_offline_nobody_is_asked(path: Path) -> None:
    said, told = refresh(path, offline=True)
    assert "--offline" in said[0]
    assert told == []
