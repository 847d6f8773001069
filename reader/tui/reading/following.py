"""The panes follow the text, and the text follows the panes, with the passage lit."""

from __future__ import annotations

from bisect import bisect_right

from reader.model import Quote
from reader.tui import passages
from reader.tui.messages import TextCopied
from reader.tui.reading.base import ReadingBase
from reader.tui.widgets.virtual_list import VirtualList


class FollowingActions(ReadingBase):
    """Outline, people and quotes, and the passages they stand for."""

    only: int | None = None
    """Index of the person whose quotes alone are listed; None: everybody's."""
    step = 0
    """Which of the passages of the row under the cursor is lit."""

    def list_passages(self) -> None:
        """List what stands in the article."""
        article = self.article
        self.only, self.step = None, 0
        self.entries["outline"] = passages.outline(article)
        self.entries["people"] = passages.people(article)
        self.entries["quotes"] = passages.quotes(article, self.marks)
        for name in ("outline", "people", "quotes"):
            self.lists[name].words = ""
            self.lists[name].show(passages.cells(self.entries[name]), at=0)
        self.entitle_passages()

    def entitle_passages(self) -> None:
        """Write over each list what it holds."""
        of = f" {self.marks.dot} {self.article.people[self.only].name}" if self.only is not None else ""
        for name, title in (("outline", "Outline"), ("people", "People"), ("quotes", f"Quotes{of}")):
            count = len(self.lists[name])
            sifted = f" {self.lists[name].words!r}" if self.lists[name].words else ""
            self.desk.entitle(name, title if name == "outline" else f"{title} {count}", sifted)

    def follow_text(self) -> None:
        """Let the panes in which the keys do not work show where the text stands."""
        for name in ("outline", "quotes"):
            entries = self.entries[name]
            if entries and self.focused is not self.lists[name]:
                starts = [entry.spans[0].block for entry in entries]
                first = bisect_right(starts, self.here) - 1 if name == "outline" else self._first_below(starts)
                self.lists[name].point(max(first, 0), tell=False)

    def _first_below(self, starts: list[int]) -> int:
        return next((at for at, block in enumerate(starts) if block >= self.here), len(starts) - 1)

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
            self.view.lay("lit", ())
            self.view.reveal(spans[0].block, top=True)
        elif spans:
            chosen = spans[self.step % len(spans)]
            self.view.lay("person", spans if name == "people" else ())
            self.view.lay("lit", spans if name == "quotes" else [chosen])
            self.view.reveal(chosen.block, chosen.start)
            self._tell_passage(name, index)

    def _tell_passage(self, name: str, index: int) -> None:
        """Say in full what a narrow pane cuts short, and which passage of how many is lit."""
        entry = self.entries[name][index]
        at = f"  {self.step % len(entry.spans) + 1}/{len(entry.spans)}" if len(entry.spans) > 1 else ""
        if name == "people":
            self.say(", ".join(part for part in entry.cells[:2] if part) + at)
        else:
            self.say((entry.cells[1] or "Nobody is named as the speaker.") + at)

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

    def action_only_person(self) -> None:
        """List only one person's quotes, or everybody's again."""
        name, index = self._row()
        person = self._person(name, index)
        if self.only is None and person is None:
            self.say("Nobody of the article's people says this.")
            return
        self.only = person if self.only is None else None
        self.entries["quotes"] = passages.quotes(self.article, self.marks, self.only)
        self.lists["quotes"].show(passages.cells(self.entries["quotes"]), at=0)
        self.entitle_passages()

    def action_copy_quote(self) -> None:
        """Copy a quote with its speaker."""
        if quote := self._quote():
            self.post_message(TextCopied(passages.with_speaker(self.article, quote), "the quote"))

    def action_cite_quote(self) -> None:
        """Copy a quote as a Markdown citation."""
        if quote := self._quote():
            self.post_message(TextCopied(passages.citation(self.article, quote), "the quote as Markdown"))

    def _quote(self) -> Quote | None:
        name, index = self._row()
        if name != "quotes" or index < 0:
            self.say("Put the cursor on a quote first.")
            return None
        return self.article.quotes[self.entries[name][index].of]

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
