"""The names of the library that a shell completes: feeds, tags, and the terms of a query that name them."""

from __future__ import annotations

from collections.abc import Iterable

from reader.cli.commands.library_access import to_read
from reader.library import subscriptions
from reader.model.text import line

_STATES = ("unread", "read", "starred", "kept", "or")


def feeds() -> str:
    """Give the titles of the feeds that are followed, a line each, in the case that is easiest to type.

    One that a command line would take for an option is left out; its id goes.
    """
    with to_read() as library:
        return _lines(feed.title.lower() for feed in subscriptions.feeds(library) if not feed.title.startswith("-"))


def tags() -> str:
    """Give the tags of entries and feeds, a line each."""
    with to_read() as library:
        return _lines(subscriptions.tags(library))


def terms() -> str:
    """Give the terms of a query that name something of the library, quoted where a query needs it."""
    named = [("feed", name) for name in feeds().splitlines()] + [("tag", name) for name in tags().splitlines()]
    return _lines([*_STATES, *(f"{field}:{_quoted(name)}" for field, name in named if '"' not in name)])


def _quoted(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() else f'"{name}"'


def _lines(names: Iterable[str]) -> str:
    return "".join(f"{name}\n" for name in sorted(filter(None, {line(name) for name in names})))
