"""The front page itself."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from reader.tui.frontpage.asking import AskingActions
from reader.tui.keys.actions import FRONT
from reader.tui.reading import status
from reader.tui.reading.base import WAITING
from reader.tui.typesetting import byline
from reader.tui.typesetting.block_layout import ArticleContent

_HINTS = {
    "feeds": "Enter list  R refresh  a add  i in the news  : commands  ? help",
    "entries": "Enter read  s star  t tag  A all read  F filter  / search  ? help",
}


class FrontPage(AskingActions):
    """Feeds, entries, and the article that is read."""

    BINDINGS: ClassVar[list[BindingType]] = [*FRONT.bindings]

    def begin(self) -> None:
        """Show the library, with the keys in the entries."""
        self.open_up()
        self.show_shelf(self.shelf)
        self.to_list(self.spot if self.rows.ids or self.spot == "feeds" else "feeds")
        self.glimpse()
        self.recount()

    @property
    def waits_for(self) -> str:
        """Why there is no text, or not yet the page's own; empty: there is."""
        error = self.story.error
        if error and self.article.blocks:
            return f"This is the feed's own text; the page: {super().waits_for}"
        if self.story.is_old and self.opened is not None:
            return WAITING.format(self.story.title)
        return super().waits_for

    def list_stories(self) -> None:
        """Leave the entries as they are: they are the library's, not the shelf's."""

    def copy(self) -> ArticleContent:
        """Give the article as it is set; of an entry that is not open, what the list knows."""
        copy = super().copy()
        saved = self.pointed
        if self.opened is not None or saved is None or self.story.request.source != f"entry:{saved.id}":
            return copy
        published = saved.entry.published
        tags = " ".join(f"#{tag}" for tag in saved.tags)
        parts = (", ".join(saved.entry.byline), ", ".join(saved.feeds), byline.day(published) if published else "", tags)
        return copy._replace(byline=f" {self.symbols.dot} ".join(part for part in parts if part))

    def tell_place(self) -> None:
        """Write over each pane what it holds, and below them where the reader is."""
        framed, shelf = self.grid.is_framed, self.shelf
        pane = self.lists["entries"]
        count = next((scope.count for scope in self.scopes if scope.key == self.scope.key), self.scope.count)
        name = (
            self.scope.title + (f" {count:,}" if count else "") + (f" {self.symbols.dot} {self.sieve}" if self.sieve else "")
        )
        at = f"{pane.index + 1:,}/{len(pane):,}" if len(pane) else ""
        self.grid.set_title("entries", name, "" if self.spot == "text" and framed else at)
        self.grid.set_title("feeds", "Feeds")
        seen = f"{at}  {self.percent}%" if not framed and at else f"{self.percent}%"
        is_open = self.opened is not None or self.story.request.source[:6] != "entry:"
        heading = status.heading(shelf, self.symbols, is_framed=framed)
        self.grid.set_title("article", heading, seen if is_open and heading and not self.grid.is_linear else "")
        told = self.search_told or self.waits_for
        left, right = told, ""
        if not told and self.spot != "text":
            left = _HINTS[self.spot]
        elif not told:
            linear = self.grid.is_linear
            left, right = status.rest(self.article, self.symbols, self.section, is_framed=framed, is_linear=linear)
        if self.progress:
            left = f"{self.progress} {self.symbols.bar} {left}"
        self.status.rest(left, right, is_ruled=framed, is_told=bool(told))
