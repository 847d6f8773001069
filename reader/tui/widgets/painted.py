"""Component styles looked up once a theme, not once a row: Textual works a style out anew from all ancestors each time."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget


class Painted(Widget):
    """A widget that draws its own rows in the styles of its components."""

    _base_style: Style | None = None
    _laid_styles: dict[str, Style] | None = None

    @property
    def base(self) -> Style:
        """The widget's own style."""
        if self._base_style is None:
            self._base_style = self.rich_style
        return self._base_style

    def component(self, name: str) -> Style:
        """Give what a component style (by its full name) lays over the widget's own."""
        if self._laid_styles is None:
            self._laid_styles = {}
        style = self._laid_styles.get(name)
        if style is None:
            style = self._laid_styles[name] = self.get_component_rich_style(name, partial=True)
        return style

    def notify_style_update(self) -> None:
        """Take the colours of another theme."""
        super().notify_style_update()
        self._base_style = self._laid_styles = None
        self.forget_rows()

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self.refresh()

    def blank_row(self) -> Strip:
        """Give an empty row."""
        return Strip.blank(self.size.width, self.base)
