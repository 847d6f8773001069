"""`completion`: what a shell needs to complete a command line, and the names of the library that it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reader.cli.asking import to_read
from reader.cli.configuration import refusal
from reader.cli.console import Console
from reader.cli.faults import DONE
from reader.cli.options import Choices
from reader.cli.scripts import bash, fish, zsh
from reader.library import subscriptions
from reader.model.text import line

_STATES = ("unread", "read", "starred", "kept", "or")


def completion(choices: Choices, console: Console) -> int:
    """Print the completions for a shell, or the names of the library that those ask for.

    Raises:
        UsageError: it is none of `bash`, `zsh` and `fish`, nor of `feeds`, `tags` and `terms`.
        LibraryError: the library cannot be used.
    """
    if len(choices.words) != 1 or choices.words[0] not in _WRITERS:
        raise refusal("completion", choices.words, tuple(_WRITERS))
    console.write(_WRITERS[choices.words[0]]())
    return DONE


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


_WRITERS: Mapping[str, Callable[[], str]] = {
    "bash": bash,
    "zsh": zsh,
    "fish": fish,
    "feeds": feeds,
    "tags": tags,
    "terms": terms,
}
