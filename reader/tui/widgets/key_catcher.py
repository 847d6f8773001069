"""Catches the next key, whatever it is bound to: the letter of a mark, the label of a link."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widget import Widget


class KeyCatcher(Widget, can_focus=True):
    """Invisible; while it has the focus, a key is a letter and no action."""

    class Caught(Message):
        """A key has been typed; None: it was no letter."""

        def __init__(self, trap: KeyCatcher, letter: str | None) -> None:
            """Say it."""
            super().__init__()
            self.trap = trap
            self.letter = letter

        @property
        def control(self) -> Widget:
            """The trap."""
            return self.trap

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep every key from the bindings."""
        return True

    def on_key(self, event: events.Key) -> None:
        """Tell the letter."""
        event.stop()
        letter = event.character if event.is_printable else None
        self.post_message(self.Caught(self, letter))
