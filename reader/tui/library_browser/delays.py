"""What is done a moment later: once the cursor rests, or not more often than every second."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.timer import Timer
from textual.widget import Widget

_RESTED: Final = 0.06
"""Seconds that the cursor rests on a row before what it stands on is shown: while it runs, nobody looks."""
_FILLED: Final = 1.0
"""Seconds between two looks at what a refresh has brought: with a thousand feeds it would else do nothing but count."""


class Delays:
    """The timers of a screen."""

    def __init__(self, screen: Widget) -> None:
        """Begin with no timer running."""
        self._screen = screen
        self._rest: Timer | None = None
        """Runs while the cursor has not rested for long enough; None: it has never moved."""
        self._filling: Timer | None = None
        """Runs until what has come in is shown; None: nothing has."""

    def after_rest(self, what: Callable[[], None]) -> None:
        """Do something once the cursor has rested for a moment; what was to be done before is not."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self._screen.set_timer(_RESTED, what)

    def once_a_second(self, what: Callable[[], None]) -> None:
        """Do something soon, but not more often than every second."""

        def work() -> None:
            self._filling = None
            what()

        if self._filling is None:
            self._filling = self._screen.set_timer(_FILLED, work)
