"""The article on the screen before the app is loaded: drawn as the app draws it, while most of Textual is still to come.

Loading Textual takes longer than all else on the way to the first picture, and what draws rows needs half of it.  So the text
is painted as soon as there is an article, the lists beside it when Textual is there; the app then paints the same rows in the
same places.  Keys that are typed in between wait in the terminal for the app.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import termios
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from reader import resources
from reader.errors import ReaderError
from reader.tui import startup
from reader.tui.state.positions import Positions
from reader.tui.theme.palettes import PLAIN, filled, read_palette, sheets
from reader.tui.theme.symbols import ASCII, UNICODE

if TYPE_CHECKING:
    from reader.settings import Folders, Settings
    from reader.tui.startup.static_screen import StaticScreen
    from reader.tui.state.open_articles import OpenArticles

SECOND_SCREEN: Final = "\x1b[?1049h"
"""Has the terminal show its second screen, empty."""
_BEGIN: Final = f"{SECOND_SCREEN}\x1b[?25l"  # without a cursor
_AT_ONCE: Final = "\x1b[?2026h{}\x1b[?2026l"  # where the terminal knows how
_KEYS: Final = 0
"""The descriptor that keys come from."""
_LEAVE: Final = "\x1b[?1049l\x1b[?25h"


class FirstPaint:
    """A picture that stands until the app paints its own, or until it is left without one."""

    def __init__(self, settings: Settings, places: Folders, environment: Mapping[str, str] = os.environ) -> None:
        """Take the user's settings and folders; nothing is painted yet."""
        self.places = places
        self._settings, self._environment = settings, environment
        self._picture: StaticScreen | None = None
        self._modes = _modes()
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        """Begin without a picture; a signal that ends the program takes it away, until the app hears of signals."""
        signal.signal(signal.SIGTERM, _end)
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        """Show the terminal's first screen again, if the app has not taken over."""
        if self.hand_over():
            _write(_LEAVE)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def hand_over(self) -> bool:
        """Leave the terminal to somebody else, in the modes in which it was found; say whether a picture stands on it."""
        stood, self._picture = self._picture, None
        if stood is None:
            return False
        if self._modes is not None:
            termios.tcsetattr(_KEYS, termios.TCSANOW, self._modes)
        return True

    def load(self) -> None:
        """Load what draws; another thread could not, while Textual is loaded in this one."""
        _ = startup.StaticScreen  # half of Textual

    def show(self, shelf: OpenArticles) -> None:
        """Paint the text of the shelf's story, if it has been read.

        A screen reader is not to read it twice, and a theme that cannot be used is for the app to tell: both get no picture.
        """
        article = shelf.stories[shelf.here].article
        if self._settings.linear or not article or not article.blocks:
            return
        try:
            picture = self._drawn(shelf)
        except ReaderError:
            return
        with self._turn:
            self._take_keys()
            _write(_BEGIN + _AT_ONCE.format(startup.rendered(picture.text)))
            self._picture = picture

    def complete(self) -> None:
        """Paint what stands beside the text."""
        with self._turn:
            if self._picture:
                _write(_AT_ONCE.format(startup.rendered(self._picture.whole())))

    def _take_keys(self) -> None:
        """Have the terminal keep each key as it is, and show none: the app reads them when it comes."""
        if self._modes is not None:
            taken = list(self._modes)
            taken[0] &= ~(termios.ICRNL | termios.IXON)
            taken[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
            termios.tcsetattr(_KEYS, termios.TCSANOW, taken)

    def _drawn(self, shelf: OpenArticles) -> StaticScreen:
        settings, story = self._settings, shelf.stories[shelf.here]
        name = PLAIN if "NO_COLOR" in self._environment else settings.theme
        files = sheets((resources.styles() / "themes", self.places.themes))
        palette = filled(name, read_palette(files[name]) if name in files else {})
        columns, rows = shutil.get_terminal_size()
        positions = Positions(self.places.state if story.request.leaves_trace else None)
        spec = startup.ScreenSpec(
            columns=columns,
            rows=rows,
            theme_styles=startup.make_styles(palette, name),
            symbols=ASCII if settings.ascii else UNICODE,
            column=settings.width,
            place=positions.of(story.key),
        )
        return startup.StaticScreen(shelf, spec)


def _modes() -> list[Any] | None:
    """Return the modes of the terminal that keys come from; None: it is none."""
    try:
        return termios.tcgetattr(_KEYS)
    except termios.error:
        return None


def _end(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def _write(sequence: str) -> None:
    assert sys.__stderr__ is not None
    sys.__stderr__.write(sequence)
    sys.__stderr__.flush()
