"""Takes the terminal over for the app."""

from __future__ import annotations

import logging
import os
import selectors
import signal
from typing import Final

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from reader.tui.startup.first_paint import SECOND_SCREEN, FirstPaint
from reader.tui.startup.terminal_input import TerminalInput

_LOG = logging.getLogger(__name__)
_PAUSE: Final = 0.1
"""Seconds without a byte, after which what was cut off is not waited for."""


class TerminalDriver(LinuxDriver):
    """Leaves a picture that stands there already until the app's own is written over it, and reads any byte."""

    def write(self, data: str) -> None:
        """Write to the terminal; the second screen is not asked for again, since that would empty it."""
        if data == SECOND_SCREEN and self._is_painted():
            return
        super().write(data)

    def run_input_thread(self) -> None:
        """Read the terminal until the app leaves; what cannot be parsed is dropped, as Textual 8.2.8 would end at it."""
        terminal, parser = TerminalInput(), XTermParser(self._debug)
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(_PAUSE):
                    parser = self._parse(parser, terminal.pause())
                elif data := self._read():
                    parser = self._parse(parser, terminal.feed(data))
                else:
                    os.kill(os.getpid(), signal.SIGHUP)  # the terminal has gone, whoever closed it
                    return

    def _read(self) -> bytes:
        """Return what the terminal has sent; nothing: it has gone."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _parse(self, parser: XTermParser, text: str) -> XTermParser:
        """Parse some text, and return the parser of what comes next: a new one if this one has failed."""
        try:
            for message in (*(parser.feed(text) if text else ()), *parser.tick()):
                self.process_message(message)
        except Exception:  # noqa: BLE001 -- the parser is another's: whatever it raises, the keys behind it are read
            _LOG.exception("input of the terminal could not be parsed")
            after = XTermParser(self._debug)
            after.mouse_pixels = parser.mouse_pixels
            after.terminal_size, after.terminal_pixel_size = parser.terminal_size, parser.terminal_pixel_size
            return after
        return parser

    def _is_painted(self) -> bool:
        picture = getattr(self._app, "first_paint", None)
        return isinstance(picture, FirstPaint) and picture.hand_over()
