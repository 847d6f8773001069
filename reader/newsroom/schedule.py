"""When a feed may be asked again: decisions only, no clock, no chance, no network.

After an answer a feed is left alone for an hour; after a failure for twice as long each time, up to a day, and never shorter
than the server asks (`Retry-After`).  A tenth of chance either way keeps a thousand feeds that failed together from coming
back together.  410 ends it; 429 and 503 speak for the whole
host as far as they ask for a time.  Who names a feed has it asked before its time, but for what a server has asked.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from reader.errors import ReaderError, StatusError
from reader.library.subscriptions import Outcome
from reader.model import Feed, NotModified, Page, Subscription

INTERVAL = timedelta(hours=1)
LONGEST = timedelta(days=1)
_GONE = 410
_BUSY = frozenset({429, 503})
_JITTER = 0.1
_TRUSTED = timedelta(days=30)
"""The longest `Retry-After` that is obeyed."""


def after_answer(answer: Page | NotModified, feed: Feed | None, body_hash: str, now: datetime) -> Outcome:
    """Decide what an answer means for a feed.

    Args:
        answer: as it came.
        feed: what was in it; None: it is unchanged, and was not parsed.
        body_hash: of its body; of the earlier one, if it is unchanged.
        now: when it came.
    """
    return Outcome(
        title=feed.title if feed else None,
        site_url=feed.site_url if feed else None,
        etag=answer.etag or (None if isinstance(answer, NotModified) else ""),
        last_modified=answer.last_modified or (None if isinstance(answer, NotModified) else ""),
        body_hash=body_hash,
        error=feed.problem if feed else "",
        next_fetch=now + INTERVAL,
        moved_to=answer.moved_to,
    )


def after_failure(subscription: Subscription, error: ReaderError, now: datetime, chance: float) -> Outcome:
    """Decide what a failure means for a feed; `chance` is a random number from 0 to 1."""
    failures = subscription.failures + 1
    wait = min(INTERVAL * 2 ** min(failures, 10), LONGEST) * (1 + _JITTER * (2 * chance - 1))
    asked = asked_wait(error)
    return Outcome(
        error=f"{error.problem} ({error.advice})" if error.advice else error.problem,
        next_fetch=now + max(min(wait, LONGEST), asked),
        failures=failures,
        gone=isinstance(error, StatusError) and error.status == _GONE,
        not_before=now + asked if asked else None,
    )


def host_wait(error: ReaderError) -> timedelta | None:
    """Return how long a whole host is to be left alone after a failure: as long as it asks, when it is too busy; else None."""
    return asked_wait(error) or None if isinstance(error, StatusError) and error.status in _BUSY else None


def asked_wait(error: ReaderError) -> timedelta:
    """Return how long a server asks to be left alone."""
    seconds = error.retry_after if isinstance(error, StatusError) and error.retry_after else 0.0
    return min(timedelta(seconds=seconds), _TRUSTED)
