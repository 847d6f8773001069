"""What the app and its worker processes say to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.errors import ReaderError
from reader.formats import ARTICLE
from reader.ipc import Messages
from reader.model import Article
from reader.newsroom import Reading, Request
from reader.newsroom.entry_reading import EntryRequest
from reader.newsroom.jobs import Job, Report
from reader.schema import Codec


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A request with the number that its answer will carry."""

    ticket: int
    request: Request | EntryRequest
    is_ahead: bool = False
    """Nobody waits for it yet: one answer will do, with everything in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a request: a reading, or the error that stood in its way."""

    ticket: int
    reading: Reading | None = None
    """None: there is an error.  The page comes without its body, which nobody shows."""
    error: ReaderError | None = None
    """None: nothing went wrong.  Beside a reading, it says why there is not more: only the feed's own text, say."""
    is_whole: bool = True
    """False: people and quotes are still to be found; one more answer carries the same number."""


_KNOWN: Mapping[object, Codec] = {Article: ARTICLE}
ORDERS: Messages[Order] = Messages(Order)
ANSWERS: Messages[Answer] = Messages(Answer, _KNOWN)
JOBS: Messages[Job] = Messages(Job, _KNOWN)
REPORTS: Messages[Report] = Messages(Report)
READINGS: Messages[Reading] = Messages(Reading, _KNOWN)
