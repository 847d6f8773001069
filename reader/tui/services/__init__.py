"""What the app owns and its screens do not know: who reads pages, carries out jobs, opens entries, and turns themes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual.theme import Theme

from reader.settings import Settings
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.positions import Positions
from reader.worker import Answer, Worker

__all__ = ["Services"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What the app is given to work with."""

    settings: Settings
    worker: Worker
    library: LibraryAccess
    positions: Positions
    themes: Mapping[str, Theme]
    keep_theme: Callable[[str], None] = lambda _: None
    """Keeps the theme that is chosen for the next time."""
    offline: bool = False
    """No connection is opened for a page of the library."""
    answer: Answer | None = None
    """What the worker has answered before the app began."""
    terminal_keys: int | None = 0
    """The descriptor that keys come from; None: there is none, as in tests."""
