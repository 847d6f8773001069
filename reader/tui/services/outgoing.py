"""What leaves the app: addresses for a browser, text for the clipboard; what is told has happened by then."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

from textual.app import App

from reader.tui.services import clipboard
from reader.tui.services.browser import open_in_browser


class Outgoing:
    """Hands things to other programs, and says what became of it."""

    def __init__(self, app: App[int], say: Callable[[str], None]) -> None:
        """Take the app; `say` is told what became of it."""
        self._app, self._say = app, say

    def browse(self, url: str, opened: Callable[[], object] | None) -> None:
        """Open an address in a browser; `opened` is called once it is open."""

        async def work() -> None:
            is_open, told = await open_in_browser(url, os.environ, self._app.suspend)
            self._say(told)
            if is_open and opened:
                opened()

        self._app.run_worker(work(), group="browser")

    def copy(self, text: str, what: str) -> None:
        """Put some text on the clipboard; the words say what it is."""

        async def work() -> None:
            way = await asyncio.to_thread(clipboard.copy_by_program, text, os.environ)
            if not way and (sequence := clipboard.sequence(text, os.environ)):
                driver = self._app._driver  # noqa: SLF001 -- as Textual's own `copy_to_clipboard` does
                assert driver is not None
                driver.write(sequence)
                way = "by the terminal, OSC 52"
            self._say(f"Copied {what}. ({way})" if way else f"Not copied: {clipboard.NONE}")

        self._app.run_worker(work(), group="clipboard")
