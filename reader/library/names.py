"""One person across all articles: who a name in a new article is, and what the library knows of him or her.

The rule is careful, for a wrong merge cannot be seen and a missed one can: the same full name (two words or more, without
diacritics, case and middle initials) is the same person; a bare family name is the person who bears it only if the role
agrees too.  Where several people bear one full name, because the user has split them, the role decides, else the one
who is named in more articles.  What the user has merged or split stays so: `pinned` people are never merged on their own.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from reader.errors import LibraryError
from reader.library.store import Library
from reader.library.words import fold
from reader.model import Person

_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset("a an the of in at for and de des du la le les der die das von del di el e y et und".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person of the library who may be the one that an article names."""

    id: int
    roles: frozenset[str]
    """The words of all roles under which articles name the person."""
    articles: int
    full: bool
    """Found by the full name, not by a family name alone."""


def key(name: str) -> str:
    """Give the form of a name under which it is looked up: folded, without middle initials and punctuation."""
    words = _WORDS.findall(fold(name))
    inner = [word for word in words[1:-1] if len(word) > 1]
    return " ".join([*words[:1], *inner, *words[1:][-1:]])


def role_words(role: str) -> frozenset[str]:
    """Give the words of a role that say something."""
    return frozenset(_WORDS.findall(fold(role))) - _SMALL


def decide(person: Person, known: Sequence[Known]) -> int | None:
    """Say which of the people who bear a name the person is; None: none of them."""
    words = role_words(person.role)
    by_full_name = [one for one in known if one.full]
    if len(by_full_name) == 1:
        return by_full_name[0].id
    candidates = by_full_name or [one for one in known if words & one.roles]
    if not candidates or (not by_full_name and len(candidates) > 1):
        return None
    return max(candidates, key=lambda one: (len(words & one.roles), one.articles, -one.id)).id


def record(connection: sqlite3.Connection, identity: int, people: Sequence[Person]) -> tuple[int, ...]:
    """Enter an article's people, and give their ids in the same order."""
    ids = []
    for person in people:
        chosen = decide(person, _bearers(connection, person))
        if chosen is None:
            chosen = connection.execute("INSERT INTO people (name) VALUES (?)", (person.name,)).lastrowid
        assert chosen is not None
        for alias in person.aliases:
            connection.execute("INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)", (key(alias), chosen, alias))
        connection.execute(
            "INSERT INTO mentions VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            (chosen, identity, person.name, person.role, len(person.mentions)),
        )
        if len(person.name) > len(str(connection.execute("SELECT name FROM people WHERE id = ?", (chosen,)).fetchone()[0])):
            connection.execute("UPDATE people SET name = ? WHERE id = ? AND NOT pinned", (person.name, chosen))
        ids.append(chosen)
    return tuple(ids)


def _bearers(connection: sqlite3.Connection, person: Person) -> list[Known]:
    wanted = key(person.name)
    rows = connection.execute("SELECT person_id FROM aliases WHERE folded = ?", (wanted,)).fetchall()
    known = []
    for (identity,) in rows:
        roles = connection.execute("SELECT DISTINCT role FROM mentions WHERE person_id = ?", (identity,)).fetchall()
        articles = connection.execute(
            "SELECT count(DISTINCT entry_id) FROM mentions WHERE person_id = ?", (identity,)
        ).fetchone()[0]
        words = frozenset().union(*(role_words(role) for (role,) in roles))
        known.append(Known(id=identity, roles=words, articles=articles, full=" " in wanted))
    return known


def find(library: Library, name: str) -> tuple[int, ...]:
    """Give the ids of the people who are called so: by the whole name, else by every word of it, most often named first."""
    wanted = key(name)
    rows = library.rows("SELECT DISTINCT person_id FROM aliases WHERE folded = ?", (wanted,))
    if not rows and wanted:
        rows = library.rows(
            "SELECT DISTINCT person_id FROM aliases WHERE ' ' || folded || ' ' LIKE ? ESCAPE '\\'",
            (f"%{' '.join(wanted.split()).replace('%', '')}%",),
        )
    counts = {
        row[0]: int(str(library.value("SELECT coalesce(sum(count), 0) FROM mentions WHERE person_id = ?", (row[0],))))
        for row in rows
    }
    return tuple(sorted(counts, key=lambda identity: (-counts[identity], identity)))


def merge(library: Library, kept: int, other: int) -> None:
    """Make two people one; the second's names, mentions and quotes become the first's.

    Raises:
        LibraryError: one of them is not there, or they are the same.
    """
    _must_exist(library, kept, other)
    with library.writing() as connection:
        connection.execute("UPDATE OR IGNORE aliases SET person_id = ? WHERE person_id = ?", (kept, other))
        connection.execute(
            "INSERT INTO mentions SELECT ?, entry_id, name, role, count FROM mentions WHERE person_id = ? "
            "ON CONFLICT DO UPDATE SET count = count + excluded.count",
            (kept, other),
        )
        connection.execute("UPDATE quotes SET person_id = ? WHERE person_id = ?", (kept, other))
        connection.execute("DELETE FROM people WHERE id = ?", (other,))
        connection.execute("UPDATE people SET pinned = 1 WHERE id = ?", (kept,))


def split(library: Library, identity: int, entries: Sequence[int]) -> int:
    """Say that the person in some of the articles is another one of the same name; give the new person's id.

    Raises:
        LibraryError: the person is not there, or is named in none of the articles.
    """
    _must_exist(library, identity)
    with library.writing() as connection:
        marks = ",".join("?" * len(entries))
        rows = connection.execute(
            f"SELECT DISTINCT name FROM mentions WHERE person_id = ? AND entry_id IN ({marks})", (identity, *entries)
        ).fetchall()
        if not rows:
            raise LibraryError(f"person {identity} is named in none of these articles", source=library.path)
        name = max((row["name"] for row in rows), key=len)
        new = connection.execute("INSERT INTO people (name, pinned) VALUES (?, 1)", (name,)).lastrowid
        assert new is not None
        for row in rows:
            connection.execute("INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)", (key(row["name"]), new, row["name"]))
        for table in ("mentions", "quotes"):
            connection.execute(
                f"UPDATE {table} SET person_id = ? WHERE person_id = ? AND entry_id IN ({marks})", (new, identity, *entries)
            )
        connection.execute("UPDATE people SET pinned = 1 WHERE id = ?", (identity,))
    return new


def _must_exist(library: Library, *people: int) -> None:
    for identity in people:
        if library.value("SELECT 1 FROM people WHERE id = ?", (identity,)) is None:
            raise LibraryError(f"there is no person {identity}", source=library.path)
    if len(set(people)) < len(people):
        raise LibraryError("a person cannot be merged with itself", source=library.path)
