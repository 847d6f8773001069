"""The app: it owns the worker process, the shelf of stories and the themes, and begins and ends with them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.theme import Theme

from reader import resources
from reader.settings import Settings
from reader.tui.keys.actions import APP, keymap
from reader.tui.reading.screen import ReadingScreen
from reader.tui.shelved import UNDONE, ShelvedApp
from reader.tui.startup.signals import handle_signals
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import ASCII, UNICODE
from reader.worker import Worker

_CALM: Final = 0.3  # seconds after which the first picture stands: a second process would take its time from it


class ReaderApp(ShelvedApp):
    """Broadsheet in the terminal."""

    TITLE = "Broadsheet"
    CSS_PATH = resources.styles() / "layout.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*APP.bindings]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, shelf: OpenArticles, settings: Settings, *, worker: Worker, themes: Mapping[str, Theme], positions: Positions
    ) -> None:
        """Make the app for some stories; the first of them may have been asked of the worker already."""
        super().__init__()
        self.animation_level = "none"
        self.shelf = shelf
        self.settings = settings
        self.worker = worker
        self.positions = positions
        self.symbols = ASCII if settings.ascii else UNICODE
        self._undo: deque[OpenArticles] = deque(maxlen=UNDONE)
        self._asked = -1 if shelf.stories[shelf.here].reading else shelf.here
        self.dress(themes, settings.theme)
        self.reading = self.prepared(self.make_reading(shelf))

    def make_reading(self, shelf: OpenArticles) -> ReadingScreen:
        """Make the screen that the app begins with."""
        return ReadingScreen(shelf, symbols=self.symbols, column=self.settings.width)

    def prepared(self, screen: ReadingScreen) -> ReadingScreen:
        """Give a screen as the settings want it."""
        screen.grid.is_linear = self.settings.linear
        screen.restyle(self.theme_styles)
        return screen

    def get_default_screen(self) -> ReadingScreen:
        """Begin with the article."""
        return self.reading

    def restyle(self, theme_styles: ThemeStyles) -> None:
        """Draw every screen in other inks."""
        self.reading.restyle(theme_styles)

    def say(self, message: str) -> None:
        """Say something on the line of state."""
        self.reading.say(message)

    def on_mount(self) -> None:
        """Listen to the worker, and take what it has ready."""
        self.set_keymap(keymap(self.settings.keys))
        loop = asyncio.get_running_loop()
        self.worker.listen(lambda pipe: loop.add_reader(pipe, self._hear), loop.remove_reader)
        handle_signals(loop, self.exit, self.put_away)
        self._want(self.shelf.here)
        if self.answer:
            self._take(self.answer)
        self.set_timer(_CALM, self._read_ahead)

    def on_unmount(self) -> None:
        """Leave nothing behind."""
        self.put_away()

    def put_away(self) -> None:
        """Keep the place, and end the worker."""
        self.positions.save()
        self.worker.close()
