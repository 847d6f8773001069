"""Parsing in a process of its own, which is killed if it takes too long: feeds are written by strangers.

The process is started when it is first needed, and lives on for the feeds that follow.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

from reader.errors import FeedError, ReaderError
from reader.feeds.parsing import parse
from reader.ipc import Child, Messages, Served
from reader.model import Feed

PATIENCE: Final = 5.0
"""Seconds for one feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    body: bytes
    url: str
    media_type: str
    charset: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    feed: Feed | None = None
    error: ReaderError | None = None
    """None: the feed could be read."""


_QUESTIONS: Messages[_Question] = Messages(_Question)
_ANSWERS: Messages[_Answer] = Messages(_Answer)


class Parser:
    """Parses feeds in a process that can be killed.  A context manager; may be shared by threads, one feed at a time."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Start nothing yet; `patience` is the seconds that one feed may take."""
        self.patience = patience
        self._child: Child | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Return the parser itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the process."""
        self.close()

    def close(self) -> None:
        """End the process; the next feed would start a new one."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def parse(self, body: bytes, *, url: str = "", media_type: str = "", charset: str | None = None) -> Feed:
        """Read a feed, as `feeds.parse` does.

        Raises:
            FeedError: this is no feed, or it takes too long to read.
        """
        with self._lock:
            answer = self._ask(_Question(body=body, url=url, media_type=media_type, charset=charset))
        if answer.feed is None:
            raise answer.error or FeedError("it cannot be read", source=url, advice="it is skipped")
        return answer.feed

    def _ask(self, question: _Question) -> _Answer:
        if self._child is None or not self._child.is_alive:
            self.close()
            self._child = Child(f"{__name__}:serve")
        message = self._child.ask(_QUESTIONS.encode(question), self.patience)
        if message is not None:
            return _ANSWERS.decode(message)
        self.close()
        problem = f"it cannot be read within {self.patience:g} seconds"
        return _Answer(error=FeedError(problem, source=question.url, advice="it is skipped"))


def serve() -> None:
    """Answer until the other side ends."""
    parent = Served()
    for message in parent.messages():
        parent.send(_ANSWERS.encode(_answered(_QUESTIONS.decode(message))))


def _answered(question: _Question) -> _Answer:
    try:
        feed = parse(question.body, url=question.url, media_type=question.media_type, charset=question.charset)
    except ReaderError as error:
        return _Answer(error=error)
    except Exception as error:  # noqa: BLE001 - one feed must not end the process that reads the next
        problem = f"it cannot be read ({type(error).__name__})"
        return _Answer(error=FeedError(problem, source=question.url, advice="it is skipped"))
    return _Answer(feed=feed)
