"""Catches the next key, whatever it is bound to: the letter of a mark, the label of a link."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widget import Widget


class KeyCatcher(Widget, can_focus=True):
    """Invisible; while it has the focus, a key is a letter and no action."""

    class Caught(Message):
        """A key has been typed; None: it was no letter."""

        def __init__(self, catcher: KeyCatcher, letter: str | None) -> None:
            """Take the widget and the letter."""
            super().__init__()
            self.catcher, self.letter = catcher, letter

        @property
        def control(self) -> Widget:
            """The widget that caught it."""
            return self.catcher

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep every key from the bindings."""
        return True

    def on_key(self, event: events.Key) -> None:
        """Tell the letter."""
        event.stop()
        letter = event.character if event.is_printable else None
        self.post_message(self.Caught(self, letter))
