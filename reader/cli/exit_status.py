"""Which error has which exit status; the table is that of `reader.errors`."""

from __future__ import annotations

from collections.abc import Sequence

from reader.errors import (
    FeedError,
    FetchError,
    LibraryError,
    NoArticleError,
    NotFoundError,
    OutputError,
    ReaderError,
    SettingsError,
    StatusError,
    UnreadableError,
    UsageError,
)

DONE = 0
NOTHING_FOUND = 1
SOME_FAILED = 8
FAULT = 70
"""The program's own fault (EX_SOFTWARE of sysexits.h)."""
INTERRUPTED = 130

_STATUSES: tuple[tuple[type[ReaderError], int], ...] = (
    (NotFoundError, NOTHING_FOUND),
    (UsageError, 2),
    (FetchError, 3),
    (StatusError, 4),
    (NoArticleError, 5),
    (FeedError, 5),
    (UnreadableError, 6),
    (OutputError, 7),
    (LibraryError, 7),
    (SettingsError, 7),
)


def status_of(error: ReaderError) -> int:
    """Return the exit status of an error."""
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), FAULT)


def together(statuses: Sequence[int]) -> int:
    """Return the exit status of several sources: the first one's if all failed, 8 if only some did."""
    failed = [status for status in statuses if status not in (DONE, NOTHING_FOUND)]
    if failed:
        return failed[0] if len(failed) == len(statuses) else SOME_FAILED
    return DONE if DONE in statuses else NOTHING_FOUND
