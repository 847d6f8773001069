"""The open articles: the worker reads them, one of them is shown, and what was done to them is taken back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Final

from reader.newsroom import Request
from reader.newsroom.entry_reading import EntryRequest
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.worker import Answer, Worker
from reader.worker.page_process import GRACE

_UNDONE: Final = 50
"""Changes that can be taken back."""


class ArticleLoader:
    """Keeps the open articles, and has the worker read them."""

    def __init__(
        self,
        opened: OpenArticles,
        worker: Worker,
        *,
        show: Callable[[OpenArticles], None],
        answered: Callable[[Request | EntryRequest], None],
        set_timer: Callable[[float, Callable[[], object]], object],
    ) -> None:
        """Take some articles; if the first has not been read, the worker has been asked for it.

        `show` is told whenever something about them is new, and `answered` what the worker has answered.
        """
        self.opened = opened
        self.worker = worker
        self._show, self._answered, self._set_timer = show, answered, set_timer
        self._undo: deque[OpenArticles] = deque(maxlen=_UNDONE)
        self.asked = -1 if opened.stories[opened.here].reading else opened.here
        """Which article the worker has been asked for; -1: none."""

    @property
    def shown(self) -> OpenArticle:
        """The article that is shown."""
        return self.opened.stories[self.opened.here]

    def open(self, index: int) -> None:
        """Show an article, and have it read if it has not been."""
        article = self.opened.stories[index]
        is_read = article.reading is not None or article.is_read
        self.put(index, article._replace(is_read=is_read, error=None), here=index)
        if (article.reading is None or article.is_partial) and self.asked != index:
            self.ask(index)

    def open_beside(self, article: OpenArticle) -> None:
        """Show another article, behind the one that is shown."""
        at = self.opened.here + 1
        self.opened = self.opened.insert(at, article)
        self.asked += self.asked >= at  # what has been asked for stands one place further now
        self.open(at)

    def open_link(self, url: str) -> None:
        """Show a page that the present article leads to."""
        present = self.shown.request
        request = Request(source=url, timeout=present.timeout, offline=present.offline, linked=True)
        self.open_beside(OpenArticle(request=request))

    def open_alone(self, article: OpenArticle) -> None:
        """Show an article in place of all others; what was asked for is not waited for any more."""
        self.asked = -1
        self.opened = OpenArticles(stories=(article,))
        self._show(self.opened)

    def put(self, index: int, article: OpenArticle, *, here: int | None = None) -> None:
        """Put an article in its place, perhaps as the one that is shown."""
        self.opened = self.opened.put(index, article, here=here)
        self._show(self.opened)

    def ask(self, index: int) -> None:
        """Ask the worker for an article."""
        self.asked = index
        self.worker.ask(self.opened.stories[index].request, is_ahead=index != self.opened.here)
        if self.worker.is_stale:
            self._set_timer(GRACE, self.worker.hurry)

    def receive(self) -> None:
        """Take what the worker has to say; an answer that nobody waits for does not come this far."""
        answer = self.worker.receive()
        if answer is not None:
            self.take(answer)

    def take(self, answer: Answer) -> None:
        """Take an answer of the worker's."""
        index = self.asked
        self.asked = -1 if answer.is_whole else index
        if 0 <= index < len(self.opened.stories):
            article = self.opened.stories[index]
            if answer.is_whole or not article.is_old:  # what was kept has its people and quotes
                self.put(index, article.answered(answer, is_here=index == self.opened.here))
                self.read_ahead()
        self._answered(self.opened.stories[0].request)

    def read_ahead(self) -> None:
        """Have the worker read what has not been asked for yet, so that the list has titles and the next page is ready."""
        if self.asked < 0:
            articles, here = self.opened.stories, self.opened.here
            order = (*range(here, len(articles)), *range(here))
            index = next((at for at in order if articles[at].is_wanting and not articles[at].error), -1)
            if index >= 0:
                self.ask(index)

    def toggle_read(self, index: int) -> str:
        """Mark an article read or unread, and return what to tell."""
        self._undo.append(self.opened)
        article = self.opened.stories[index]
        self.put(index, article._replace(is_read=not article.is_read))
        return "Marked unread." if article.is_read else "Marked read."

    def undo(self) -> str:
        """Take the last change back, and return what to tell."""
        if not self._undo:
            return "There is nothing to take back."
        self.opened = self.opened.read_as(self._undo.pop())
        self._show(self.opened)
        return "Taken back."
