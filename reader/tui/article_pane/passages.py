"""Outline, people and quotes follow the text, and the text follows them, with the passage lit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from reader.model import Article, Quote
from reader.tui.article_pane.widgets import PaneWidgets
from reader.tui.state import pane_rows
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.pane_rows import Entry
from reader.tui.widgets.virtual_list import VirtualList

FOLLOWING: Final = ("outline", "people", "quotes")
"""The lists that follow the text."""


class PassageSync:
    """The rows of the lists of one article, and the passages they stand for."""

    def __init__(self, widgets: PaneWidgets) -> None:
        """Begin with empty lists."""
        self._widgets = widgets
        self._opened: OpenArticles | None = None
        self._article = Article()
        self.rows: dict[str, tuple[Entry, ...]] = dict.fromkeys(FOLLOWING, ())
        self.only: int | None = None
        """Index of the person whose quotes alone are listed; None: everybody's."""
        self._here = 0
        """Index of the block at the top of the text."""
        self._step = 0
        """Which of the passages of the row under the cursor is lit."""
        self._lit = 0
        """Index of the block that holds the lit passage."""
        self._starts: dict[str, list[int]] = {}
        """The blocks at which the rows of a list begin; of the people, at which somebody is named."""
        self._named: tuple[int, ...] = ()
        """Who is named there: rows of the people."""

    def list_passages(self, opened: OpenArticles, article: Article) -> None:
        """List what stands in the article that is shown."""
        self._opened, self._article = opened, article
        self.only, self._step = None, 0
        self.rows = pane_rows.listed(article, self._widgets.symbols)
        places = sorted((span, row) for row, person in enumerate(article.people) for span in person.mentions)
        self._named = tuple(row for _, row in places)
        self._starts = {name: [entry.spans[0].block for entry in self.rows[name]] for name in ("outline", "quotes")}
        self._starts["people"] = [span.block for span, _ in places]
        for name in FOLLOWING:
            self._widgets.lists[name].words = ""
            self._widgets.lists[name].show(pane_rows.cells(self.rows[name]), at=0)
        self.update_titles()

    def list_quotes(self, person: int | None) -> bool:
        """List only one person's quotes, or everybody's (None); say whether there are any."""
        rows = pane_rows.quotes(self._article, self._widgets.symbols, person)
        if person is not None and not rows:
            return False
        self.only, self.rows["quotes"] = person, rows
        self._starts["quotes"] = [entry.spans[0].block for entry in rows]
        self._widgets.lists["quotes"].show(pane_rows.cells(rows), at=0)
        self.update_titles()
        return True

    def update_titles(self) -> None:
        """Write over each list what it holds."""
        symbols, lists = self._widgets.symbols, self._widgets.lists
        if self._opened is None:
            return
        for name in FOLLOWING:
            title = pane_rows.title(self._opened, name, len(lists[name]), symbols)
            if name == "quotes" and self.only is not None:
                title = title.replace(" ", f" {symbols.dot} {self._article.people[self.only].name} ", 1)
            self._widgets.grid.set_title(name, title, f" {lists[name].words!r}" if lists[name].words else "")

    # The lists follow the text -------------------------------------------------------------------------------------------

    def follow_text(self, block: int | None = None) -> None:
        """Let the lists without the keys show where the text stands, or the passage that is lit.

        Args:
            block: the one that has come to the top of the text; None: it has not moved.
        """
        self._here = self._here if block is None else block
        view = self._widgets.view
        shown = self._lit if self._widgets.focused is not view and view.has_lit else self._here
        for name in FOLLOWING:
            if self._starts.get(name) and self._widgets.screen.focused is not self._widgets.lists[name]:
                self._widgets.lists[name].point(self._row_at(name, shown), tell=False)

    @property
    def section(self) -> str:
        """The section in which the reader stands, and of how many; empty: there is one only."""
        sections = self.rows["outline"]
        if len(sections) < 2:
            return ""
        at = self._row_at("outline", self._here)
        return f"{at + 1}/{len(sections)} {sections[at].cells[1].strip()}"

    def _row_at(self, name: str, block: int) -> int:
        starts = self._starts[name]
        if name == "outline":
            return max(bisect_right(starts, block) - 1, 0)
        quotes = self._widgets.lists["quotes"]
        speaker = self.person_of("quotes", quotes.index) if self._widgets.focused is quotes else None
        if name == "people" and speaker is not None:
            return speaker
        first = min(bisect_left(starts, block), len(starts) - 1)
        return self._named[first] if name == "people" else first

    # The text follows the lists ------------------------------------------------------------------------------------------

    def follow_list(self, pane: VirtualList, index: int) -> None:
        """Let the text show what the cursor of a list stands on."""
        self._step = 0
        self._show_passage(str(pane.id), index)

    def step_passage(self, steps: int) -> None:
        """Go to another passage of the row under the cursor."""
        name, index = self.row_here
        spans = self.rows[name][index].spans if index >= 0 else ()
        if spans:
            self._step = (self._step + steps) % len(spans)
            self._show_passage(name, index)

    def clear_light(self) -> None:
        """Put the light out."""
        self._widgets.view.lay("lit", ())
        self._widgets.view.lay("person", ())

    def _show_passage(self, name: str, index: int) -> None:
        rows, view = self.rows.get(name, ()), self._widgets.view
        if not 0 <= index < len(rows):
            return
        spans = rows[index].spans
        if name == "outline":
            self.clear_light()
            view.reveal(spans[0].block, top=True)
        elif spans:
            chosen = spans[self._step % len(spans)]
            view.lay("person", self._article.people[rows[index].of].mentions if name == "people" else ())
            view.lay("lit", spans if name == "quotes" else [chosen])
            view.reveal(chosen.block, chosen.start)
            self._lit = chosen.block
            self.follow_text()
            self._widgets.say(self._passage_told(name, index))

    def _passage_told(self, name: str, index: int) -> str:
        """Return in full what a narrow pane cuts short, and which passage of how many is lit."""
        row = self.rows[name][index]
        at = f"{self._step % len(row.spans) + 1}/{len(row.spans)}  " if len(row.spans) > 1 else ""
        if name == "people":
            return at + ", ".join(part for part in row.cells[:2] if part)
        return at + (row.cells[1] or "Nobody is named as the speaker.")

    # What the cursor stands on -------------------------------------------------------------------------------------------

    @property
    def row_here(self) -> tuple[str, int]:
        """The list of people or quotes that is meant, and the row under its cursor; -1: there is none."""
        pane = self._widgets.focused
        name = str(pane.id) if pane.id in ("people", "quotes") else "quotes"
        return name, self._widgets.lists[name].index

    def person_of(self, name: str, index: int) -> int | None:
        """Return whom a row of people or quotes is about, as an index into `article.people`; None: nobody of them."""
        if not 0 <= index < len(self.rows[name]):
            return None
        of = self.rows[name][index].of
        if name == "people":
            return of
        speaker = self._article.quotes[of].speaker
        return speaker.person if speaker else None

    @property
    def quote_here(self) -> Quote | None:
        """The quote under the cursor; None: it stands on none."""
        name, index = self.row_here
        return self._article.quotes[self.rows[name][index].of] if name == "quotes" and index >= 0 else None

    @property
    def person_here(self) -> str:
        """The name of the person under the cursor of people or quotes, else of the first; empty if nobody is named."""
        name = "quotes" if self._widgets.focused is self._widgets.lists["quotes"] else "people"
        person = self.person_of(name, self._widgets.lists[name].index)
        return self._article.people[person].name if person is not None else ""
