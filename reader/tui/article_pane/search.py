"""The search in the text: matches, lit and stepped through."""

from __future__ import annotations

from collections.abc import Callable

from reader.model import Article, Span
from reader.tui.state import text_search
from reader.tui.widgets.article_view import ArticleView


class TextSearch:
    """A search that is live from its first letter until it is cleared."""

    def __init__(self, view: ArticleView, changed: Callable[[], None]) -> None:
        """Begin without a search; `changed` is called whenever there is something else to tell of it."""
        self.words = ""
        """What is searched; empty: nothing."""
        self.matches: tuple[Span, ...] = ()
        self.match = -1
        """Index of the match that the reader stands at; -1: none."""
        self._view, self._changed = view, changed
        self._from, self._from_row = (0, 0), 0
        self._expected: tuple[int, tuple[str, ...]] | None = None

    def begin(self) -> None:
        """Remember where the reader stands, to search from there."""
        self._from, self._from_row = self._view.place, self._view.row

    def look_for(self, article: Article, words: str) -> None:
        """Light every match of some words, and stand at the first one from where the search began."""
        self.words = words
        self.matches = text_search.matches(article, words)
        self.match = text_search.nearest(self.matches, *self._from)
        self._show()

    def expect(self, entry: int, words: tuple[str, ...]) -> None:
        """Light some words in an entry as soon as its text is shown, if no other comes before."""
        self._expected = (entry, words) if words else None

    def light_expected(self, entry: int, article: Article) -> None:
        """Light the words that were expected in an entry whose text is shown now, and stand at the first match of any."""
        expected, self._expected = self._expected, None
        if expected and expected[0] == entry:
            found = {span for words in expected[1] for span in text_search.matches(article, words.lower())}
            if found:
                self.words, self.matches, self.match = " ".join(expected[1]), tuple(sorted(found)), 0
                self._show()

    def step(self, steps: int) -> None:
        """Go to another match, round the end."""
        if self.matches:
            self.match = (self.match + steps) % len(self.matches)
            self._show()

    def clear(self) -> bool:
        """End the search; say whether there was one."""
        had = bool(self.words)
        self.words, self.matches, self.match = "", (), -1
        self._show()
        return had

    def give_up(self) -> None:
        """End the search where it began."""
        self.clear()
        self._view.move_to(self._from_row)

    @property
    def summary(self) -> str:
        """The search that is live, with the match that the reader stands at, of how many; empty: there is none."""
        if self.words and not self.matches:
            return f"No match for {self.words!r}."
        return f"/{self.words}  {self.match + 1}/{len(self.matches)}" if self.words else ""

    def _show(self) -> None:
        here = self.matches[self.match] if self.matches else None
        self._view.lay("match", self.matches)
        self._view.lay("match-here", [here] if here else [])
        if here:
            self._view.reveal(here.block, here.start)
        self._changed()
