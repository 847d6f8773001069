"""Search in all that is kept: typed above, found below, each hit with the passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Label

from reader.errors import QueryError
from reader.library import Library, search
from reader.library.query import parse
from reader.library.search import Hit
from reader.library.terms.nodes import All, Any, Node, Words
from reader.tui.keys.actions import SEARCH
from reader.tui.library_browser.scopes import Scope
from reader.tui.screens.item_screen import ItemScreen
from reader.tui.state import status_text
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.preview import now
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting.byline import day
from reader.tui.widgets.item_rows import Item, TextPart
from reader.tui.widgets.virtual_list import VirtualList

_MOST = 100
"""Hits that are shown; the list that a chosen one leads to has all of them."""
_TITLE = "Search everything that is kept"


class Found(NamedTuple):
    """What was chosen of what a search has found."""

    scope: Scope
    entry: int
    words: tuple[str, ...]
    """What it was found by, as it stands in its text."""


class SearchScreen(ItemScreen[Found]):
    """Gives what was searched as a scope, and the entry that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*SEARCH.bindings]

    def __init__(self, words: str, library: LibraryAccess, symbols: Symbols, theme_styles: ThemeStyles) -> None:
        """Make the screen with some words to begin with."""
        super().__init__(_TITLE, symbols, theme_styles)
        self._library = library
        self._input = Input(words, placeholder='words, "a phrase", person:NAME, feed:NAME, newer:1w, -not, or', compact=True)
        self._hits: tuple[Hit, ...] = ()
        self._words = ""
        """What the hits were found by."""
        self._by_relevance = False

    def compose(self) -> ComposeResult:
        """The line to type on between the title and what is found."""
        yield Label(_TITLE, id="item-title", markup=False)
        yield self._input
        yield self.item_list
        yield self.status

    def begin(self) -> None:
        """Begin with the keys in the line."""
        self.set_focus(self._input)
        self._rest()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while it is typed."""
        self.search(event.value)

    def search(self, words: str) -> None:
        """Look for some words; what cannot be read says so, and what was found stays."""
        try:
            query = parse(words, now(), live=True)
        except QueryError as error:
            self._library.drop("search")
            self.say(status_text.pointed_at(error))
            return
        self.say("")
        if not query.terms:
            self._library.drop("search")
            self._show(words, ((), 0))
            return

        def work(library: Library) -> tuple[tuple[Hit, ...], int]:
            hits = search.hits(library, query, by_relevance=self._by_relevance, limit=_MOST)
            return hits, search.count(library, query) if len(hits) == _MOST else len(hits)

        self._library.look_up("search", work, lambda found: self._show(words, found), lambda error: self.say(str(error)))

    def _show(self, words: str, found: tuple[tuple[Hit, ...], int]) -> None:
        self._words, (self._hits, count) = words, found
        self.lay_out()
        self._rest(f"{count:,} found" if words.strip() else "")

    def _rest(self, found: str = "") -> None:
        order = "best first" if self._by_relevance else "newest first"
        left = f"{found}, {order}" if found else "Enter goes to what is found"
        self.status.rest(left, "Tab line/list  o order  Esc back")

    def items(self, columns: int) -> Sequence[Item]:
        """Return a title row and a passage row for each hit."""
        return [self._item(hit) for hit in self._hits]

    def _item(self, hit: Hit) -> Item:
        saved = hit.saved
        mark = self.symbols.unread if saved.read_at is None else " "
        star = self.symbols.starred if saved.starred else " "
        credit = "  ".join(
            part for part in (day(saved.entry.published) if saved.entry.published else "", *saved.feeds) if part
        )
        head = (
            TextPart(f"{mark}{star} ", "mark"),
            TextPart(f"{saved.entry.title or saved.entry.url}  ", "strong"),
            TextPart(credit, "aside"),
        )
        return head, (TextPart("   "), *_marked(hit))

    def on_input_submitted(self) -> None:
        """Go to what is found."""
        if self._words != self._input.value:  # it cannot be read, or is still being looked for
            return
        if self._hits:
            self.set_focus(self.item_list)
        else:
            self.say("Nothing is found.")

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        """Open the hit, in the list of all that is found."""
        item = event.index
        if item >= 0:
            scope = Scope(kind="search", title=f"Search {self._words.strip()}", text=self._words.strip())
            hit = self._hits[item]
            asked = _words(parse(self._words, now()))
            words = dict.fromkeys((*(hit.passage[start:end].lower() for start, end in hit.marks), *asked))
            self.leave(Found(scope, hit.saved.id, tuple(words)))

    def action_order(self) -> None:
        """The best match first, or the newest again."""
        self._by_relevance = not self._by_relevance
        self.search(self._input.value)

    def action_other(self) -> None:
        """From the line to the list, and back."""
        self.set_focus(self.item_list if self.focused is self._input else self._input)

    def leave_list(self) -> None:
        """Back to the line."""
        self.set_focus(self._input)

    def on_key(self, event: events.Key) -> None:
        """Move in the list while the keys are typed into the line."""
        if self.focused is self._input and event.key in ("down", "up"):
            event.stop()
            self.item_list.action_line(1 if event.key == "down" else -1)


def _words(query: Node) -> Iterator[str]:
    """Return the words that a query asks for, but not those that must not be there."""
    match query:
        case Words():
            yield query.text.lower()
        case All() | Any():
            for term in query.terms:
                yield from _words(term)


def _marked(hit: Hit) -> Iterator[TextPart]:
    at = 0
    for start, end in hit.marks:
        yield TextPart(hit.passage[at:start], "aside")
        yield TextPart(hit.passage[start:end], "strong")
        at = end
    yield TextPart(hit.passage[at:], "aside")
