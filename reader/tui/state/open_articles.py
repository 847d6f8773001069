"""What the app has open: a list of stories, each a source that has been read, is being read, or could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader import sources
from reader.errors import ReaderError
from reader.model import Article
from reader.model.address import display_url
from reader.newsroom import Reading, Request
from reader.newsroom.entry_reading import EntryRequest
from reader.settings import Settings
from reader.worker import Answer


class OpenArticle(NamedTuple):
    """One source, and what became of it."""

    request: Request | EntryRequest
    headline: str = ""
    """Known before the page is read, from an edition or a feed; empty: it is not."""
    reading: Reading | None = None
    """None: it has not been read, or could not be."""
    error: ReaderError | None = None
    """None: nothing has gone wrong so far."""
    is_read: bool = False
    is_old: bool = False
    """The reading is one that was kept; the page is still to be read again."""
    is_partial: bool = False
    """The reading is the text alone: who is named and quoted in it is still being found."""

    @property
    def is_wanting(self) -> bool:
        """The page is still to be read, or to be read to its end."""
        return self.reading is None or self.is_old or self.is_partial

    @property
    def article(self) -> Article | None:
        """The article; None: it has not been read."""
        return self.reading.article if self.reading else None

    @property
    def title(self) -> str:
        """The best name that is known for it."""
        if self.reading and self.reading.article.title:
            return self.reading.article.title
        return self.headline or display_url(self.request.source)

    @property
    def key(self) -> str:
        """What its reading position is kept by; empty: it is not kept."""
        if self.article and self.article.url:
            return self.article.url
        return "" if self.request.source == "-" else self.request.source

    def answered(self, answer: Answer, *, is_here: bool) -> OpenArticle:
        """Return the story when somebody has read it, or as much of it as there is so far."""
        reading = answer.reading
        is_read = self.is_read or (is_here and reading is not None)
        if reading and self.reading and reading.article == self.reading.article:
            reading = replace(reading, article=self.reading.article)  # what is shown stays as it is
        if reading is None and (self.is_old or self.is_partial):
            reading = self.reading  # what there was is more than nothing
        is_partial = not answer.is_whole
        return self._replace(reading=reading, error=answer.error, is_read=is_read, is_old=False, is_partial=is_partial)


class OpenArticles(NamedTuple):
    """All stories that are open, and the one that is shown."""

    stories: tuple[OpenArticle, ...]
    title: str = ""
    """The name of the whole; empty if it has none."""
    here: int = 0
    is_first_run: bool = False
    """The bundled edition is open because there is nothing else yet."""

    @property
    def unread(self) -> int:
        """How many have not been read."""
        return sum(not story.is_read for story in self.stories)

    def put(self, index: int, story: OpenArticle, *, here: int | None = None) -> OpenArticles:
        """Return the shelf with another story in a place, and perhaps another one shown."""
        stories = (*self.stories[:index], story, *self.stories[index + 1 :])
        return self._replace(stories=stories, here=self.here if here is None else here)

    def answered(self, answer: Answer) -> OpenArticles:
        """Return the shelf when the story that is shown has been read."""
        return self.put(self.here, self.stories[self.here].answered(answer, is_here=True))

    def insert_link(self, index: int, url: str) -> OpenArticles:
        """Return the shelf with a page in a place that the present story leads to."""
        present = self.stories[self.here].request
        request = Request(source=url, timeout=present.timeout, offline=present.offline, linked=True)
        return self.insert(index, OpenArticle(request=request))

    def insert(self, index: int, story: OpenArticle) -> OpenArticles:
        """Return the shelf with one more story in a place."""
        return self._replace(stories=(*self.stories[:index], story, *self.stories[index:]))

    def read_as(self, before: OpenArticles) -> OpenArticles:
        """Return the shelf with everything read that was read on another, and nothing else."""
        read = {story.request.source: story.is_read for story in before.stories}
        stories = (story._replace(is_read=read.get(story.request.source, story.is_read)) for story in self.stories)
        return self._replace(stories=tuple(stories))

    def next_unread(self, step: int) -> int | None:
        """Return the next story that has not been read, going round; None: there is none."""
        count = len(self.stories)
        for distance in range(1, count):
            at = (self.here + step * distance) % count
            if not self.stories[at].is_read:
                return at
        return None


def open_sources(requests: Sequence[Request | EntryRequest]) -> OpenArticles:
    """Put some sources on a shelf."""
    return OpenArticles(stories=tuple(OpenArticle(request=request) for request in requests))


def first_edition(settings: Settings) -> OpenArticles:
    """Put the bundled edition on a shelf: what the app shows before anything has been added.

    Raises:
        UnreadableError: the installation is damaged.
    """
    requests = [Request(source=f"seed:{name}", timeout=settings.timeout) for name in sources.seed_names()]
    return OpenArticles(
        title="Sample edition",
        stories=tuple(OpenArticle(request=request, headline=_named(request.source)) for request in requests),
        is_first_run=True,
    )


def _named(source: str) -> str:
    """Return a bundled page's name as words, until its title is known."""
    return source.partition(":")[2].replace("-", " ").capitalize()
