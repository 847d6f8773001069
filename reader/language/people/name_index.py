"""Finds, among the people met so far, those whom a name may mean, without comparing it with everybody.

People are kept under what two names of one person must share: the family name, or its first or last three letters where it
may be spelled in two ways, together with the given name's consonants or its initial.  Only those who share such a key are
compared, and of them the first `_MOST`: a story has no more namesakes, and a list of thousands is read in time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.language.lexicon.gazetteer import is_given
from reader.language.lexicon.name_forms import (
    Key,
    agree,
    bare,
    is_initials,
    is_patronymic,
    skeleton,
    spelled_alike,
    suffix,
    without_suffix,
)

_MOST = 12  # people under one key that are compared
_EDGE = 3  # letters: of two long names that differ in one letter, the first or the last so many are the same


def same_person(one: Key, other: Key) -> bool:
    """Return whether two full names are one person's."""
    a, b = without_suffix(one), without_suffix(other)
    if a == b or _joined(a) == _joined(b):
        return suffix(one) == suffix(other) or not (suffix(one) and suffix(other))
    short, long = sorted((a, b), key=len)
    if long[-len(short) :] == short and not is_given(short[0]):
        return True  # a double family name without the given name
    if is_patronymic(one[-1]) != is_patronymic(other[-1]):
        return agree(a[0], b[0])
    if short[-1] != long[-1] and not (spelled_alike(short[-1], long[-1]) and agree(short[0], long[0])):
        return False
    return agree(short[0], long[0]) or (short[0] in long[1:-1] and len(short) < len(long))


class NameIndex:
    """People by what their names share; a person is a number, in the order of the article's list."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._kept: dict[tuple[str, ...], list[tuple[int, Key]]] = {}
        self._known: set[tuple[int, Key]] = set()

    def enter(self, person: int, key: Key, forms: Iterable[Key]) -> None:
        """Keep a person under a name, and under full forms of it."""
        self._put(("key", *without_suffix(key)), person, key)
        for form in forms:
            if (person, form) not in self._known:
                self._known.add((person, form))
                for name in _keys(form):
                    self._put(name, person, form)

    def _put(self, name: tuple[str, ...], person: int, form: Key) -> None:
        kept = self._kept.setdefault(name, [])
        if len(kept) < _MOST and (person, form) not in kept:
            kept.append((person, form))

    def _under(self, *name: str) -> list[tuple[int, Key]]:
        return self._kept.get(name, [])

    def same(self, key: Key) -> int | None:
        """Return the first person whose full name this is."""
        return min(
            (person for name in _sought(key) for person, form in self._under(*name) if same_person(form, key)), default=None
        )

    def of_family(self, key: Key) -> list[int]:
        """Return those whose family name a short name is: the end of a full form, with or without an Arabic article."""
        short, size = bare(key), len(key)
        last = short[0] if size == 1 else bare((key[-1],))[0]
        return _each(
            person for person, form in self._under("family", last) if len(form) > size and bare(form[-size:]) == short
        )

    def called(self, key: Key) -> list[int]:
        """Return those who are kept under just this name."""
        return _each(person for person, _ in self._under("key", *without_suffix(key)))

    def holding(self, key: Key) -> list[int]:
        """Return those with a longer form that holds a name of several words, or who are kept under just this name."""
        longer = [person for person, form in self._under("part", key[0]) if len(form) > len(key) and _has(form, key)]
        return _each([*self.called(key), *longer])

    def holds(self, name: str) -> bool:
        """Return whether a word is part of anybody's full name."""
        return bool(self._under("part", name))

    def given(self, name: str) -> list[int]:
        """Return those of whom a word is the given or a middle name."""
        return _each(person for person, form in self._under("part", name) if name in form[:-1])

    def spelled(self, name: str) -> list[int]:
        """Return those whose family name is spelled nearly so."""
        edges = [*self._under("opens", name[:_EDGE]), *self._under("ends", name[-_EDGE:])]
        return _each(person for person, form in edges if spelled_alike(form[-1], name))


def _each(people: Iterable[int]) -> list[int]:
    return sorted(set(people))


def _has(key: Key, part: Key) -> bool:
    return any(key[at : at + len(part)] == part for at in range(len(key) - len(part) + 1))


def _joined(key: Key) -> str:
    return "".join(key).replace("-", "")


def _tails(key: Key) -> Iterator[tuple[str, str]]:
    yield "last", key[-1]
    yield "first letters", key[-1][:_EDGE]
    yield "last letters", key[-1][-_EDGE:]


def _keys(form: Key) -> Iterator[tuple[str, ...]]:
    first, last = form[0], form[-1]
    given = [("spelled", skeleton(first)), ("letter", first[:1])]
    if is_initials(first):
        given.append(("initial", first[:1]))
    for tail in (*_tails(form), ("patronymic", str(is_patronymic(last)))):
        for each in given:
            yield *tail, *each
    yield "joined", _joined(form)
    yield "two", *form[-2:]
    yield "first of", last, first
    for part in set(form[1:-1]):
        yield "middle of", last, part
    for part in set(form):
        yield "part", part
    if len(form) > 1:
        yield "family", bare((last,))[0]
        yield "opens", last[:_EDGE]
        yield "ends", last[-_EDGE:]


def _sought(key: Key) -> Iterator[tuple[str, ...]]:
    name = without_suffix(key)
    first, last = name[0], name[-1]
    given = [("letter", first[:1])] if is_initials(first) else [("spelled", skeleton(first)), ("initial", first[:1])]
    for tail in (*_tails(name), ("patronymic", str(not is_patronymic(key[-1])))):
        for each in given:
            yield *tail, *each
    yield "joined", _joined(name)
    yield "two", *name[-2:]
    yield "middle of", last, first
    for part in set(name[1:-1]):
        yield "first of", last, part
