"""A line to type on, over the line of state: for a search, a filter, a command.  Imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Label


class Prompt(Horizontal):
    """Asks for some words, and calls back while they are typed, when they are done, and when they are given up."""

    def __init__(self) -> None:
        """Make a line that asks nothing yet."""
        super().__init__()
        self._words = ""
        self._done: Callable[[str | None], object] = _nobody
        self._typed: Callable[[str], object] | None = None
        self._history: list[str] = [""]
        self._at = 0
        self._sign = Label("", markup=False)
        self.line = Input(compact=True, select_on_focus=True)
        self.line.cursor_blink = False  # nothing is drawn anew that does not change words

    def compose(self) -> ComposeResult:
        """The sign and the line."""
        yield self._sign
        yield self.line

    def ask(
        self,
        sign: str,
        words: str,
        done: Callable[[str | None], object],
        typed: Callable[[str], object] | None = None,
        *,
        history: Sequence[str] = (),
    ) -> None:
        """Ask for words, with a sign in front and some words to begin with.

        One line is used again and again: an `Input` that is taken away while it blinks is never freed (Textual 8.2.8).

        Args:
            sign: stands in front of the line.
            words: stand on the line to begin with.
            done: takes what was typed, once; None: it was given up.
            typed: takes what is on the line whenever that changes.
            history: what was typed here before, the newest last; up and down walk through it.
        """
        self._words, self._done, self._typed = words, done, typed
        self._history, self._at = [*history, words], len(history)
        self._sign.update(sign)
        self.line.value = words
        self.display = True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed."""
        event.stop()
        if event.value != self._words and self.display:
            self._words = event.value
            if self._typed:
                self._typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tell what is meant."""
        event.stop()
        self._answer(event.value)

    def on_key(self, event: events.Key) -> None:
        """Walk through what was typed before; give up with Escape, or by deleting back over the sign."""
        if event.key in ("up", "down"):
            event.stop()
            self._history[self._at] = self.line.value
            self._at = min(max(self._at + (1 if event.key == "down" else -1), 0), len(self._history) - 1)
            self.line.value = self._history[self._at]
            self.line.cursor_position = len(self.line.value)
        if event.key == "escape" or (event.key == "backspace" and not self._words):
            event.stop()
            self._answer(None)

    def _answer(self, words: str | None) -> None:
        done, self._done = self._done, _nobody
        done(words)


def _nobody(_words: str | None) -> None:
    """Take an answer that has been given already."""
