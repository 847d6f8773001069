"""A line to type on, over the line of state: for a search, a filter, a command.  Imported when it is first opened."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label


class Prompt(Horizontal):
    """Asks for some words; tells them while they are typed, when they are done, and when they are given up."""

    @dataclass
    class Typed(Message):
        """The words are others now."""

        prompt: Prompt
        words: str

        @property
        def control(self) -> Widget:
            """The prompt."""
            return self.prompt

    @dataclass
    class Done(Message):
        """The words are as they are meant; None: they are given up."""

        prompt: Prompt
        words: str | None

        @property
        def control(self) -> Widget:
            """The prompt."""
            return self.prompt

    def __init__(self) -> None:
        """Make a line that asks nothing yet."""
        super().__init__()
        self.purpose = ""
        self._words = ""
        self._sign = Label("", markup=False)
        self.line = Input(compact=True, select_on_focus=True)
        self.line.cursor_blink = False  # nothing is drawn anew that does not change words

    def compose(self) -> ComposeResult:
        """The sign and the line."""
        yield self._sign
        yield self.line

    def ask(self, purpose: str, sign: str, words: str) -> None:
        """Ask for a purpose, with a sign in front and some words to begin with.

        One line is used again and again: an `Input` that is taken away while it blinks is never freed (Textual 8.2.8).
        """
        self.purpose, self._words = purpose, words
        self._sign.update(sign)
        self.line.value = words
        self.display = True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed."""
        event.stop()
        if event.value != self._words and self.display:
            self._words = event.value
            self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell what is meant."""
        event.stop()
        self.post_message(self.Done(self, event.value))

    def on_key(self, event: events.Key) -> None:
        """Give up with Escape, or by deleting back over the sign."""
        if event.key == "escape" or (event.key == "backspace" and not self._words):
            event.stop()
            self.post_message(self.Done(self, None))
