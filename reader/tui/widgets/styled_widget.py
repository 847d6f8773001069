"""What draws its own rows: in which styles, and in which order right-to-left text is sent."""

from __future__ import annotations

from typing import Protocol

from textual.widget import Widget

from reader.tui.theme.styles import NO_STYLES, ThemeStyles
from reader.tui.typesetting.bidi import arranged


class Styled(Protocol):
    """A widget of ours, whatever it draws."""

    theme_styles: ThemeStyles
    reorder: bool
    """Right-to-left text is put into the terminal's order here."""

    def restyle(self, theme_styles: ThemeStyles) -> None:
        """Draw in other styles from now on."""

    def forget_rows(self) -> None:
        """Draw every row anew."""


class StyledWidget(Widget):
    """A widget that does not scroll."""

    def __init__(self, *children: Widget, id: str) -> None:  # noqa: A002 -- Textual's name
        """Make a widget without colours."""
        super().__init__(*children, id=id)
        self.theme_styles = NO_STYLES
        self.reorder = True

    def restyle(self, theme_styles: ThemeStyles) -> None:
        """Draw in other styles from now on."""
        self.theme_styles = theme_styles
        self.forget_rows()

    def order(self, text: str) -> str:
        """Return a line in the order in which the terminal is to be given it."""
        return arranged(text) if self.reorder else text

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self.refresh()
