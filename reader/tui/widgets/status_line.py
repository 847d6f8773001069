"""The last row: what the app has to say, and otherwise where the reader is and which keys help."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from reader.model.text import plain
from reader.model.wrap import clip, width
from reader.tui.theme.symbols import UNICODE, Symbols
from reader.tui.widgets.styled_widget import StyledWidget


class StatusLine(StyledWidget):
    """One row.  `say` shows a message until the next key; `rest` is what stands there otherwise."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str, symbols: Symbols = UNICODE) -> None:  # noqa: A002 -- Textual's name
        """Make an empty line."""
        super().__init__(id=id)
        self._symbols = symbols
        self._message = ""
        self._left = self._right = ""
        self._is_ruled = self._is_told = False

    @property
    def message(self) -> str:
        """What is being said; empty: nothing."""
        return self._message

    def say(self, message: str) -> None:
        """Show a message in one line; an empty one shows the rest again."""
        words = _one_row(message)
        if words != self._message:
            self._message = words
            self.refresh()

    def rest(self, left: str, right: str = "", *, is_ruled: bool = False, is_told: bool = False) -> None:
        """Set what stands here when nothing is said.

        Args:
            left: at the left end.
            right: at the right end, if there is room for it.
            is_ruled: it lies on a line of the frame.
            is_told: it is as important as a message.
        """
        state = (_one_row(left), _one_row(right), is_ruled, is_told)
        if state != (self._left, self._right, self._is_ruled, self._is_told):
            self._left, self._right, self._is_ruled, self._is_told = state
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the row."""
        strip = self.render_line(0).crop(crop.x, crop.right)
        return [strip] * crop.height

    def render_line(self, y: int) -> Strip:
        """Draw the row."""
        wide = self.size.width
        base = self.theme_styles.base
        kind = "status--message" if self._message or self._is_told else "status--rest"
        style = base + self.theme_styles[kind]
        left = self.order(clip(self._message or self._left, max(wide - 2, 0), ellipsis=self._symbols.ellipsis))
        right = self._right if not self._message and width(left) + width(self._right) + 5 <= wide else ""
        gap = wide - width(left) - width(right) - 2 - (2 if right else 0)
        fill = self._symbols.rule if self._is_ruled else " "
        rule = base + self.theme_styles["status--rule"]
        segments = [Segment(f" {left} " if left else fill * 2, style if left else rule), Segment(fill * max(gap, 0), rule)]
        if right:
            segments.append(Segment(f" {right} ", style))
        return Strip(segments).adjust_cell_length(wide, base)


def _one_row(text: str) -> str:
    """Pass text through the gate, and keep its spaces."""
    return plain(text).replace("\n", " ").replace("\t", " ")
