"""An app that begins to collect garbage once it stands on the screen; whoever starts it has put that off until then."""

from __future__ import annotations

import gc

from textual.app import App

from reader.tui.first_paint import FirstPaint


class StartingApp(App[int]):
    """Collects no garbage before its first picture if that was put off (`gc.disable`)."""

    first_paint: FirstPaint | None = None
    """The picture that stands before the app paints its own."""

    def on_ready(self) -> None:
        """Collect garbage from now on, but leave alone what has been loaded: looking at all of it would hold up a key."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
