"""Takes the terminal over for the app."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

from reader.tui.startup.first_paint import SECOND_SCREEN, FirstPaint


class TerminalDriver(LinuxDriver):
    """Leaves a picture that stands there already until the app's own is written over it."""

    def write(self, data: str) -> None:
        """Write to the terminal; the second screen is not asked for again, since that would empty it."""
        if data == SECOND_SCREEN and self._is_painted():
            return
        super().write(data)

    def _is_painted(self) -> bool:
        picture = getattr(self._app, "first_paint", None)
        return isinstance(picture, FirstPaint) and picture.hand_over()
