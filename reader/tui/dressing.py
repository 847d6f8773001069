"""An app that wears themes: the one it begins with, and the next one at a key."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from reader.errors import ReaderError
from reader.tui.startup.starting import StartingApp
from reader.tui.theme.palettes import PLAIN
from reader.tui.theme.styles import ThemeStyles, make_styles
from reader.tui.theme.themes import theme_after


class DressedApp(StartingApp):
    """Wears one of some themes."""

    theme_styles: ThemeStyles
    """The colours of the theme that is worn."""
    _palettes: dict[str, dict[str, str]]

    def dress(self, themes: Mapping[str, Theme], name: str) -> None:
        """Take the themes that there are, and put one on; without colour, it is the plain one.

        Raises:
            SettingsError: one of its colours is none.
        """
        self._palettes = {name: theme.variables for name, theme in themes.items()}
        for theme in themes.values():
            self.register_theme(theme)
        chosen = PLAIN if self.no_color and PLAIN in themes else name
        self.theme_styles = make_styles(self._palettes[chosen], chosen)
        self.theme = chosen

    def restyle(self, theme_styles: ThemeStyles) -> None:
        """Draw everything in other inks."""
        raise NotImplementedError

    def say(self, message: str) -> None:
        """Say something on the line of state."""
        raise NotImplementedError

    def action_next_theme(self) -> None:
        """Show the next theme; one that cannot be used is told, and left out from then on."""
        if self.theme == PLAIN:
            self.say("NO_COLOR is set: there is no other theme.")
            return
        name = theme_after(self._palettes, self.theme)
        try:
            self.theme_styles = make_styles(self._palettes[name], name)
        except ReaderError as error:
            del self._palettes[name]
            self.say(str(error))
        else:
            self.restyle(self.theme_styles)
            self.theme = name
            self.say(f"Theme: {name}")
