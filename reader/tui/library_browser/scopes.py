"""The rows of the front page: each stands for some entries, and says how many of them wait to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from reader.library import Library, counts, search, subscriptions
from reader.library.query import All, Flag, InFeeds, Named, Node, parse
from reader.model import Subscription
from reader.tui.theme.symbols import Symbols

Kind = Literal["all", "unread", "starred", "query", "tag", "folder", "feed", "search", "person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Some entries of the library."""

    kind: Kind
    title: str
    text: str = ""
    """As a query that can be typed; empty for what needs none, and for feeds."""
    feeds: tuple[int, ...] = ()
    """Ids: the entries of these feeds alone; empty: of all."""
    count: int | None = None
    """Unread entries (of everything and of what is starred: entries); None: not counted yet."""
    problem: str = ""
    """What the feed's last refresh failed of; empty: nothing."""
    due: datetime | None = None
    """When a feed that failed is asked again; None: it is not, or whenever feeds are asked."""
    folder: str = ""

    @property
    def key(self) -> tuple[str, str, tuple[int, ...]]:
        """What it is known by, whatever is counted."""
        return (self.kind, self.text or self.title, self.feeds)

    def query(self, now: datetime) -> All:
        """Return the query that selects its entries.

        Raises:
            QueryError: it was typed, and cannot be read.
        """
        terms: dict[str, tuple[Node, ...]] = {
            "unread": (Flag("unread"),),
            "starred": (Flag("starred"),),
            "tag": (Named("tag", self.title),),
            "feed": (InFeeds(self.feeds),),
            "folder": (InFeeds(self.feeds),),
            "person": (Named("person", self.title),),
        }
        return All(terms[self.kind]) if self.kind in terms else parse(self.text, now)


EVERYTHING = Scope(kind="all", title="All")
UNREAD = Scope(kind="unread", title="Unread")
STARRED = Scope(kind="starred", title="Starred")


def scopes(library: Library) -> tuple[Scope, ...]:
    """Return the rows in order, with those counts that cost next to nothing."""
    feeds = subscriptions.feeds(library)
    unread = search.count(library, All((Flag("unread"),)))
    saved = tuple(Scope(kind="query", title=name, text=query) for name, query in subscriptions.saved_queries(library).items())
    tags = tuple(Scope(kind="tag", title=name) for name in counts.tag_names(library))
    return (EVERYTHING, replace(UNREAD, count=unread), STARRED, *saved, *tags, *_by_folder(feeds))


def counted(library: Library, rows: Sequence[Scope], now: datetime) -> tuple[Scope, ...]:
    """Return the rows with all counts."""
    queries = {scope.title: scope.text for scope in rows if scope.kind == "query"}
    by_query, by_tag = counts.unread_by_query(library, queries, now), counts.unread_by_tag(library)
    whole: Mapping[Kind, int] = {
        "all": search.count(library, All(())),
        "starred": search.count(library, All((Flag("starred"),))),
    }
    tables = {"query": by_query, "tag": by_tag}
    return tuple(
        replace(scope, count=tables[scope.kind].get(scope.title, 0))
        if scope.kind in tables
        else replace(scope, count=whole.get(scope.kind, scope.count))
        for scope in rows
    )


def with_count(scope: Scope, count: int | None) -> Scope:
    """Return a row with a count, as it was when it was counted last."""
    return replace(scope, count=count)


def cells(scope: Scope, symbols: Symbols) -> tuple[str, str, str]:
    """Return a row as it is drawn: a mark, the title, the count."""
    sign = {
        "all": symbols.figure,
        "unread": symbols.unread,
        "starred": symbols.starred,
        "query": "/",
        "tag": "#",
        "folder": symbols.here,
    }.get(scope.kind, "!" if scope.problem else "")
    indent = "  " if scope.kind == "feed" and scope.folder else ""
    return sign, indent + scope.title, f"{scope.count:,}" if scope.count else ""


def _by_folder(feeds: Sequence[Subscription]) -> tuple[Scope, ...]:
    """Return a row a feed, those of a folder under a row of their own; what is in no folder comes first."""
    rows: list[Scope] = []
    for feed in feeds:
        if feed.folder and (not rows or rows[-1].folder != feed.folder):
            inside = [one for one in feeds if one.folder == feed.folder]
            unread = sum(one.unread for one in inside)
            ids = tuple(one.id for one in inside)
            rows.append(Scope(kind="folder", title=feed.folder, feeds=ids, count=unread, folder=feed.folder))
        problem = "gone for good" if feed.gone else feed.error
        due = feed.next_fetch if feed.error and not feed.gone else None
        rows.append(
            Scope(
                kind="feed",
                title=feed.title,
                feeds=(feed.id,),
                count=feed.unread,
                problem=problem,
                due=due,
                folder=feed.folder,
            )
        )
    return tuple(rows)
