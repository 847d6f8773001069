"""What the library's commands share: opening it, reading a query, printing entries as rows."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Literal

import click
from click.shell_completion import CompletionItem

from reader import settings
from reader.cli.output.console import Console, is_terminal
from reader.cli.output.styles import Style, StyledText, rendered
from reader.cli.parameters import Function, RowOptions
from reader.errors import QueryError, ReaderError, UsageError
from reader.formats import Json
from reader.library import Library, subscriptions
from reader.library.fulltext import matching
from reader.library.query import All, Any, Named, Node, Not, Words, parse
from reader.library.terms.folding import fold
from reader.model import Saved
from reader.model.text import line
from reader.model.wrap import width
from reader.newsroom import library_file

QUERY_HELP = (
    'Words, "phrases", beginnings (harb*), unread, read, starred, kept, feed:NAME, tag:NAME, person:NAME, '
    "quoted:NAME, title:WORD, before:2026-11, after:2026-11-23, newer:2d, older:3w (h, d, w, m, y), arrived:2d, id:NUMBER, "
    "author:NAME, site:HOST, link:TEXT, lang:de, has:quotes, words:>800, /pattern/, sort:oldest. Side by side "
    "all must hold; -TERM leaves out, A or B takes either, ( ) group."
)
_STATES = ("unread", "read", "starred", "kept", "or")
USUAL = 50
"""Rows that are printed if nobody says how many."""


def now() -> datetime:
    """Return the time, in the user's own zone: that is what a date in a query means."""
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


def query_of(words: Iterable[str], library: Library | None = None) -> All:
    """Read a query from the command line's words; on a terminal, a mistake is shown in its place.

    Args:
        words: as they were typed.
        library: whose feeds it may name; None: it is not looked at.

    Raises:
        QueryError: it cannot be read, or no feed is called as it says.
    """
    text = line(" ".join(words))  # the shell may hand over bytes that are no text
    try:
        query = parse(text, now())
        if library is not None:
            _refuse_unknown_feed(library, query, text)
        return query
    except QueryError as error:
        if is_terminal(sys.stderr):
            before, wrong = width(text[: error.start]), width(text[error.start : error.end])
            lines = ((StyledText(f"  {text}"),), (StyledText(f"  {' ' * before}{'^' * max(wrong, 1)}", Style.FAULT),))
            sys.stderr.write(rendered(lines, colour=False))
        raise


def query_for_change(words: Sequence[str], library: Library) -> All:
    """Read the query of a command that changes what it selects.

    Raises:
        QueryError: it cannot be read, or no feed is called as it says.
        UsageError: it is empty, or a part of it has no word to look for, and so would select everything.
    """
    if not words:
        raise UsageError("say which entries", advice="a query, such as unread or feed:courier; reader list -h")
    wanted = query_of(words, library)
    for node in _leaves(wanted):
        if isinstance(node, Words) and not matching(node):
            advice = "the change would be made everywhere; unread, feed:NAME or a word says where"
            raise UsageError(f"there is no word to look for in {node.text!r}", advice=advice)
    return wanted


def _refuse_unknown_feed(library: Library, query: All, text: str) -> None:
    """Refuse the name of a feed that is not followed, with the nearest that is.

    Raises:
        QueryError: no feed and no folder is called so.
    """
    asked = [node.name for node in _leaves(query) if isinstance(node, Named) and node.field == "feed"]
    known = [f"{feed.title}\n{feed.folder}" for feed in subscriptions.feeds(library)] if asked else []
    for name in asked if known else []:
        if not any(fold(name) in fold(one) for one in known):
            titles = [part for one in known for part in one.split("\n") if part]
            near = get_close_matches(fold(name), {fold(title): title for title in titles}, n=1, cutoff=0.5)
            advice = f"did you mean feed:{_quoted(near[0])}?" if near else "reader feeds lists them"
            at = max(text.find(name), 0)
            raise QueryError(f"no feed is called {name!r}", start=at, end=at + len(name), source=text, advice=advice)


def _leaves(node: Node) -> Iterator[Node]:
    match node:
        case All() | Any():
            for term in node.terms:
                yield from _leaves(term)
        case Not():
            yield from _leaves(node.term)
        case _:
            yield node


def tell_rest(console: Console, shown: int, total: int) -> None:
    """Say on a terminal how many rows were left out."""
    if total > shown and is_terminal(sys.stderr):
        console.close()  # the rows stand before what is said of them
        console.say(f"{total - shown:,} more of {total:,} (-n 0 prints all)")


def bound(limit: int | None, usual: int = USUAL) -> int:
    """Return how many rows are wanted; what is as good as no bound for 0."""
    return usual if limit is None else limit or sys.maxsize


def is_table(rows: RowOptions, console: Console) -> bool:
    """Say whether rows are printed to be looked at."""
    return rows.format == "text" or (not rows.format and console.is_terminal)


def row(saved: Saved) -> dict[str, Json]:
    """Return an entry under stable names."""
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
    """Return a time as JSON writes it."""
    return time.isoformat() if time else None


def day(time: datetime | None) -> str:
    """Return a time as a table shows it: in the user's zone, the hour of what is of today."""
    if time is None:
        return ""
    here, today = time.astimezone(), now()
    return f"{here:%H:%M}" if here.date() == today.date() else f"{here:%Y-%m-%d}"


def many(number: int, what: str, plural: str = "") -> str:
    """Return a number with its noun."""
    return f"{number:,} {what if number == 1 else plural or what + 's'}"


class LibraryWord(click.ParamType[str]):
    """A word that names something of the library, by which a shell completes it."""

    name = "word"

    def __init__(self, kind: Literal["feeds", "tags", "terms"]) -> None:
        """Say what it names."""
        self.kind = kind

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return what of the library begins so, quotation marks apart."""
        found: Iterable[str] = ()
        with suppress(ReaderError):
            found = names(self.kind)
        return [CompletionItem(name) for name in found if name.replace('"', "").startswith(incomplete.replace('"', ""))]


def query_argument(function: Function) -> Function:
    """Add the words of a query to a command."""
    return click.argument("query", nargs=-1, type=LibraryWord("terms"), metavar="[QUERY]...")(function)


def feed_argument(function: Function) -> Function:
    """Add the names of feeds to a command."""
    return click.argument("words", nargs=-1, type=LibraryWord("feeds"), metavar="[FEED]...")(function)


def names(kind: str) -> list[str]:
    """Return the names of the library that a shell completes: its feeds, its tags, or the terms of a query with both.

    Feeds are named in the case that is easiest to type; one that a command line would take for an option is left out.

    Raises:
        LibraryError: the library cannot be used.
    """
    with to_read() as library:
        feeds = {feed.title.lower() for feed in subscriptions.feeds(library) if not feed.title.startswith("-")}
        tags = set(subscriptions.tags(library))
    if kind != "terms":
        found = feeds if kind == "feeds" else tags
    else:
        named = [("feed", name) for name in feeds] + [("tag", name) for name in tags]
        found = {*_STATES, *(f"{field}:{_quoted(line(name))}" for field, name in named if '"' not in name)}
    return sorted(filter(None, map(line, found)))


def _quoted(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() else f'"{name}"'
