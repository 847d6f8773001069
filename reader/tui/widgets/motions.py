"""Motions that every pane understands, with counts: `5j`, `3d`, `20G`."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.keys.actions import MOTIONS
from reader.tui.theme.styles import NO_STYLES, ThemeStyles

_HIGHEST_COUNT = 999_999


class MotionPane(ScrollView, can_focus=True):
    """A pane that draws its own rows and moves by them: `move_by`, `move_to` and `render_line` say how."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOTIONS.bindings]

    class Counting(Message):
        """Digits have been typed."""

        def __init__(self, pane: MotionPane, count: int) -> None:
            """Take the pane and the number typed so far."""
            super().__init__()
            self.pane = pane
            self.count = count

        @property
        def control(self) -> Widget:
            """The pane that counts."""
            return self.pane

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- Textual's name
        """Make a pane without colours."""
        super().__init__(id=id)
        self.theme_styles = NO_STYLES
        self.reorder = True
        """Right-to-left text is put into the terminal's order here."""
        self.count = 0
        """The digits typed so far; 0: none."""

    def restyle(self, theme_styles: ThemeStyles) -> None:
        """Draw in other styles from now on."""
        self.theme_styles = theme_styles
        self.forget_rows()

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that are asked for."""
        rows = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        return rows if crop.x == 0 and crop.width >= self.size.width else [row.crop(crop.x, crop.right) for row in rows]

    def move_by(self, rows: int) -> None:
        """Move so many rows down, or up if negative."""
        raise NotImplementedError

    def move_to(self, row: int | None) -> None:
        """Move to a row, the first being 0; None: to the last."""
        raise NotImplementedError

    def step(self, lines: int) -> None:
        """Move by lines as `j` and `k` do."""
        self.move_by(lines)

    @property
    def page(self) -> int:
        """Rows of one page."""
        return max(self.size.height, 1)

    def take_count(self, default: int = 1) -> int:
        """Return the count that was typed, and forget it."""
        count, self.count = self.count, 0
        return count or default

    def count_on(self, character: str | None) -> bool:
        """Take a digit of a count; return whether it was one."""
        if not character or character not in "0123456789" or (character == "0" and not self.count):
            return False
        self.count = min(self.count * 10 + int(character), _HIGHEST_COUNT)
        self.post_message(self.Counting(self, self.count))
        return True

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move with the wheel."""
        event.stop()
        self.move_by(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move with the wheel."""
        event.stop()
        self.move_by(-3)

    def action_line(self, way: int) -> None:
        """Move by lines, down (1) or up (-1)."""
        self.step(way * self.take_count())

    def action_half_page(self, way: int) -> None:
        """Move by halves of a page, down (1) or up (-1)."""
        self.move_by(way * self.take_count() * max(self.page // 2, 1))

    def action_page(self, way: int) -> None:
        """Move by pages, down (1) or up (-1), keeping a line of the one before."""
        self.move_by(way * self.take_count() * max(self.page - 1, 1))

    def action_top(self) -> None:
        """Move to the top, or to the line counted."""
        self.move_to(self.take_count() - 1)

    def action_bottom(self) -> None:
        """Move to the end, or to the line counted."""
        count = self.take_count(0)
        self.move_to(count - 1 if count else None)
