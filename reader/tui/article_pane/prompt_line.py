"""Questions asked on the line of state: what is typed goes to the callback of whoever asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.tui.article_pane.widgets import PaneWidgets

if TYPE_CHECKING:
    from reader.tui.widgets.prompt import Prompt

Answer = Callable[[str | None], object]


class PromptLine:
    """One line that is used again and again; it is made when something is asked for the first time."""

    def __init__(self, widgets: PaneWidgets, mount: Callable[[Widget], Awaitable[None]]) -> None:
        """Begin without having asked anything; `mount` puts a widget on the screen."""
        self._widgets, self._mount = widgets, mount
        self._prompt: Prompt | None = None
        self._typed: dict[str, list[str]] = {}
        """What was typed, by the sign in front of it, the newest last."""

    async def ask(
        self,
        sign: str,
        answer: Answer,
        *,
        words: str = "",
        typed: Callable[[str], object] | None = None,
        is_about_text: bool = False,
    ) -> None:
        """Open the prompt; what is typed ahead waits for it.

        Args:
            sign: stands in front of the line.
            answer: takes what was typed; None: the question was given up.
            words: stand on the line to begin with.
            typed: takes what is on the line at every letter; None: nobody does.
            is_about_text: the keys go to the text then, and not back to where they were.
        """
        from reader.tui.widgets.prompt import Prompt  # noqa: PLC0415 -- Textual's Input is heavy, and seldom needed

        widgets = self._widgets
        widgets.take_count()
        asked_from = widgets.view if is_about_text else widgets.focused
        prompt = self._prompt
        if prompt is None:
            prompt = self._prompt = Prompt()
            await self._mount(prompt)

        def done(words: str | None) -> None:
            prompt.display = False
            if words:
                before[:] = [*(one for one in before if one != words), words]
            widgets.focus(asked_from)
            answer(words)

        before = self._typed.setdefault(sign, [])
        prompt.ask(sign, words, done, typed, history=before)
        widgets.focus(prompt.line)

    async def ask_words(
        self, sign: str, use: Callable[[str], object], *, words: str = "", is_about_text: bool = False
    ) -> None:
        """Ask for some words; nothing is done if there are none."""
        await self.ask(sign, lambda typed: use(typed) if typed else None, words=words, is_about_text=is_about_text)
