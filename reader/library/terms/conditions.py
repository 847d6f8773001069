"""What a term of a query that is not about words asks of a row of `entries e`, as SQL and the values of its question marks.

The functions that SQL has not are `functions`.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.library.terms.folding import fold
from reader.library.terms.nodes import Arrived, Length, Named, Pattern

Condition = tuple[str, list[object]]

_FOR_EVER = 1 << 62
_HAS = {
    "quote": "e.id IN (SELECT entry_id FROM quotes)",
    "people": "e.id IN (SELECT entry_id FROM mentions)",
    "text": "e.id IN (SELECT entry_id FROM articles)",
    "picture": "(holds('<img', (SELECT content FROM contents WHERE entry_id = e.id)) "
    "OR holds('\"image\"', (SELECT document FROM articles WHERE entry_id = e.id)))",
    "audio": "holds('<audio', (SELECT content FROM contents WHERE entry_id = e.id))",
    "video": "holds('<video', (SELECT content FROM contents WHERE entry_id = e.id))",
}
_BODY = "(SELECT body FROM texts WHERE entry_id = e.id)"
_LANGUAGE = "e.id IN (SELECT entry_id FROM articles WHERE language = ? COLLATE NOCASE OR language LIKE ?)"
_TAG = (
    "(e.id IN (SELECT entry_id FROM tags WHERE tag = ? COLLATE NOCASE) OR e.id IN (SELECT entry_id FROM appearances "
    "WHERE feed_id IN (SELECT feed_id FROM feed_tags WHERE tag = ? COLLATE NOCASE)))"
)

FIELDS: dict[str, Callable[[str], Condition]] = {
    "id": lambda name: ("e.id = ?", [int(name)]),
    "tag": lambda name: (_TAG, [name, name]),
    "author": lambda name: ("instr(folded_names(e.byline), ?)", [fold(name)]),
    "site": lambda name: ("is_on_site(e.url, ?)", [name.lower().removeprefix("www.")]),
    "link": lambda name: ("instr(lower(e.url), ?)", [name.lower()]),
    "lang": lambda name: (
        "e.id IN (SELECT entry_id FROM articles WHERE language = ? OR language LIKE ?)",
        [name, f"{name}-%"],
    ),
    "has": lambda name: (_HAS[_one_of(name)], []),
}
"""The fields of `Named` that need nothing of the library but its tables."""


def condition(node: Arrived | Length | Pattern | Named) -> Condition:
    """Return what a term asks of an entry; of `Named`, one of `FIELDS`."""
    match node:
        case Named():
            return FIELDS[node.field](node.name)
        case Arrived():
            return "e.seen_at >= ? AND e.seen_at < ?", [node.start or 0, _FOR_EVER if node.end is None else node.end]
        case Length():
            most = _FOR_EVER if node.most is None else node.most
            return f"words_in({_BODY}) BETWEEN ? AND ?", [node.least or 0, most]
        case Pattern():
            return f"(matches(?, e.title) OR matches(?, e.summary) OR matches(?, {_BODY}))", [node.text] * 3


def _one_of(name: str) -> str:
    return name.lower().removesuffix("s")
