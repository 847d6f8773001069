"""What the widgets of the screen tell, and where that leads."""

from __future__ import annotations

from textual import events, on

from reader.tui.messages import PlaceReached, StoryWanted
from reader.tui.reading import status
from reader.tui.reading.base import WAITING
from reader.tui.reading.keeping import KeepActions
from reader.tui.reading.quoting import QuoteActions
from reader.tui.state import pane_rows
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.key_catcher import KeyCatcher
from reader.tui.widgets.motions import MotionPane
from reader.tui.widgets.virtual_list import VirtualList


class ListeningActions(QuoteActions, KeepActions):
    """Hears the text, the lists and the panes, and tells where the reader is."""

    @property
    def waits_for(self) -> str:
        """Why there is no text; empty: there is."""
        if error := self.story.error:
            return f"{error.problem} ({error.advice})" if error.advice else error.problem
        return "" if self.story.article else WAITING.format(self.story.title)

    def tell_place(self) -> None:
        """Write over the panes what they hold, and on the last row where the reader stands."""
        framed = self.grid.is_framed
        shelf = self.shelf
        self.grid.set_title(
            "article",
            status.heading(shelf, self.symbols, is_framed=framed),
            "" if self.grid.is_linear else status.progress(shelf, self.percent, is_framed=framed),
        )
        self.grid.set_title("entries", pane_rows.title(shelf, "entries", len(shelf.stories), self.symbols))
        told = self.search_told or self.waits_for
        left, right = told, ""
        if not told and shelf.is_first_run:
            left = status.first_run(self.size.width)
        elif not told:
            linear = self.grid.is_linear
            left, right = status.rest(self.article, self.symbols, self.section, is_framed=framed, is_linear=linear)
            right = f"{self.percent}%" if self.is_zen and right else right
        self.status.rest(left, right, is_ruled=framed, is_told=bool(told))

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out the panes for another size."""
        self.arrange_panes()
        self.call_after_refresh(self.tell_place)

    @on(ArticleView.Moved)
    def _text_moved(self, event: ArticleView.Moved) -> None:
        self.percent, self.here = event.percent, event.block
        self.follow_text()
        self.tell_place()
        self.post_message(PlaceReached(event.block, event.offset))

    @on(VirtualList.Pointed)
    def _row_pointed(self, event: VirtualList.Pointed) -> None:
        self.point_row(event.pane, event.index)

    def point_row(self, pane: VirtualList, index: int) -> None:
        """Show what the cursor of a list stands on."""
        if pane.id != "entries":
            self.follow_list(pane, index)

    @on(VirtualList.Chosen)
    def _row_chosen(self, event: VirtualList.Chosen) -> None:
        self.choose_row(event.pane, event.index)

    def choose_row(self, pane: VirtualList, index: int) -> None:
        """Go where a row leads."""
        if pane.id == "entries":
            self.post_message(StoryWanted(index))
        else:
            self.follow_list(pane, index)
        self.to_text()

    @on(VirtualList.Left)
    def _list_left(self, event: VirtualList.Left) -> None:
        self.leave_list(event.pane)

    def leave_list(self, pane: VirtualList) -> None:
        """Go back from a list."""
        self.to_text()

    @on(VirtualList.FilterWanted)
    async def _filter_wanted(self, event: VirtualList.FilterWanted) -> None:
        await self.sift(event.pane)

    @on(MotionPane.Counting)
    def _counting(self, event: MotionPane.Counting) -> None:
        self.say(str(event.count))

    @on(KeyCatcher.Caught)
    def _letter_caught(self, event: KeyCatcher.Caught) -> None:
        if self.pending:
            self.use_letter(event.letter or "")
        else:
            self.use_label(event.letter)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show which pane has the keys."""
        self.grid.point(str(self.pane.id))
        for pane in self.lists.values():
            pane.refresh()
