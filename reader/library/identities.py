"""One person across all articles: who a name in a new article is, and what the user says about that.

The rule is careful, for a wrong merge cannot be seen and a missed one can: the same full name is the same person, unless two
different middle initials speak against it; a family name alone, or with one initial, is the person who bears it only if the
role agrees too.  Where several people bear one full name, because the user has split them, the role decides, else the one who
is named in more articles.  What an article itself keeps apart stays apart.

What the user has merged or split stays so: `pinned` people keep their names, also when the last article with it has gone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.library.person_names import initials, is_full, key, role_words
from reader.library.store import Library
from reader.model import Person

_BEARERS = """
SELECT a.folded, p.id, p.name FROM aliases a JOIN people p ON p.id = a.person_id
WHERE a.folded IN (SELECT value FROM json_each(?)) ORDER BY p.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person of the library who may be the one that an article names."""

    id: int
    roles: frozenset[str]
    """The words of all roles under which articles name the person."""
    articles: int
    full: bool
    """Found by the full name, not by a family name alone."""


def decide(person: Person, known: Sequence[Known]) -> int | None:
    """Return which of the people who bear a name the person is; None: none of them."""
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
    bearers = _bearers(connection, people)
    given: dict[int, Person] = {}
    ids = []
    for person in people:
        folded = key(person.name)
        chosen = _chosen(connection, person, bearers.setdefault(folded, {}), given)
        if chosen is None:
            chosen = connection.execute("INSERT INTO people (name) VALUES (?)", (person.name,)).lastrowid
            assert chosen is not None
            bearers[folded][chosen] = person.name
        elif len(person.name) > len(bearers[folded][chosen]):
            connection.execute("UPDATE people SET name = ? WHERE id = ? AND NOT pinned", (person.name, chosen))
        given.setdefault(chosen, person)
        ids.append(chosen)
    _enter(connection, identity, people, ids)
    return tuple(ids)


def _bearers(connection: sqlite3.Connection, people: Sequence[Person]) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = {}
    for folded, bearer, name in connection.execute(_BEARERS, (json.dumps([key(person.name) for person in people]),)):
        found.setdefault(folded, {})[bearer] = name
    return found


def _chosen(connection: sqlite3.Connection, person: Person, bearers: dict[int, str], given: dict[int, Person]) -> int | None:
    """Return which bearer of the name an article's person is; `given` are those that the article has named already."""
    full, middle = is_full(key(person.name)), initials(person.name)
    possible = [
        bearer
        for bearer, name in bearers.items()
        if not (middle and initials(name) and initials(name) != middle)
        and not (bearer in given and (not full or _are_apart(given[bearer], person)))
    ]
    if full and len(possible) <= 1:
        return possible[0] if possible else None
    return decide(person, [_known(connection, bearer, full=full) for bearer in possible])


def _are_apart(one: Person, other: Person) -> bool:
    words, others = role_words(one.role), role_words(other.role)
    return bool(words and others and not words & others)


def _known(connection: sqlite3.Connection, bearer: int, *, full: bool) -> Known:
    roles = connection.execute("SELECT role, count(*) FROM mentions WHERE person_id = ? GROUP BY role", (bearer,)).fetchall()
    words = frozenset[str]().union(*(role_words(role) for role, _ in roles))
    return Known(id=bearer, roles=words, articles=sum(count for _, count in roles), full=full)


def _enter(connection: sqlite3.Connection, identity: int, people: Sequence[Person], ids: Sequence[int]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)",
        [(key(alias), one, alias) for person, one in zip(people, ids, strict=True) for alias in person.aliases],
    )
    connection.executemany(
        "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
        [
            (one, identity, person.name, person.role, len(person.mentions), json.dumps(person.aliases))
            for person, one in zip(people, ids, strict=True)
        ],
    )


def tidy(connection: sqlite3.Connection, people: Iterable[int]) -> None:
    """Remove the aliases that no article uses any longer, and the people whom none names."""
    for person in people:
        named = connection.execute("SELECT name, aliases FROM mentions WHERE person_id = ?", (person,)).fetchall()
        pinned = connection.execute("SELECT pinned FROM people WHERE id = ?", (person,)).fetchone()
        if pinned is None or pinned[0]:
            continue
        if not named:
            connection.execute("DELETE FROM people WHERE id = ?", (person,))
            continue
        connection.execute("UPDATE people SET name = ? WHERE id = ?", (max((name for name, _ in named), key=len), person))
        aliases = {key(alias) for _, used in set(map(tuple, named)) for alias in json.loads(used)}
        borne = {row[0] for row in connection.execute("SELECT folded FROM aliases WHERE person_id = ?", (person,))}
        connection.executemany(
            "DELETE FROM aliases WHERE folded = ? AND person_id = ?", [(folded, person) for folded in borne - aliases]
        )


def find(library: Library, name: str) -> tuple[int, ...]:
    """Return the ids of the people who are called so: by the whole name, else by every word of it, most often named first."""
    wanted = key(name)
    rows = library.rows("SELECT DISTINCT person_id FROM aliases WHERE folded = ?", (wanted,))
    if not rows and wanted:
        rows = library.rows(
            "SELECT DISTINCT person_id FROM aliases WHERE instr(' ' || folded || ' ', ' ' || ? || ' ')", (wanted,)
        )
    counts = library.rows(
        "SELECT p.value, coalesce((SELECT sum(count) FROM mentions WHERE person_id = p.value), 0) FROM json_each(?) p",
        (json.dumps([row[0] for row in rows]),),
    )
    return tuple(row[0] for row in sorted(counts, key=lambda row: (-row[1], row[0])))
