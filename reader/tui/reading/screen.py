"""The screen on which articles are read."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType

from reader.model import Article
from reader.tui import masthead
from reader.tui.actions import LIBRARY, PANES, READING
from reader.tui.marks import Marks
from reader.tui.messages import PlaceReached, StoryWanted, UndoWanted
from reader.tui.reading import status
from reader.tui.reading.base import WAITING
from reader.tui.reading.following import FollowingActions
from reader.tui.reading.keeping import KeepActions
from reader.tui.stories import Shelf
from reader.tui.typeset import Copy
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.letter_trap import LetterTrap
from reader.tui.widgets.moving import Moving
from reader.tui.widgets.virtual_list import VirtualList


class ReadingScreen(FollowingActions, KeepActions):
    """Panes around one article of a shelf."""

    BINDINGS: ClassVar[list[BindingType]] = [*READING.bindings, *PANES.bindings, *LIBRARY.bindings]

    def __init__(self, shelf: Shelf, *, marks: Marks, column: int) -> None:
        """Make the screen for a shelf."""
        super().__init__(shelf, marks=marks, column=column)
        self.places = {}
        self.labelled = {}

    def compose(self) -> ComposeResult:
        """The desk with everything on it."""
        yield self.desk

    def on_mount(self) -> None:
        """Show what is there."""
        self.begin()

    def begin(self) -> None:
        """Show the shelf, with the keys in the text."""
        self.show_shelf(self.shelf)
        self.view.focus()

    # Handed down by the app ----------------------------------------------------------------------------------------------

    def show_shelf(self, shelf: Shelf, *, place: tuple[int, int] = (0, 0)) -> None:
        """Show another state of the shelf; the text is set anew only if there is another article."""
        before, self.shelf = self.story, shelf
        self.list_stories()
        is_same = self.story.article is before.article and self.story.error is before.error
        if before.is_partial > self.story.is_partial and before.request is self.story.request and self.view.has_copy:
            self._complete()
        elif not is_same or not self.view.has_copy:
            self._show_article(place)
        self.tell_place()

    def _show_article(self, place: tuple[int, int]) -> None:
        article = self.article
        self.clear_search()
        self.shows_stripped = False
        self.list_passages()
        self.view.show(self.copy() if article.blocks else self._excuse(), at=place)
        self.arrange_panes()

    def _complete(self) -> None:
        """Show who is named and quoted in the text that stands there already."""
        self.list_passages()
        self.view.show(self.copy(), at=None)
        self.arrange_panes()
        if self.wished:
            self.say("")
            self.action_pane(self.wished)

    def _excuse(self) -> Copy:
        """Give what stands in place of the text: nothing while it is waited for, and what was in its way."""
        return Copy(article=Article(), notes=(str(self.story.error),) if self.story.error else ())

    def copy(self) -> Copy:
        """Give the article as it is set."""
        reading = self.story.reading
        dropped = tuple(piece for piece in reading.decisions if not piece.kept) if reading and self.shows_stripped else ()
        article = self.article
        byline = masthead.byline(article, self.marks)
        return Copy(article=article, byline=byline, notes=masthead.notes(article), dropped=dropped)

    @property
    def waits_for(self) -> str:
        """Why there is no text; empty: there is."""
        if error := self.story.error:
            return f"{error.problem} ({error.advice})" if error.advice else error.problem
        return "" if self.story.article else WAITING.format(self.story.title)

    def action_stripped(self) -> None:
        """Show what was stripped from the page, or hide it again."""
        self.shows_stripped = not self.shows_stripped
        copy = self.copy()
        if self.shows_stripped:
            self.say(status.stripped(len(copy.dropped)))
        self.view.show(copy, at=self.view.place)

    def list_stories(self) -> None:
        """List the stories of the shelf."""
        stories = self.shelf.stories
        marks = self.marks
        rows = [(marks.failed if one.error else " " if one.is_read else marks.unread, "", one.title) for one in stories]
        self.lists["entries"].show(rows, at=self.shelf.here)

    def tell_place(self) -> None:
        """Write over the panes what they hold, and on the last row where the reader stands."""
        framed = self.desk.is_framed
        shelf = self.shelf
        self.desk.entitle(
            "article",
            status.heading(shelf, self.marks, is_framed=framed),
            "" if self.desk.is_linear else status.progress(shelf, self.percent, is_framed=framed),
        )
        self.desk.entitle("entries", f"{shelf.title or 'Unread'} {shelf.unread}")
        told = self.search_told or self.waits_for
        left, right = told, ""
        if not told and shelf.is_first_run:
            left = status.first_run(self.size.width)
        elif not told:
            linear = self.desk.is_linear
            left, right = status.rest(self.article, self.marks, self.section, is_framed=framed, is_linear=linear)
            right = f"{self.percent}%" if self.is_zen and right else right
        self.status.rest(left, right, is_ruled=framed, is_told=bool(told))

    # What the widgets tell -----------------------------------------------------------------------------------------------

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

    @on(Moving.Counting)
    def _counting(self, event: Moving.Counting) -> None:
        self.say(str(event.count))

    @on(LetterTrap.Caught)
    def _letter_caught(self, event: LetterTrap.Caught) -> None:
        if self.pending:
            self.use_letter(event.letter or "")
        else:
            self.use_label(event.letter)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show which pane has the keys."""
        self.desk.point(str(self.pane.id))
        for pane in self.lists.values():
            pane.refresh()

    def action_escape(self) -> None:
        """Clear the search, then the filter, then the light; then go back to the text."""
        self.take_count()
        self.say("")
        if not (self.clear_search() or self.clear_filter()):
            self.clear_light()
            self.to_text()
        self.entitle_passages()

    def action_back(self) -> None:
        """One level back: to the text, out of zen, out of the app."""
        self.take_count()
        if self.pane is not self.view:
            self.to_text()
        elif self.is_zen:
            self.action_zen()
        else:
            self.app.exit(0)

    def action_undo(self) -> None:
        """Take the last change back."""
        self.post_message(UndoWanted())
