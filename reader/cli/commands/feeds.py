"""`feeds`: what the user follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import click

from reader.cli.command import command
from reader.cli.commands.library_access import feed_argument, iso, many, now, to_keep, to_read
from reader.cli.commands.views import print_rows
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.output.console import Console
from reader.cli.parameters import ROWS, RowOptions, flag, folder_option, gather, row_options
from reader.cli.words import OneOf, whole
from reader.errors import NotFoundError, UsageError
from reader.formats import Json, View
from reader.library import Library, subscriptions
from reader.library.terms.folding import fold
from reader.model import Subscription
from reader.model.address import display_url
from reader.model.text import line

_FEED_COLUMNS = ("id", "unread", "title", "folder", "url", "error")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedChanges:
    """What is to be changed of a feed; None: nothing."""

    title: str | None = None
    folder: str | None = None
    keep_days: int | Literal["ever"] | None = None
    read_ahead: str | None = None
    """`on` or `off`."""
    remove: bool = False


def _days(value: str) -> int | Literal["ever"]:
    return "ever" if value == "ever" else whole(value)


@command(
    "feeds",
    details=(
        "FEED is an id, an address, or part of a title or folder. What is starred, tagged or in another feed stays when a "
        "feed is removed; reader undo brings back the rest. In a pipe: id, unread, title, folder, address, last failure."
    ),
    examples=(
        ("reader feeds", "all, with their unread entries"),
        ("reader feeds courier --folder Local --keep-days 30", "change one"),
        ("reader feeds courier --remove", "follow it no longer"),
        ("reader feeds -f opml > feeds.opml", "take them elsewhere"),
    ),
)
@row_options(*ROWS, "opml")
@gather(
    FeedChanges,
    "changes",
    flag("--remove", help="Follow the feed no longer."),
    click.option("--title", metavar="TITLE", help="Call the feed so; empty: as it calls itself."),
    folder_option,
    click.option("--keep-days", type=_days, metavar="DAYS", help="For how long read entries stay, or ever."),
    click.option(
        "--read-ahead",
        type=OneOf(("on", "off")),
        metavar="WHEN",
        help="Read the pages of new entries at each refresh, so that they open without a network: on, off.",
    ),
)
@feed_argument
def feeds(console: Console, rows: RowOptions, changes: FeedChanges, words: tuple[str, ...]) -> int:
    """Print the feeds that are followed, or change one."""
    if changes != FeedChanges():
        return _change(console, words, changes)
    with to_read() as library:
        if rows.format == "opml":
            from reader.newsroom.importing import export_opml  # noqa: PLC0415 - loads what reads feeds

            console.write(export_opml(library))
            return DONE
        found = chosen(library, words) if words else subscriptions.feeds(library)
    print_rows(View(name="feeds", columns=_FEED_COLUMNS, rows=tuple(map(_row, found))), rows, console)
    if not found:
        console.say("no feed is followed (reader add URL)")
    return DONE if found else NOTHING_FOUND


def chosen(library: Library, words: Sequence[str]) -> tuple[Subscription, ...]:
    """Return the feeds that are meant: each word is an id, an address, or part of a title or folder.

    Raises:
        NotFoundError: a word means none.
    """
    known = subscriptions.feeds(library)
    found: dict[int, Subscription] = {}
    for word in words:
        exact = [feed for feed in known if word in (str(feed.id), feed.url) or fold(word) == fold(feed.title)]
        meant = exact or [feed for feed in known if fold(word) in fold(f"{feed.title}\n{feed.folder}\n{feed.url}")]
        if not meant:
            raise NotFoundError("no feed is called so", source=word, advice="reader feeds lists them")
        found |= {feed.id: feed for feed in meant}
    return tuple(found.values())


def _change(console: Console, words: tuple[str, ...], changes: FeedChanges) -> int:
    with to_read() as library:
        meant = chosen(library, words)
    if not meant:
        raise UsageError("say which feed", advice="its address, id or title, as reader feeds lists them")
    if len(meant) > 1 and len(words) < len(meant):
        titles = ", ".join(feed.title for feed in meant[:5])
        raise UsageError(f"several feeds are called so: {titles}", advice="give their ids")
    with to_keep() as library, library.writing():
        for feed in meant:
            if changes.remove:
                gone = subscriptions.unsubscribe(library, feed.id, now())
                went = f", {many(gone, 'entry', 'entries')} gone with it" if gone else ""
                console.say(f"{feed.title}: followed no longer{went} (reader undo puts it back)")
            else:
                _arrange(library, feed, changes)
                console.say(f"{feed.title}: changed")
    return DONE


def _arrange(library: Library, feed: Subscription, changes: FeedChanges) -> None:
    title, folder = (None if words is None else line(words) for words in (changes.title, changes.folder))
    subscriptions.arrange(library, feed.id, title=title, folder=folder)
    if changes.keep_days is not None:
        subscriptions.keep_for(library, feed.id, None if changes.keep_days == "ever" else changes.keep_days)
    if changes.read_ahead is not None:
        subscriptions.read_ahead(library, feed.id, ahead=changes.read_ahead == "on")


def _row(feed: Subscription) -> dict[str, Json]:
    return {
        "id": feed.id,
        "unread": feed.unread,
        "title": feed.title,
        "folder": feed.folder,
        "url": display_url(feed.url),
        "error": "gone for good" if feed.gone else feed.error,
        "tags": list(feed.tags),
        "next_fetch": iso(feed.next_fetch),
        "keep_days": feed.keep_days,
        "read_ahead": feed.read_ahead,
    }
