"""A person's page (roles over time, articles, quotes, who is named in the same articles), and who is in the news."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from reader.library.entries import COLUMNS, HIDDEN, saved, time
from reader.library.store import Library
from reader.model import Saved
from reader.model.text import line, plain

RECENT = 1_000
"""A person's newest articles, among which companions are counted."""
_ROLES = f"""
SELECT r.role, e.published
FROM (
    SELECT role, max(entry_id) AS newest FROM mentions
    WHERE person_id = ?1 AND role <> '' AND entry_id NOT IN ({HIDDEN}) GROUP BY role
) r JOIN entries e ON e.id = r.newest ORDER BY r.newest DESC
"""
_COMPANIONS = f"""
SELECT p.name, count(DISTINCT o.entry_id) AS shared
FROM (
    SELECT DISTINCT person_id, entry_id FROM mentions WHERE person_id = ?1 AND entry_id NOT IN ({HIDDEN})
    ORDER BY entry_id DESC LIMIT ?2
) m
JOIN mentions o ON o.entry_id = m.entry_id AND o.person_id <> m.person_id JOIN people p ON p.id = o.person_id
GROUP BY p.id ORDER BY shared DESC, p.name LIMIT ?3
"""
_STANDING = f"""
SELECT p.id, p.name, s.now, s.before
FROM (
    SELECT person_id, sum(entry_id >= ?2) AS now, sum(entry_id < ?2) AS before
    FROM (
        SELECT DISTINCT entry_id, person_id FROM mentions
        WHERE entry_id >= ?1 AND entry_id < ?3 AND entry_id NOT IN ({HIDDEN})
    )
    GROUP BY person_id
) s JOIN people p ON p.id = s.person_id
WHERE s.now > 0 ORDER BY s.now DESC, s.now - s.before DESC, p.name LIMIT ?4
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A quote in the library."""

    text: str
    confidence: float
    """0 to 1: how sure it is that the person said it."""
    entry: int
    """Id of the entry in whose article it stands."""
    title: str
    """Of that article."""
    url: str
    """Of that article; empty if it has none."""
    published: datetime | None
    """UTC; None: the article has no date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the library knows of a person."""

    id: int
    name: str
    aliases: tuple[str, ...]
    roles: tuple[tuple[str, datetime | None], ...]
    """Each role once, with the date of the newest article that gives it; newest first."""
    articles: int
    quotes: int
    companions: tuple[tuple[str, int], ...]
    """Who is named in the same articles (the newest `RECENT`), with the number of those; most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How much a person is in the news."""

    id: int
    name: str
    articles: int
    """In the period."""
    before: int
    """In the period of the same length before it."""


def profile(library: Library, identity: int, *, companions: int = 12) -> Profile | None:
    """Return what the library knows of a person; None: there is no such person."""
    name = library.value("SELECT name FROM people WHERE id = ?", (identity,))
    if name is None:
        return None
    with_role = library.rows(_ROLES, (identity,))
    beside = library.rows(_COMPANIONS, (identity, RECENT, companions))
    aliases = library.rows("SELECT alias FROM aliases WHERE person_id = ? ORDER BY length(alias) DESC, alias", (identity,))
    return Profile(
        id=identity,
        name=line(str(name)),
        aliases=tuple(line(row[0]) for row in aliases),
        roles=tuple((line(row["role"]), time(row["published"])) for row in with_role),
        articles=_count(library, "count(DISTINCT entry_id) FROM mentions", identity),
        quotes=_count(library, "count(*) FROM quotes", identity),
        companions=tuple((line(row["name"]), row["shared"]) for row in beside),
    )


def _count(library: Library, what: str, identity: int) -> int:
    return int(str(library.value(f"SELECT {what} WHERE person_id = ? AND entry_id NOT IN ({HIDDEN})", (identity,))))


def quotes(library: Library, identity: int, *, limit: int = 50) -> tuple[Said, ...]:
    """Return what a person said, newest first."""
    rows = library.rows(
        "SELECT q.text, q.confidence, q.entry_id, e.title, e.url, e.published "
        "FROM quotes q JOIN entries e ON e.id = q.entry_id "
        "WHERE q.person_id = ? AND e.hidden IS NULL ORDER BY q.entry_id DESC, q.position LIMIT ?",
        (identity, limit),
    )
    return tuple(
        Said(
            text=plain(row["text"]),
            confidence=row["confidence"],
            entry=row["entry_id"],
            title=line(row["title"]),
            url=line(row["url"]),
            published=time(row["published"]),
        )
        for row in rows
    )


def articles(library: Library, identity: int, *, limit: int = 200) -> tuple[Saved, ...]:
    """Return the entries whose articles name a person, newest first."""
    chosen = library.rows(
        f"SELECT DISTINCT entry_id FROM mentions WHERE person_id = ? AND entry_id NOT IN ({HIDDEN}) "
        "ORDER BY entry_id DESC LIMIT ?",
        (identity, limit),
    )
    rows = library.rows(
        f"SELECT {COLUMNS} FROM entries e WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.id DESC",
        (json.dumps([row[0] for row in chosen]),),
    )
    return saved(library, rows)


def in_the_news(library: Library, start: datetime, end: datetime, *, limit: int = 25) -> tuple[Standing, ...]:
    """Return the people whom most articles of a period name, with their articles in the period of that length before it."""
    first, last = int(start.timestamp()), int(end.timestamp())
    rows = library.rows(_STANDING, ((2 * first - last) << 20, first << 20, last << 20, limit))
    return tuple(Standing(id=row["id"], name=line(row["name"]), articles=row["now"], before=row["before"]) for row in rows)
