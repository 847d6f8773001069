"""Search in the text, and the filter of a list: both typed on the line of state, both at work while they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.model import Span
from reader.tui.messages import PipeWanted
from reader.tui.reading.base import ReadingBase
from reader.tui.state import text_search
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from reader.tui.widgets.prompt import Prompt


class SearchActions(ReadingBase):
    """Matches, lit and stepped through."""

    matches: tuple[Span, ...] = ()
    match = -1
    """Index of the match that the reader stands at; -1: none."""
    words = ""
    """What is searched; empty: nothing."""
    _from: tuple[int, int] = (0, 0)
    _from_row = 0
    _sifting: VirtualList | None = None
    _asker: ArticleView | VirtualList | None = None
    """Where the keys were when something was asked."""
    _prompt: Prompt | None = None
    """The line that is typed on; None: nothing has been asked for yet."""

    async def action_search(self) -> None:
        """Ask what to search."""
        self._from, self._from_row = self.view.place, self.view.row
        await self.ask("search", "/", self.words)

    async def ask(self, purpose: str, sign: str, text: str = "") -> None:
        """Open the prompt on the line of state; what is typed ahead waits for it."""
        from reader.tui.widgets.prompt import Prompt  # noqa: PLC0415 -- Textual's Input is heavy, and seldom needed

        self.take_count()
        self._asker = self.pane
        if self._prompt is None:
            self._prompt = Prompt()
            await self.mount(self._prompt)
        self._prompt.ask(purpose, sign, text)
        self.set_focus(self._prompt.line)

    def on_prompt_typed(self, event: Prompt.Typed) -> None:
        """Search or filter while it is typed."""
        self.hear(event.prompt.purpose, event.words)

    def hear(self, purpose: str, words: str) -> None:
        """Do what can be done while words are being typed."""
        if purpose == "search":
            self.look_for(words)
        elif purpose == "filter":
            self.sift_by(words)

    def on_prompt_done(self, event: Prompt.Done) -> None:
        """Close the prompt, and keep or undo what it did."""
        event.prompt.display = False
        in_text = event.prompt.purpose in ("search", "pipe") or self._asker is None
        self.set_focus(self.view if in_text else self._asker)
        self.answer(event.prompt.purpose, event.words)

    def answer(self, purpose: str, words: str | None) -> None:
        """Do what the words ask for that were typed; None: they were given up."""
        if purpose == "pipe" and words:
            self.post_message(PipeWanted(words))
        elif purpose == "search" and words is None:
            self.clear_search()
            self.view.move_to(self._from_row)
        elif purpose == "search" and words and words != self.words:
            self.look_for(words)
        elif purpose == "filter" and words is None:
            self.sift_by("")

    def look_for(self, words: str) -> None:
        """Light every match of some words, and stand at the first one from where the search began."""
        self.words = words
        self.matches = text_search.matches(self.article, words)
        self.match = text_search.nearest(self.matches, *self._from)
        self._show_match()

    def step_match(self, step: int) -> None:
        """Go to another match, round the end."""
        if self.matches:
            self.match = (self.match + step) % len(self.matches)
            self._show_match()

    def _show_match(self) -> None:
        here = self.matches[self.match] if self.matches else None
        self.view.lay("match", self.matches)
        self.view.lay("match-here", [here] if here else [])
        if here:
            self.view.reveal(here.block, here.start)
        self.tell_place()

    @property
    def search_told(self) -> str:
        """The search that is live, with the match that the reader stands at, of how many; empty: there is none."""
        if self.words and not self.matches:
            return f"No match for {self.words!r}."
        return f"/{self.words}  {self.match + 1}/{len(self.matches)}" if self.words else ""

    def clear_search(self) -> bool:
        """End the search; say whether there was one."""
        had = bool(self.words)
        self.words, self.matches, self.match = "", (), -1
        self.view.lay("match", ())
        self.view.lay("match-here", ())
        self.tell_place()
        return had

    async def sift(self, pane: VirtualList) -> None:
        """Ask what a list is to be filtered by."""
        self._sifting = pane
        await self.ask("filter", "filter: ", pane.words)

    def sift_by(self, words: str) -> None:
        """Filter the list."""
        if self._sifting:
            self._sifting.sift(words)

    def clear_filter(self) -> bool:
        """Show all rows of the list with the keys, or of any that is filtered; say whether there was a filter."""
        sifted = [pane for pane in self.lists.values() if pane.words]
        for pane in sifted:
            pane.sift("")
        return bool(sifted)
