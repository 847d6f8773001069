"""From the command to the first paint, and out again by a signal; what draws it is loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.lazy_import import lazy_names

if TYPE_CHECKING:
    from reader.tui.startup.static_screen import ScreenSpec, StaticScreen, rendered
    from reader.tui.theme.styles import make_styles
else:
    _SCREEN = "reader.tui.startup.static_screen"
    __getattr__ = lazy_names(
        __name__,
        {**dict.fromkeys(("ScreenSpec", "StaticScreen", "rendered"), _SCREEN), "make_styles": "reader.tui.theme.styles"},
    )

__all__ = ["ScreenSpec", "StaticScreen", "make_styles", "rendered"]
