"""A widget that draws its own rows, in the inks it has been given."""

from __future__ import annotations

from textual.strip import Strip
from textual.widget import Widget

from reader.tui.theme.styles import NO_STYLES, ThemeStyles
from reader.tui.typesetting.bidi import arranged


class StyledWidget(Widget):
    """Keeps its inks, and draws every row anew when it is given others."""

    theme_styles: ThemeStyles = NO_STYLES
    reorder = True
    """Right-to-left text is put into the terminal's order here."""

    def restyle(self, theme_styles: ThemeStyles) -> None:
        """Draw in other inks from now on."""
        self.theme_styles = theme_styles
        self.forget_rows()

    def order(self, text: str) -> str:
        """Give a line in the order in which the terminal is to be given it."""
        return arranged(text) if self.reorder else text

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self.refresh()

    def blank_row(self) -> Strip:
        """Give an empty row."""
        return Strip.blank(self.size.width, self.theme_styles.base)
