"""Puts the names of an article together into people: each once, with every way it is written and every place.

Full names come first: two are one person if their family names agree and their given names do (an initial agrees with what it
stands for, a middle name may be missing, a spelling may waver as transliterations do).  Then family names, and given names
where no family name fits, are spread through the article: each goes to the person of that name who was named last before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reader.language.lexicon.gazetteer import is_common, is_family, is_given, is_place
from reader.language.lexicon.name_forms import (
    NUMERALS,
    Key,
    either,
    is_east_asian,
    is_patronymic,
    nominatives,
    stem,
    suffix,
    without_suffix,
)
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.entity import PersonEntity, sex_of, share
from reader.language.people.name_classifier import Group
from reader.language.people.name_index import NameIndex
from reader.language.people.name_spans import Name
from reader.language.people.not_people import is_a_thing, is_lone_thing, is_traded
from reader.language.people.thresholds import is_sure, is_sure_alone
from reader.language.text.passages import Passage

_AND = re.compile(r" (?:and|und|et|y|e|og|och|en|i|и|та|і|ve) ")
_MARKS = re.compile("[\"“‘'«„(]")
_GIVEN_SCORE = -2.0  # a given name alone, of somebody named in full, must not be less sure
GENITIVE = frozenset({"de", "sv", "nb", "da", "nl"})
"""The languages that put an s to a name that owns something."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is known while short names are spread."""

    passages: Sequence[Passage]
    lexicon: Lexicon
    known: NameIndex
    things: frozenset[str]
    """The last words of things' names."""
    firms: frozenset[str]
    """The first words of bodies' names: "Tessel" where "Tessel Group" was told of."""


def cluster(groups: Iterable[Group], passages: Sequence[Passage], lexicon: Lexicon) -> list[PersonEntity]:
    """Return the people of an article by first mention."""
    full, rest, things, firms = _sort_out(groups, passages, lexicon)
    full, rest = _without_openers(full, rest, lexicon)
    entities: list[PersonEntity] = []
    known = NameIndex()
    keys = {group.key for group in full} if lexicon.language in GENITIVE else frozenset()
    for group in full:
        owner = (*group.key[:-1], group.key[-1].removesuffix("s"))  # "Angela Wirths" beside "Angela Wirth"
        key = _stems(owner if owner in keys else group.key, lexicon)
        at = known.same(key)
        if at is None or _are_generations(entities[at].key, key):
            at = len(entities)
            entities.append(PersonEntity(key=key))
        entities[at].names += group.names
        entities[at].full = entities[at].full or _without_nickname(group.names, passages)
        known.enter(at, entities[at].key, _forms(group, key))
    _couples(entities, rest, passages, known)
    _spread(entities, rest, _Reading(passages, lexicon, known, things, firms))
    entities = [entity for entity in entities if entity.names]
    for entity in entities:
        entity.names.sort(key=lambda name: (name.passage, name.start))
        entity.sex = sex_of(entity, lexicon)
    return sorted(entities, key=lambda each: (each.names[0].passage, each.names[0].start))


def _without_nickname(names: Sequence[Name], passages: Sequence[Passage]) -> str:
    """Return a name that is written with a nickname in marks without it; empty if there is none."""
    for name in names:
        if name.end - name.start > sum(map(len, name.parts)) + len(name.parts):
            return " ".join(name.parts) if _MARKS.search(passages[name.passage].text, name.start, name.end) else ""
    return ""


def _stems(key: Key, lexicon: Lexicon) -> Key:
    return tuple(stem(part, lexicon.language) for part in key)


def _sort_out(
    groups: Iterable[Group], passages: Sequence[Passage], lexicon: Lexicon
) -> tuple[list[Group], list[Group], frozenset[str], frozenset[str]]:
    """Part full names, the fullest first, from those that one must back; tell how things' names end, and how firms' begin."""
    full, rest = [], []
    things: set[str] = set()
    firms: set[str] = set()
    for group in groups:
        if len(group.key) > 1 and is_a_thing(group, passages, lexicon):
            things.add(group.key[-1])
            if group.key[-1].rstrip(".") in lexicon["organisations"] and not is_given(group.names[0].parts[0]):
                firms.add(group.key[0])
        elif (
            (len(without_suffix(group.key)) > 1 or (group.key[-1] in NUMERALS and is_given(group.names[0].parts[0])))
            and is_sure(group, lexicon)
            and not all(_shouts(passages[name.passage]) for name in group.names)
        ):
            full.append(group)
        else:
            rest.append(group)
    full.sort(key=lambda group: (is_patronymic(group.key[-1]), -len(group.key), -sum(map(len, group.key))))
    return full, rest, frozenset(things), frozenset(firms)


def _without_openers(full: list[Group], rest: list[Group], lexicon: Lexicon) -> tuple[list[Group], list[Group]]:
    """Take the word that opens a sentence from a family name that it stands before: "Yesterday Kovacs ..."."""
    kept: list[Group] = []
    families = {_stems(group.key, lexicon)[-1] for group in full if _knows(is_given, group.names[0].parts[0], lexicon)}
    for group in full:
        first, last = group.names[0].parts[0].partition(" ")[0], _stems(group.key, lexicon)[-1]
        opens = len(group.key) == 2 and all(name.at_start for name in group.names)
        if (
            opens
            and last in families
            and not (_knows(is_given, first, lexicon) or _knows(is_family, first, lexicon) or first.endswith("."))
            and (lexicon.language != "en" or is_common(first))
        ):
            rest = [
                *rest,
                Group(
                    key=group.key[1:], names=[_cut(name) for name in group.names], features=group.features, score=group.score
                ),
            ]
        else:
            kept.append(group)
    return kept, rest


def _knows(listed: Callable[[str], bool], word: str, lexicon: Lexicon) -> bool:
    return any(listed(form) for form in nominatives(word, lexicon.language))


def _cut(name: Name) -> Name:
    start = name.end - len(name.parts[-1])
    return replace(name, start=start, title_start=start, parts=name.parts[1:], titles=(), at_start=True)


def _shouts(passage: Passage) -> bool:
    if not passage.heading:
        return False
    words = [word for word in passage.text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _are_generations(one: Key, other: Key) -> bool:
    return bool(suffix(one) and suffix(other)) and suffix(one) != suffix(other)


def _forms(group: Group, key: Key) -> tuple[Key, ...]:
    """Return the full forms of a name; of a Korean's also the one with the family name behind."""
    forms = either(without_suffix(key))
    return (*forms, key[::-1]) if is_east_asian(group.names[0].parts) else forms


def _couples(entities: list[PersonEntity], rest: Iterable[Group], passages: Sequence[Passage], known: NameIndex) -> None:
    """Add to the first of "Albert and Rosa Quill" the family name of the second."""
    starts = {(name.passage, name.start): entity for entity in entities for name in entity.names if len(name.parts) > 1}
    for group in rest:
        name = group.names[0]
        if len(name.parts) > 1 or name.titles or not is_given(name.parts[0]):
            continue
        joined = _AND.match(passages[name.passage].text, name.end)
        partner = starts.get((name.passage, joined.end())) if joined else None
        if partner is None or known.holds(group.key[0]):
            continue
        family = next(each.parts[-1] for each in partner.names if len(each.parts) > 1)
        key = (group.key[0], partner.key[-1])
        known.enter(len(entities), key, (key,))
        entities.append(PersonEntity(key=key, full=f"{name.parts[0]} {family}"))


def _spread(entities: list[PersonEntity], rest: Iterable[Group], reading: _Reading) -> None:
    passages, lexicon = reading.passages, reading.lexicon
    shares = {group.key[-1] for group in rest if any(is_traded(name, passages[name.passage].text) for name in group.names[:8])}
    for group in sorted(rest, key=lambda each: (each.names[0].passage, each.names[0].start)):
        names = [name for name in group.names if not _is_a_place(name, passages[name.passage], lexicon)]
        fitting = [entities[at] for at in _fitting(reading.known, group, lexicon)]
        if fitting and group.key[-1] in reading.firms | shares:
            names = _without_firms(names, fitting)
        if fitting:
            share(fitting, names, lexicon)
        elif (
            is_sure_alone(group, passages, lexicon)
            and names
            and not all(_shouts(passages[name.passage]) for name in group.names)
            and not is_lone_thing(group, passages, lexicon, reading.things)
        ):
            key = _stems(group.key, lexicon)
            reading.known.enter(len(entities), key, ())
            entities.append(PersonEntity(key=key, names=names))


def _without_firms(names: list[Name], fitting: Sequence[PersonEntity]) -> list[Name]:
    """Leave a firm the names that it shares with its founder: all without a title, if one comes before the founder's."""
    first = min((name.passage, name.start) for entity in fitting for name in entity.names)
    plain = [name for name in names if not name.titles]
    if plain and (plain[0].passage, plain[0].start) < first:
        return [name for name in names if name.titles]
    return names


def _fitting(known: NameIndex, group: Group, lexicon: Lexicon) -> list[int]:
    """Return the people whom a short name may mean: by family name, else by a middle or given name."""
    key = _stems(group.key, lexicon)
    if by_family := known.of_family(key):
        return by_family
    if len(key) > 1:
        return known.holding(key)
    if key[0].endswith("."):
        return []
    if lexicon.language in GENITIVE and key[0].endswith("s") and (owners := known.of_family((key[0][:-1],))):
        return owners
    if alone := known.called(key):
        return alone
    given = known.given(key[0]) if group.score > _GIVEN_SCORE else []
    return given or known.spelled(key[0])


def _is_a_place(name: Name, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a name that is also a city's stands where a city would: "in Lincoln"."""
    if name.titles or len(name.parts) > 1 or not is_place(name.parts[0]):
        return False
    before = passage.text[max(0, name.start - 14) : name.start].lower().split()
    return bool(before) and before[-1] in lexicon["prepositions"]


def is_nominative(alias: str) -> bool:
    """Return whether a name seems to be written as it is called: its first word is a given name of the lists."""
    return is_given(alias.split(maxsplit=1)[0])
