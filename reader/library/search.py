"""Queries run: the parsed tree becomes SQL, its words become one full-text expression where that can be."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from reader.library import identities
from reader.library.entries import COLUMNS, HIDDEN, saved
from reader.library.fulltext import matching, snippet, sought
from reader.library.fulltext_writer import unpacked
from reader.library.query import All, Any, Arrived, Flag, InFeeds, Length, Named, Node, Not, Pattern, Published, Sort, Words
from reader.library.store import Library
from reader.library.terms.conditions import FIELDS, Condition, condition
from reader.library.terms.folding import flatten, fold
from reader.library.terms.stems import stem_of
from reader.model import Saved

_FLAGS = {
    "unread": "e.read_at IS NULL",
    "read": "e.read_at IS NOT NULL",
    "starred": "e.starred",
    "kept": "e.id IN (SELECT entry_id FROM articles)",
}
_ORDERS = {
    "newest": "e.id DESC",
    "oldest": "e.id",
    "arrived": "e.seen_at DESC, e.id DESC",
    "title": "e.title COLLATE NOCASE, e.id DESC",
    "longest": "words_in((SELECT body FROM texts WHERE entry_id = e.id)) DESC, e.id DESC",
}
_LANGUAGES = """
WITH RECURSIVE known (language) AS (
    SELECT min(language) FROM word_forms
    UNION ALL SELECT (SELECT min(language) FROM word_forms w WHERE w.language > k.language) FROM known k WHERE k.language <> ''
)
SELECT language FROM known WHERE language <> ''
"""
_FORMS = "SELECT word FROM word_forms WHERE language = ? AND stem = ? LIMIT 30"
_MOST_FORMS = 40
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
    query = expanded(library, query)
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
        f"SELECT {COLUMNS} {chosen.source} {start} ORDER BY {_order(query, match=chosen.match)} LIMIT ?",
        (*chosen.arguments, *((before,) if before is not None else ()), limit),
    )
    return saved(library, rows)


def hits(library: Library, query: All, *, by_relevance: bool = False, limit: int = 50) -> tuple[Hit, ...]:
    """Return the entries that a query selects with a passage of each: newest first, or best match (BM25) first."""
    chosen = select(library, query)
    order = "bm25(words, 5.0, 1.0)" if by_relevance and chosen.match else _order(query, match=chosen.match)
    rows = library.rows(f"SELECT {COLUMNS} {chosen.source} ORDER BY {order} LIMIT ?", (*chosen.arguments, limit))
    wanted = sought(expanded(library, query))
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
    order = _order(query, match=chosen.match)
    if chosen.match or chosen.where != "1":
        found = f"SELECT json_group_array(id) FROM (SELECT e.id AS id {chosen.source} ORDER BY {order})"
        return tuple(json.loads(str(library.value(found, chosen.arguments))))
    hidden = {row[0] for row in library.rows(HIDDEN)}
    every = json.loads(str(library.value("SELECT json_group_array(id) FROM (SELECT id FROM entries ORDER BY id DESC)")))
    return tuple(identity for identity in every if identity not in hidden) if hidden else tuple(every)


def beside(library: Library, query: All, identity: int, step: int) -> int | None:
    """Return the entry that a query selects next below another (step 1) or above it (-1), going round; None: none at all."""
    chosen = select(library, query)
    sign, order = ("<", "DESC") if step > 0 else (">", "ASC")
    for further, values in ((f"e.id {sign} ?", (identity,)), ("e.id <> ?", (identity,))):
        found = library.value(
            f"SELECT e.id {chosen.source} AND {further} ORDER BY e.id {order} LIMIT 1", (*chosen.arguments, *values)
        )
        if isinstance(found, int):
            return found
    return None


def expanded(library: Library, query: All) -> All:
    """Return a query whose lone words take the other forms of their stems too, in all languages of the library."""
    languages = [row[0] for row in library.rows(_LANGUAGES)]
    forms = _with_forms(library, query, languages) if languages else query
    assert isinstance(forms, All)
    return forms


def _with_forms(library: Library, node: Node, languages: Sequence[str]) -> Node:
    match node:
        case Words() if not node.prefix and not node.forms:
            stems = [(language, stem) for language in languages if (stem := stem_of(node.text, language))]
            found = {row[0]: None for pair in stems for row in library.rows(_FORMS, pair)}
            found.pop(flatten(node.text)[0], None)
            return replace(node, forms=tuple(found)[:_MOST_FORMS])
        case All() | Any():
            return replace(node, terms=tuple(_with_forms(library, term, languages) for term in node.terms))
        case Not():
            return Not(_with_forms(library, node.term, languages))
    return node


def _condition(library: Library, node: Node) -> Condition:  # noqa: PLR0911 - one for each kind of node
    match node:
        case Flag() | Sort():
            return _FLAGS[node.name] if isinstance(node, Flag) else "1", []
        case Published():
            # Ids begin with the time, so that a span of time is a range of the primary key.
            start, end = node.start, node.end
            return "e.id >= ? AND e.id < ?", [
                (start or 0) << 20 if start and start > 0 else 0,
                end << 20 if end is not None else 1 << 62,
            ]
        case Named() | InFeeds():
            return _named(library, node)
        case Arrived() | Length() | Pattern():
            return condition(node)
        case Words():
            expression = matching(node)
            return ("e.id IN (SELECT rowid FROM words WHERE words MATCH ?)", [expression]) if expression else ("1", [])
        case Not():
            inner, values = _condition(library, node.term)
            return f"NOT ({inner})", values
        case All() | Any():
            parts = [_condition(library, term) for term in node.terms]
            glue = " AND " if isinstance(node, All) else " OR "
            return f"({glue.join(part for part, _ in parts) or '1'})", [value for _, values in parts for value in values]
    assert_never(node)


def _named(library: Library, node: Named | InFeeds) -> Condition:
    if isinstance(node, InFeeds):
        return _in_feeds(node.feeds)
    if node.field in FIELDS:
        return condition(node)
    if node.field == "feed":
        wanted = fold(node.name)
        rows = library.rows("SELECT id, title, own_title, folder FROM feeds")
        return _in_feeds([row["id"] for row in rows if wanted in fold(f"{row['own_title'] or row['title']}\n{row['folder']}")])
    people = identities.find(library, node.name)
    table = "quotes" if node.field == "quoted" else "mentions"
    return f"e.id IN (SELECT entry_id FROM {table} WHERE person_id IN ({_marks(people)}))", list(people)


def _order(query: All, *, match: str) -> str:
    """Return by what the entries of a query are sorted: as it says, else newest first, which needs no sorting."""
    named = [term.order for term in query.terms if isinstance(term, Sort)]
    return _ORDERS[named[-1]] if named else f"{'words.rowid' if match else 'e.id'} DESC"


def _in_feeds(feeds: Sequence[int]) -> tuple[str, list[object]]:
    return f"e.id IN (SELECT entry_id FROM appearances WHERE feed_id IN ({_marks(feeds)}))", list(feeds)


def _marks(values: Sequence[int]) -> str:
    return ",".join("?" * len(values))
