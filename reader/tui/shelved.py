"""An app with a shelf of stories: the worker reads them, screens ask for them, and what was done to them is taken back."""

from __future__ import annotations

from collections import deque
from typing import Final

from textual import on

from reader.tui import messages
from reader.tui.commanded import CommandedApp
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.state.positions import Positions
from reader.worker import Answer, Worker
from reader.worker.page_process import GRACE

UNDONE: Final = 50
"""Changes that can be taken back."""


class ShelvedApp(CommandedApp):
    """Keeps a shelf, and has the worker read what stands on it."""

    worker: Worker
    positions: Positions
    _undo: deque[OpenArticles]
    answer: Answer | None = None
    """What the worker had answered before the app began."""
    _asked: int
    """Which story the worker has been asked for; -1: none."""

    def _want(self, index: int) -> None:
        """Show a story, and have it read if it has not been."""
        story = self.shelf.stories[index]
        self._put(index, story._replace(is_read=story.reading is not None or story.is_read, error=None), here=index)
        if (story.reading is None or story.is_partial) and self._asked != index:
            self._ask(index)

    def _ask(self, index: int) -> None:
        self._asked = index
        self.worker.ask(self.shelf.stories[index].request, is_ahead=index != self.shelf.here)
        if self.worker.is_stale:
            self.set_timer(GRACE, self.worker.hurry)

    def _hear(self) -> None:
        """Take what the worker has to say; an answer that nobody waits for does not come this far."""
        answer = self.worker.receive()
        if answer is not None:
            self._take(answer)

    def _take(self, answer: Answer) -> None:
        index = self._asked
        self._asked = -1 if answer.is_whole else index
        if not 0 <= index < len(self.shelf.stories):
            return
        story = self.shelf.stories[index]
        if story.is_old and not answer.is_whole:
            return  # what was kept has its people and quotes
        self._put(index, story.answered(answer, is_here=index == self.shelf.here))
        self._read_ahead()

    def _read_ahead(self) -> None:
        """Have the worker read what has not been asked for yet, so that the list has titles and the next page is ready."""
        if self._asked < 0:
            near = range(self.shelf.here, len(self.shelf.stories)), range(self.shelf.here)
            stories = self.shelf.stories
            waiting = (at for span in near for at in span if stories[at].is_wanting and not stories[at].error)
            index = next(waiting, -1)
            if index >= 0:
                self._ask(index)

    def _put(self, index: int, story: OpenArticle, *, here: int | None = None) -> None:
        """Put a story in its place on the shelf, and hand the shelf down."""
        self.shelf = self.shelf.put(index, story, here=here)
        self._show()

    def _show(self) -> None:
        self.reading.show_shelf(self.shelf, place=self.positions.of(self.shelf.stories[self.shelf.here].key))

    @on(messages.StoryWanted)
    def _story_wanted(self, event: messages.StoryWanted) -> None:
        self._want(event.index)

    @on(messages.LinkWanted)
    def _link_wanted(self, event: messages.LinkWanted) -> None:
        at = self.shelf.here + 1
        self.shelf = self.shelf.insert_link(at, event.url)
        self._asked += self._asked >= at  # what has been asked for stands one place further now
        self._want(at)

    @on(messages.ReadToggled)
    def _read_toggled(self, event: messages.ReadToggled) -> None:
        self._undo.append(self.shelf)
        story = self.shelf.stories[event.index]
        self._put(event.index, story._replace(is_read=not story.is_read))
        self.say("Marked unread." if story.is_read else "Marked read.")

    @on(messages.UndoWanted)
    def _undo_wanted(self) -> None:
        if not self._undo:
            self.say("There is nothing to take back.")
            return
        before = self._undo.pop()
        self.shelf = self.shelf.read_as(before)
        self._show()
        self.say("Taken back.")

    @on(messages.PlaceReached)
    def _place_reached(self, event: messages.PlaceReached) -> None:
        self.positions.keep(self.shelf.stories[self.shelf.here].key, (event.block, event.offset))
