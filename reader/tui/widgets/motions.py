"""Motions that every pane understands, with counts: `5j`, `3d`, `20G`."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.widget import Widget

from reader.tui.keys.actions import MOTIONS
from reader.tui.widgets.styled_widget import StyledWidget

_HIGHEST_COUNT = 999_999


class MotionPane(StyledWidget, ScrollView, can_focus=True):
    """A pane with something in it that moves by rows: `move_by` and `move_to` say what."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOTIONS.bindings]

    count = 0
    """The digits typed so far; 0: none."""

    class Counting(Message):
        """Digits have been typed."""

        def __init__(self, pane: MotionPane, count: int) -> None:
            """Say it."""
            super().__init__()
            self.pane = pane
            self.count = count

        @property
        def control(self) -> Widget:
            """The pane that counts."""
            return self.pane

    def move_by(self, rows: int) -> None:
        """Move so many rows down, or up if negative."""
        raise NotImplementedError

    def move_to(self, row: int | None) -> None:
        """Move to a row, the first being 0; None: to the last."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """Rows of one page."""
        return max(self.size.height, 1)

    def take_count(self, default: int = 1) -> int:
        """Give the count that was typed, and forget it."""
        count, self.count = self.count, 0
        return count or default

    def count_on(self, character: str | None) -> bool:
        """Take a digit of a count; say whether it was one."""
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

    def action_down(self) -> None:
        """Down by lines."""
        self.move_by(self.take_count())

    def action_up(self) -> None:
        """Up by lines."""
        self.move_by(-self.take_count())

    def action_half_down(self) -> None:
        """Down half a page."""
        self.move_by(self.take_count() * max(self.page // 2, 1))

    def action_half_up(self) -> None:
        """Up half a page."""
        self.move_by(-self.take_count() * max(self.page // 2, 1))

    def action_page_down(self) -> None:
        """Down one page, keeping a line of the one before."""
        self.move_by(self.take_count() * max(self.page - 1, 1))

    def action_page_up(self) -> None:
        """Up one page, keeping a line of the one before."""
        self.move_by(-self.take_count() * max(self.page - 1, 1))

    def action_top(self) -> None:
        """To the top, or to the line counted."""
        self.move_to(self.take_count() - 1)

    def action_bottom(self) -> None:
        """To the end, or to the line counted."""
        count = self.take_count(0)
        self.move_to(count - 1 if count else None)
