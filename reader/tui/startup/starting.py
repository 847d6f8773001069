"""An app that is starting: keys that come too early wait, and no garbage is collected before its first picture."""

from __future__ import annotations

import gc

from textual.app import App
from textual.events import Key

from reader.tui.startup.first_paint import FirstPaint


class StartingApp(App[int]):
    """Uses keys once it stands, and collects no garbage before that if it was put off (`gc.disable`)."""

    first_paint: FirstPaint | None = None
    """The picture that stands before the app paints its own."""

    _early: list[Key] | None = None
    """Keys that came before the app stood; None: it stands."""

    def waits(self, key: Key) -> bool:
        """Say whether a key has come too early: it is used once the app stands."""
        if self._early is None:
            return False
        self._early.append(key)
        return True

    def on_load(self) -> None:
        """Keep keys from now on."""
        self._early = []

    def on_ready(self) -> None:
        """Use the keys that were typed before there was anything to use them on."""
        early, self._early = self._early or (), None
        for key in early:
            self.post_message(key)
        self._collect()

    def _collect(self) -> None:
        """Collect garbage from now on, but leave alone what has been loaded: looking at all of it would hold up a key."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
