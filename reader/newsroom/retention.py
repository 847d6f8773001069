"""What goes by itself: read entries that no feed of theirs keeps, and what was deleted so long ago that no undo reaches it."""

from __future__ import annotations

from datetime import datetime

from reader.library import Library, articles, journal, subscriptions


def delete_expired(library: Library, now: datetime) -> int:
    """Delete what has expired, and for good what was deleted; return how many entries went.

    Nothing that is unread, starred or tagged expires.
    """
    expired = subscriptions.expired(library, now)
    if expired:
        articles.remove(library, expired)
    return len(expired) + journal.forget(library)
