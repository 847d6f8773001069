"""What the library's commands share: opening it, reading a query, printing entries as rows."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime

from reader import formats, settings
from reader.cli.commands.views import show
from reader.cli.options import Choices
from reader.cli.output.console import Console, is_terminal
from reader.cli.output.styles import Ink, Piece, rendered
from reader.errors import QueryError, UsageError
from reader.formats import Json, View
from reader.library import Library
from reader.library.query import All, parse
from reader.model import Saved
from reader.model.text import line
from reader.model.wrap import width
from reader.newsroom import library_file

USUAL = 50
"""Rows that are printed if nobody says how many."""


def now() -> datetime:
    """Give the time, in the user's own zone: that is what a date in a query means."""
    return datetime.now(UTC).astimezone()


def to_read() -> Library:
    """Open the library for looking something up; no file is made.

    Raises:
        LibraryError: it cannot be used.
    """
    return library_file.to_read(settings.folders())


def to_keep() -> Library:
    """Open the library for keeping something.

    Raises:
        LibraryError: it cannot be used.
    """
    return library_file.to_keep(settings.folders())


def query(words: Iterable[str]) -> All:
    """Read a query from the command line's words; on a terminal, a mistake is shown in its place.

    Raises:
        QueryError: it cannot be read.
    """
    text = line(" ".join(words))  # the shell may hand over bytes that are no text
    try:
        return parse(text, now())
    except QueryError as error:
        if is_terminal(sys.stderr):
            before, wrong = width(text[: error.start]), width(text[error.start : error.end])
            lines = ((Piece(f"  {text}"),), (Piece(f"  {' ' * before}{'^' * max(wrong, 1)}", Ink.FAULT),))
            sys.stderr.write(rendered(lines, colour=False))
        raise


def limit(choices: Choices, usual: int = USUAL) -> int:
    """Give how many rows are wanted; what is as good as no bound for 0.

    Raises:
        UsageError: it is no number.
    """
    if not choices.limit:
        return usual
    return whole(choices.limit, "-n") or sys.maxsize


def whole(value: str, option: str) -> int:
    """Read a whole number that is not negative.

    Raises:
        UsageError: it is none.
    """
    if value.isdecimal() and value.isascii() and len(value) < 10:
        return int(value)
    raise UsageError(f"{option}: {value} is no number")


def print_rows(view: View, choices: Choices, console: Console) -> None:
    """Print rows: a table on a terminal, tab-separated lines in a pipe, or as asked for."""
    if choices.format == "json":
        console.write(formats.dumped(formats.rows_record(view), indent=2))
    else:
        show(view, choices, console)


def is_table(choices: Choices, console: Console) -> bool:
    """Say whether rows are printed to be looked at."""
    return choices.format == "text" or (not choices.format and console.is_terminal)


def row(saved: Saved) -> dict[str, Json]:
    """Give an entry under stable names."""
    return {
        "id": saved.id,
        "published": iso(saved.entry.published),
        "unread": saved.read_at is None,
        "starred": saved.starred,
        "kept": saved.has_article,
        "title": saved.entry.title or saved.entry.url,
        "feeds": list(saved.feeds),
        "tags": list(saved.tags),
        "url": saved.entry.url,
    }


def iso(time: datetime | None) -> str | None:
    """Give a time as JSON writes it."""
    return time.isoformat() if time else None


def day(time: datetime | None) -> str:
    """Give a time as a table shows it: in the user's zone, the hour of what is of today."""
    if time is None:
        return ""
    here, today = time.astimezone(), now()
    return f"{here:%H:%M}" if here.date() == today.date() else f"{here:%Y-%m-%d}"


def many(number: int, what: str, plural: str = "") -> str:
    """Give a number with its noun."""
    return f"{number:,} {what if number == 1 else plural or what + 's'}"
