"""Queries run: the parsed tree becomes SQL, its words become one full-text expression where that can be."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from reader.library import identities
from reader.library.entries import COLUMNS, HIDDEN, saved
from reader.library.fulltext import fold, matching, snippet, sought
from reader.library.fulltext_writer import unpacked
from reader.library.query import All, Any, Flag, InFeeds, Named, Node, Not, Published, Words
from reader.library.store import Library
from reader.model import Saved

_FLAGS = {
    "unread": "e.read_at IS NULL",
    "read": "e.read_at IS NOT NULL",
    "starred": "e.starred",
    "kept": "e.id IN (SELECT entry_id FROM articles)",
}
PAGE = 200
"""Entries that are given at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that was found, and where."""

    saved: Saved
    passage: str
    """A piece of the text around the first word that was sought."""
    marks: tuple[tuple[int, int], ...]
    """Where in the passage the words stand: half-open, in characters."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A query as SQL: which rows of `entries e`, and by which full-text expression (empty: none)."""

    match: str
    where: str
    values: tuple[object, ...]

    @property
    def source(self) -> str:
        """Everything from FROM to the last condition."""
        words = "words JOIN entries e ON e.id = words.rowid" if self.match else "entries e"
        condition = "words MATCH ? AND " if self.match else ""
        return f"FROM {words} WHERE {condition}e.hidden IS NULL AND {self.where}"

    @property
    def arguments(self) -> tuple[object, ...]:
        """The values of the question marks in `source`."""
        return ((self.match,) if self.match else ()) + self.values


def select(library: Library, query: All) -> Selection:
    """Turn a query into SQL."""
    about_words = All(tuple(term for term in query.terms if matching(term)))
    left_out = (
        tuple(term for term in query.terms if isinstance(term, Not) and matching(term.term)) if about_words.terms else ()
    )
    match = matching(All(about_words.terms + left_out)) if about_words.terms else ""
    rest = [term for term in query.terms if term not in about_words.terms and term not in left_out]
    conditions, values = [], []
    for term in rest:
        condition, needed = _condition(library, term)
        conditions.append(condition)
        values += needed
    return Selection(match, " AND ".join(conditions) or "1", tuple(values))


def entries(library: Library, query: All, *, before: int | None = None, limit: int = PAGE) -> tuple[Saved, ...]:
    """Return the entries that a query selects, newest first.

    Args:
        library: where.
        query: what.
        before: id; only entries older than that one.  None: from the newest on.
        limit: how many at most.
    """
    chosen = select(library, query)
    start = "AND e.id < ?" if before is not None else ""
    rows = library.rows(
        f"SELECT {COLUMNS} {chosen.source} {start} ORDER BY {'words.rowid' if chosen.match else 'e.id'} DESC LIMIT ?",
        (*chosen.arguments, *((before,) if before is not None else ()), limit),
    )
    return saved(library, rows)


def hits(library: Library, query: All, *, by_relevance: bool = False, limit: int = 50) -> tuple[Hit, ...]:
    """Return the entries that a query selects with a passage of each: newest first, or best match (BM25) first."""
    chosen = select(library, query)
    order = "bm25(words, 5.0, 1.0)" if by_relevance and chosen.match else f"{'words.rowid' if chosen.match else 'e.id'} DESC"
    rows = library.rows(f"SELECT {COLUMNS} {chosen.source} ORDER BY {order} LIMIT ?", (*chosen.arguments, limit))
    wanted = sought(query)
    found = []
    for entry in saved(library, rows):
        body = library.value("SELECT body FROM texts WHERE entry_id = ?", (entry.id,))
        passage, marks = snippet(unpacked(body) or entry.entry.summary, wanted)
        found.append(Hit(saved=entry, passage=passage, marks=marks))
    return tuple(found)


def count(library: Library, query: All) -> int:
    """Return how many entries a query selects."""
    chosen = select(library, query)
    # What is hidden is little, and an index knows all the rest: no row need be looked at.
    if chosen.where != "1":
        counted = f"SELECT count(*) {chosen.source}"
    elif chosen.match:
        counted = f"SELECT count(*) FROM words WHERE words MATCH ? AND rowid NOT IN ({HIDDEN})"
    else:
        counted = f"SELECT (SELECT count(*) FROM entries) - (SELECT count(*) FROM ({HIDDEN}))"
    return int(str(library.value(counted, chosen.arguments)))


def ids(library: Library, query: All) -> tuple[int, ...]:
    """Return the ids of all entries that a query selects, newest first: for bulk actions and long lists."""
    chosen = select(library, query)
    # As one text: 100,000 rows of one number each would take Python three times as long.
    if chosen.match or chosen.where != "1":
        order = "words.rowid" if chosen.match else "e.id"
        found = f"SELECT json_group_array(id) FROM (SELECT e.id AS id {chosen.source} ORDER BY {order} DESC)"
        return tuple(json.loads(str(library.value(found, chosen.arguments))))
    hidden = {row[0] for row in library.rows(HIDDEN)}
    every = json.loads(str(library.value("SELECT json_group_array(id) FROM (SELECT id FROM entries ORDER BY id DESC)")))
    return tuple(identity for identity in every if identity not in hidden) if hidden else tuple(every)


def beside(library: Library, query: All, identity: int, step: int) -> int | None:
    """Return the entry that a query selects next below another (step 1) or above it (-1), going round; None: none at all."""
    chosen = select(library, query)
    sign, order = ("<", "DESC") if step > 0 else (">", "ASC")
    for condition, values in ((f"e.id {sign} ?", (identity,)), ("e.id <> ?", (identity,))):
        found = library.value(
            f"SELECT e.id {chosen.source} AND {condition} ORDER BY e.id {order} LIMIT 1", (*chosen.arguments, *values)
        )
        if isinstance(found, int):
            return found
    return None


def _condition(library: Library, node: Node) -> tuple[str, list[object]]:
    match node:
        case Flag():
            return _FLAGS[node.name], []
        case Published():
            # Ids begin with the time, so that a span of time is a range of the primary key.
            start, end = node.start, node.end
            return "e.id >= ? AND e.id < ?", [
                (start or 0) << 20 if start and start > 0 else 0,
                end << 20 if end is not None else 1 << 62,
            ]
        case Named() | InFeeds():
            return _in_feeds(node.feeds) if isinstance(node, InFeeds) else _named(library, node)
        case Words():
            expression = matching(node)
            return ("e.id IN (SELECT rowid FROM words WHERE words MATCH ?)", [expression]) if expression else ("1", [])
        case Not():
            condition, values = _condition(library, node.term)
            return f"NOT ({condition})", values
        case All() | Any():
            parts = [_condition(library, term) for term in node.terms]
            glue = " AND " if isinstance(node, All) else " OR "
            return f"({glue.join(part for part, _ in parts) or '1'})", [value for _, values in parts for value in values]
    assert_never(node)


def _named(library: Library, node: Named) -> tuple[str, list[object]]:
    if node.field == "id":
        return "e.id = ?", [int(node.name)]
    if node.field == "tag":
        return (
            "(e.id IN (SELECT entry_id FROM tags WHERE tag = ? COLLATE NOCASE) OR e.id IN (SELECT entry_id FROM appearances "
            "WHERE feed_id IN (SELECT feed_id FROM feed_tags WHERE tag = ? COLLATE NOCASE)))",
            [node.name, node.name],
        )
    if node.field == "feed":
        wanted = fold(node.name)
        rows = library.rows("SELECT id, title, own_title, folder FROM feeds")
        return _in_feeds([row["id"] for row in rows if wanted in fold(f"{row['own_title'] or row['title']}\n{row['folder']}")])
    people = identities.find(library, node.name)
    table = "quotes" if node.field == "quoted" else "mentions"
    return f"e.id IN (SELECT entry_id FROM {table} WHERE person_id IN ({_marks(people)}))", list(people)


def _in_feeds(feeds: Sequence[int]) -> tuple[str, list[object]]:
    return f"e.id IN (SELECT entry_id FROM appearances WHERE feed_id IN ({_marks(feeds)}))", list(feeds)


def _marks(values: Sequence[int]) -> str:
    return ",".join("?" * len(values))
