"""The panes follow the text, and the text follows the panes, with the passage lit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from reader.tui.reading.panes import PaneActions
from reader.tui.state import pane_rows
from reader.tui.widgets.virtual_list import VirtualList

FOLLOWING: Final = ("outline", "people", "quotes")
"""The lists that follow the text."""


class FollowingActions(PaneActions):
    """Outline, people and quotes, and the passages they stand for."""

    only: int | None = None
    """Index of the person whose quotes alone are listed; None: everybody's."""
    step = 0
    """Which of the passages of the row under the cursor is lit."""

    _lit = 0
    """Index of the block that holds the lit passage."""
    _starts: dict[str, list[int]]
    """The blocks at which the rows of a list begin; of the people, at which somebody is named."""
    _named: tuple[int, ...] = ()
    """Who is named there: rows of the people."""

    def list_passages(self) -> None:
        """List what stands in the article."""
        article = self.article
        self.only, self.step = None, 0
        self.entries |= pane_rows.listed(article, self.symbols)
        places = sorted((span, row) for row, person in enumerate(article.people) for span in person.mentions)
        self._named = tuple(row for _, row in places)
        self._starts = {name: [entry.spans[0].block for entry in self.entries[name]] for name in ("outline", "quotes")}
        self._starts["people"] = [span.block for span, _ in places]
        for name in FOLLOWING:
            self.lists[name].words = ""
            self.lists[name].show(pane_rows.cells(self.entries[name]), at=0)
        self.entitle_passages()

    def entitle_passages(self) -> None:
        """Write over each list what it holds."""
        for name in FOLLOWING:
            title = pane_rows.title(self.shelf, name, len(self.lists[name]), self.symbols)
            if name == "quotes" and self.only is not None:
                title = title.replace(" ", f" {self.symbols.dot} {self.article.people[self.only].name} ", 1)
            sifted = f" {self.lists[name].words!r}" if self.lists[name].words else ""
            self.grid.set_title(name, title, sifted)

    def follow_text(self) -> None:
        """Let the panes in which the keys do not work show where the text stands, or the passage that is lit."""
        block = self._lit if self.pane is not self.view and self.view.has_lit else self.here
        for name in FOLLOWING:
            if self._starts[name] and self.focused is not self.lists[name]:
                self.lists[name].point(self._row_at(name, block), tell=False)

    @property
    def section(self) -> str:
        """The section in which the reader stands, and of how many; empty: there is one only."""
        sections = self.entries["outline"]
        at = self._row_at("outline", self.here) if len(sections) > 1 else 0
        return f"{at + 1}/{len(sections)} {sections[at].cells[1].strip()}" if len(sections) > 1 else ""

    def _row_at(self, name: str, block: int) -> int:
        starts = self._starts[name]
        if name == "outline":
            return max(bisect_right(starts, block) - 1, 0)
        speaker = self._person("quotes", self.lists["quotes"].index) if self.pane is self.lists["quotes"] else None
        if name == "people" and speaker is not None:
            return speaker
        first = min(bisect_left(starts, block), len(starts) - 1)
        return self._named[first] if name == "people" else first

    def follow_list(self, pane: VirtualList, index: int) -> None:
        """Let the text show what the cursor of a pane stands on."""
        self.step = 0
        self._show_passage(str(pane.id), index)

    def _show_passage(self, name: str, index: int) -> None:
        entries = self.entries.get(name, ())
        if not 0 <= index < len(entries):
            return
        spans = entries[index].spans
        if name == "outline":
            self.clear_light()
            self.view.reveal(spans[0].block, top=True)
        elif spans:
            chosen = spans[self.step % len(spans)]
            self.view.lay("person", self.article.people[entries[index].of].mentions if name == "people" else ())
            self.view.lay("lit", spans if name == "quotes" else [chosen])
            self.view.reveal(chosen.block, chosen.start)
            self._lit = chosen.block
            self.follow_text()
            self._tell_passage(name, index)

    def _tell_passage(self, name: str, index: int) -> None:
        """Say in full what a narrow pane cuts short, and which passage of how many is lit."""
        entry = self.entries[name][index]
        at = f"{self.step % len(entry.spans) + 1}/{len(entry.spans)}  " if len(entry.spans) > 1 else ""
        if name == "people":
            self.say(at + ", ".join(part for part in entry.cells[:2] if part))
        else:
            self.say(at + (entry.cells[1] or "Nobody is named as the speaker."))

    def clear_light(self) -> None:
        """Put the light out."""
        self.view.lay("lit", ())
        self.view.lay("person", ())

    def action_passage(self, step: int) -> None:
        """Go to the next passage of the row under the cursor."""
        name, index = self._row()
        spans = self.entries[name][index].spans if index >= 0 else ()
        if spans:
            self.step = (self.step + step * self.take_count()) % len(spans)
            self._show_passage(name, index)

    def _row(self) -> tuple[str, int]:
        pane = self.pane
        name = str(pane.id) if isinstance(pane, VirtualList) and pane.id in ("people", "quotes") else "quotes"
        return name, self.lists[name].index

    def _person(self, name: str, index: int) -> int | None:
        if index < 0:
            return None
        of = self.entries[name][index].of
        if name == "people":
            return of
        speaker = self.article.quotes[of].speaker
        return speaker.person if speaker else None
