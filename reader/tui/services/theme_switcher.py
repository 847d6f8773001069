"""The themes that there are, and the one that is worn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.theme import Theme

from reader.errors import ReaderError
from reader.tui.theme.palettes import PLAIN
from reader.tui.theme.styles import make_styles
from reader.tui.theme.themes import theme_after


class ThemeSwitcher:
    """Wears one of some themes."""

    def __init__(self, themes: Mapping[str, Theme], name: str, keep: Callable[[str], None]) -> None:
        """Put a theme on; `keep` takes the name of each that is chosen then.

        Raises:
            SettingsError: one of its colours is none.
        """
        self._palettes = {theme: themes[theme].variables for theme in themes}
        self._keep = keep
        self.name = name
        self.styles = make_styles(self._palettes[name], name)
        """The styles of the theme that is worn."""

    def turn(self) -> str:
        """Put on the next theme, and return what to tell; one that cannot be used is left out from then on."""
        if self.name == PLAIN:
            return "NO_COLOR is set: there is no other theme."
        name = theme_after(self._palettes, self.name)
        try:
            self.styles = make_styles(self._palettes[name], name)
        except ReaderError as error:
            del self._palettes[name]
            return str(error)
        self.name = name
        self._keep(name)
        return f"Theme: {name}"
