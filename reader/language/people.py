"""Puts the names of an article together into people: each once, with every way it is written and every place.

Full names come first: two are one person if their family names agree and their given names do (an initial agrees with what it
stands for, a middle name may be missing, a spelling may waver as transliterations do).  Then family names, and given names where
no family name fits, are spread through the article: each goes to the person of that name who was named last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.language.gazetteer import is_given, is_place, sex
from reader.language.lexicon import Lexicon
from reader.language.names import Group, Name
from reader.language.passages import Passage

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_LONE_SCORE = 1.0  # a lone name that no full name backs must be this sure
_SHORTEST_VARIANT = 5  # letters of a name that may be spelled in two ways

_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ad|at|ar|ul)[-‑](?=\w{3})")

Key = tuple[str, ...]


@dataclass(slots=True)
class Figure:
    """A person in the making."""

    key: Key
    """Of the fullest form."""
    forms: set[Key] = field(default_factory=set)
    """Every full form, without Jr. and the like."""
    names: list[Name] = field(default_factory=list)
    sex: str = ""
    """f, m, or empty where nothing tells."""
    role: str = ""

    def ends_with(self, key: Key) -> bool:
        """Whether a short name is the family name: the end of a full form, with or without an Arabic article."""
        bare = _bare(key)
        return any(len(form) > len(key) and _bare(form[-len(key) :]) == bare for form in self.forms)


def people(groups: Iterable[Group], passages: Sequence[Passage], lexicon: Lexicon) -> list[Figure]:
    """Give the people of an article by first mention."""
    full, rest = _sort_out(groups, passages)
    figures: list[Figure] = []
    for group in full:
        figure = next((each for each in figures if any(same_person(form, group.key) for form in each.forms)), None)
        if figure is None:
            figure = Figure(key=group.key)
            figures.append(figure)
        figure.forms.add(_without_suffix(group.key))
        figure.names += group.names
    _spread(figures, rest, passages, lexicon)
    for figure in figures:
        figure.names.sort(key=lambda name: (name.passage, name.start))
        figure.sex = _sex(figure, lexicon)
    return sorted(figures, key=lambda each: (each.names[0].passage, each.names[0].start))


def _sort_out(groups: Iterable[Group], passages: Sequence[Passage]) -> tuple[list[Group], list[Group]]:
    """Part full names, the fullest first, from names that must be backed by one."""
    full, rest = [], []
    for group in groups:
        if (
            len(_without_suffix(group.key)) > 1
            and group.score > 0
            and not all(_shouts(passages[name.passage]) for name in group.names)
        ):
            full.append(group)
        else:
            rest.append(group)
    return sorted(full, key=lambda group: (-len(group.key), -sum(map(len, group.key)))), rest


def _shouts(passage: Passage) -> bool:
    """Whether a headline capitalises every word, so that capitals tell nothing."""
    if not passage.heading:
        return False
    words = [word for word in passage.text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def same_person(one: Key, other: Key) -> bool:
    """Whether two full names are one person's."""
    a, b = _without_suffix(one), _without_suffix(other)
    if a == b or "".join(a).replace("-", "") == "".join(b).replace("-", ""):
        return _suffix(one) == _suffix(other) or not (_suffix(one) and _suffix(other))
    short, long = sorted((a, b), key=len)
    if long[-len(short) :] == short and not is_given(short[0]):
        return True  # a double family name without the given name
    if not _same_family(short, long):
        return False
    given = short[0]
    return _agree(given, long[0]) or (given in long[1:-1] and len(short) < len(long))


def _same_family(short: Key, long: Key) -> bool:
    return short[-1] == long[-1] or (
        min(len(short[-1]), len(long[-1])) > _SHORTEST_VARIANT
        and one_letter_apart(short[-1], long[-1])
        and _agree(short[0], long[0])
    )


def _agree(one: str, other: str) -> bool:
    """Whether two given names may be one: equal, an initial, or spellings that differ in vowels and doubled letters alone."""
    if one == other:
        return True
    if _is_initials(one) or _is_initials(other):
        return one[0] == other[0]
    if min(len(one), len(other)) < _SHORTEST_VARIANT or (one[-1] != other[-1] and {one[-1], other[-1]} & set("aeo")):
        return False
    return _skeleton(one) == _skeleton(other)


def _is_initials(word: str) -> bool:
    return word.endswith(".") or len(word) == 1


def _skeleton(word: str) -> str:
    kept = word[:1]
    for sign in word[1:]:
        if sign not in "aeiouy-'’" and sign != kept[-1]:
            kept += sign
    return kept


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one insertion, deletion or substitution turns one word into the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _without_suffix(key: Key) -> Key:
    return key[:-1] if len(key) > 1 and key[-1] in SUFFIXES else key


def _suffix(key: Key) -> str:
    return key[-1].rstrip(".") if len(key) > 1 and key[-1] in SUFFIXES else ""


def _bare(key: Key) -> Key:
    """Give a name without the Arabic article: "al-Assad" is also written "Assad"."""
    return (_ARTICLE.sub("", key[0]), *key[1:])


def _spread(figures: list[Figure], rest: Iterable[Group], passages: Sequence[Passage], lexicon: Lexicon) -> None:
    """Give each short name to a person, or make a person of it where much speaks for one."""
    for group in sorted(rest, key=lambda each: (each.names[0].passage, each.names[0].start)):
        fitting = _fitting(figures, group.key)
        if fitting:
            for name in group.names:
                if not _is_a_place(name, passages[name.passage], lexicon):
                    _nearest(fitting, name, lexicon).names.append(name)
        elif group.score > _LONE_SCORE and not _needs_backing(group, passages):
            names = [name for name in group.names if not _is_a_place(name, passages[name.passage], lexicon)]
            if names:
                figures.append(Figure(key=group.key, names=names))


def _needs_backing(group: Group, passages: Sequence[Passage]) -> bool:
    return all(_shouts(passages[name.passage]) for name in group.names)


def _fitting(figures: list[Figure], key: Key) -> list[Figure]:
    """Give the people whom a short name may mean: by family name, else by a middle or given name."""
    by_family = [each for each in figures if each.ends_with(key)]
    if by_family:
        return by_family
    if len(key) > 1:
        return [each for each in figures if each.key == key or any(len(form) > len(key) and _has(form, key) for form in each.forms)]
    if key[0].endswith("."):
        return []
    given = [each for each in figures if any(key[0] in form[:-1] for form in each.forms)]
    return given or [each for each in figures if any(len(form) > 1 and _spelled_alike(form[-1], key[0]) for form in each.forms)]


def _spelled_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) > _SHORTEST_VARIANT + 1 and one_letter_apart(one, other)


def _has(key: Key, part: Key) -> bool:
    return any(key[at : at + len(part)] == part for at in range(len(key) - len(part) + 1))


def _is_a_place(name: Name, passage: Passage, lexicon: Lexicon) -> bool:
    """Whether a name that is also a city's stands where a city would: "in Lincoln"."""
    if name.titles or len(name.parts) > 1 or not is_place(name.parts[0]):
        return False
    before = passage.text[max(0, name.start - 14) : name.start].lower().split()
    return bool(before) and before[-1] in lexicon["prepositions"]


def _nearest(fitting: list[Figure], name: Name, lexicon: Lexicon) -> Figure:
    """Give the one of several namesakes who is meant: by the polite title, else who was named in full last before."""
    if len(fitting) == 1:
        return fitting[0]
    polite = {title.lower().rstrip(".") for title in name.titles}
    wanted = "f" if polite & lexicon["titles_female"] else "m" if polite & lexicon["titles_male"] else ""
    suited = [each for each in fitting if not wanted or _sex(each, lexicon) in (wanted, "")] or fitting
    place = (name.passage, name.start)
    before = [
        (max(at), each)
        for each in suited
        if (at := [(n.passage, n.start) for n in each.names if (n.passage, n.start) < place])
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else suited[0]


def _sex(figure: Figure, lexicon: Lexicon) -> str:
    for name in figure.names:
        polite = {title.lower().rstrip(".") for title in name.titles}
        if polite & (lexicon["titles_female"] | lexicon["roles_female"]):
            return "f"
        if polite & (lexicon["titles_male"] | lexicon["roles_male"]):
            return "m"
    first = next((name.parts[0] for name in figure.names if len(name.parts) > 1), figure.names[0].parts[0])
    return sex(first.split(" ")[0])
