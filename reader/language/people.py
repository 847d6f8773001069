"""Puts the names of an article together into people: each once, with every way it is written and every place.

Full names come first: two are one person if their family names agree and their given names do (an initial agrees with what it
stands for, a middle name may be missing, a spelling may waver as transliterations do).  Then family names, and given names
where no family name fits, are spread through the article: each goes to the person of that name who was named last before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from reader.language.forms import (
    NUMERALS,
    Key,
    agree,
    bare,
    either,
    is_patronymic,
    nominatives,
    spelled_alike,
    stem,
    suffix,
    without_suffix,
)
from reader.language.gazetteer import is_family, is_given, is_place, sex
from reader.language.lexicon import Lexicon
from reader.language.names import Name, is_east_asian
from reader.language.passages import Passage
from reader.language.things import is_a_thing, is_lone_thing
from reader.language.weigh import Group

_AND = re.compile(r" (?:and|und|et|y|e|og|och|en|i|и|та|і|ve) ")
_MARKS = re.compile("[\"“‘'«„(]")
_LONE_SCORE = 1.0  # a lone name that no full name backs must be this sure
_GIVEN_SCORE = -2.0  # a given name alone, of somebody named in full, must not be less sure
_GENITIVE = frozenset({"de", "sv", "nb", "da", "nl"})


@dataclass(slots=True)
class Figure:
    """A person in the making."""

    key: Key
    """Of the fullest form, without case endings."""
    forms: set[Key] = field(default_factory=set)
    """Every full form, without case endings, Jr. and the like."""
    names: list[Name] = field(default_factory=list)
    sex: str = ""
    """f, m, or empty where nothing tells."""
    role: str = ""
    full: str = ""
    """The full name where the article writes it only in parts ("Albert and Rosa Quill") or with a nickname; else empty."""
    described: set[str] = field(default_factory=set)
    """All words of the titles and appositions that stand beside the name, in lower case."""

    family_first: bool = False

    def ends_with(self, key: Key) -> bool:
        """Whether a short name is the family name: the end of a full form, with or without an Arabic article."""
        last, size = key[-1], len(key)
        if size == 1 and "-" in last:
            last = bare(key)[0]
        likely = [form for form in self.forms if form[-1].endswith(last) and len(form) > size]
        return bool(likely) and any(bare(form[-size:]) == bare(key) for form in likely)


def people(groups: Iterable[Group], passages: Sequence[Passage], lexicon: Lexicon) -> list[Figure]:
    """Give the people of an article by first mention."""
    full, rest, things = _sort_out(groups, passages, lexicon)
    full, rest = _without_openers(full, rest, lexicon)
    figures: list[Figure] = []
    for group in full:
        key = _stems(group.key, lexicon)
        figure = next(
            (each for each in figures if not _generations(each, key) and any(same_person(form, key) for form in each.forms)),
            None,
        )
        if figure is None:
            figure = Figure(key=key)
            figures.append(figure)
        figure.forms |= set(either(without_suffix(key)))
        figure.names += group.names
        figure.family_first = figure.family_first or is_east_asian(group.names[0].parts)
        figure.full = figure.full or _without_nickname(group.names, passages)
    _couples(figures, rest, passages)
    _spread(figures, rest, passages, lexicon, things)
    figures = [figure for figure in figures if figure.names]
    for figure in figures:
        figure.names.sort(key=lambda name: (name.passage, name.start))
        figure.sex = _sex(figure, lexicon)
    return sorted(figures, key=lambda each: (each.names[0].passage, each.names[0].start))


def _without_nickname(names: Sequence[Name], passages: Sequence[Passage]) -> str:
    """Give a name that is written with a nickname in marks without it; empty if there is none."""
    for name in names:
        if name.end - name.start > sum(map(len, name.parts)) + len(name.parts):
            return " ".join(name.parts) if _MARKS.search(passages[name.passage].text, name.start, name.end) else ""
    return ""


def _stems(key: Key, lexicon: Lexicon) -> Key:
    return tuple(stem(part, lexicon.language) for part in key)


def _sort_out(
    groups: Iterable[Group], passages: Sequence[Passage], lexicon: Lexicon
) -> tuple[list[Group], list[Group], frozenset[str]]:
    """Part full names, the fullest first, from names that must be backed by one, and tell how things' names end."""
    full, rest = [], []
    things: set[str] = set()
    for group in groups:
        if len(group.key) > 1 and is_a_thing(group, passages, lexicon):
            things.add(group.key[-1])
        elif (
            (len(without_suffix(group.key)) > 1 or (group.key[-1] in NUMERALS and is_given(group.names[0].parts[0])))
            and group.score > 0
            and not all(_shouts(passages[name.passage]) for name in group.names)
        ):
            full.append(group)
        else:
            rest.append(group)
    full.sort(key=lambda group: (is_patronymic(group.key[-1]), -len(group.key), -sum(map(len, group.key))))
    return full, rest, frozenset(things)


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
        ):
            rest = [
                *rest,
                Group(key=group.key[1:], names=[_cut(name) for name in group.names], clues=group.clues, score=group.score),
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
    """Whether a headline capitalises every word, so that capitals tell nothing."""
    if not passage.heading:
        return False
    words = [word for word in passage.text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _generations(figure: Figure, key: Key) -> bool:
    """Whether Jr. and the like part two namesakes."""
    return bool(suffix(figure.key) and suffix(key)) and suffix(figure.key) != suffix(key)


def same_person(one: Key, other: Key) -> bool:
    """Whether two full names are one person's."""
    a, b = without_suffix(one), without_suffix(other)
    if a == b or "".join(a).replace("-", "") == "".join(b).replace("-", ""):
        return suffix(one) == suffix(other) or not (suffix(one) and suffix(other))
    short, long = sorted((a, b), key=len)
    if long[-len(short) :] == short and not is_given(short[0]):
        return True  # a double family name without the given name
    if is_patronymic(one[-1]) != is_patronymic(other[-1]):
        return agree(a[0], b[0])
    if short[-1] != long[-1] and not (spelled_alike(short[-1], long[-1]) and agree(short[0], long[0])):
        return False
    return agree(short[0], long[0]) or (short[0] in long[1:-1] and len(short) < len(long))


def _couples(figures: list[Figure], rest: Iterable[Group], passages: Sequence[Passage]) -> None:
    """Give the first of "Albert and Rosa Quill" the family name of the second."""
    starts = {(name.passage, name.start): figure for figure in figures for name in figure.names if len(name.parts) > 1}
    for group in rest:
        name = group.names[0]
        if len(name.parts) > 1 or name.titles or not is_given(name.parts[0]):
            continue
        joined = _AND.match(passages[name.passage].text, name.end)
        partner = starts.get((name.passage, joined.end())) if joined else None
        if partner is None or any(group.key[0] in form for figure in figures for form in figure.forms):
            continue
        family = next(each.parts[-1] for each in partner.names if len(each.parts) > 1)
        key = (group.key[0], partner.key[-1])
        figures.append(Figure(key=key, forms={key}, full=f"{name.parts[0]} {family}"))


def _spread(
    figures: list[Figure], rest: Iterable[Group], passages: Sequence[Passage], lexicon: Lexicon, things: frozenset[str]
) -> None:
    """Give each short name to a person, or make a person of it where much speaks for one."""
    for group in sorted(rest, key=lambda each: (each.names[0].passage, each.names[0].start)):
        names = [name for name in group.names if not _is_a_place(name, passages[name.passage], lexicon)]
        fitting = _fitting(figures, group, lexicon)
        if fitting:
            for name in names:
                _nearest(fitting, name, lexicon).names.append(name)
        elif (
            group.score > _LONE_SCORE
            and names
            and not all(_shouts(passages[name.passage]) for name in group.names)
            and not is_lone_thing(group, passages, lexicon, things)
        ):
            figures.append(Figure(key=_stems(group.key, lexicon), names=names))


def _fitting(figures: list[Figure], group: Group, lexicon: Lexicon) -> list[Figure]:
    """Give the people whom a short name may mean: by family name, else by a middle or given name."""
    key = _stems(group.key, lexicon)
    if by_family := [each for each in figures if each.ends_with(key) or (each.family_first and key == each.key[:1])]:
        return by_family
    if len(key) > 1:
        return [
            each for each in figures if each.key == key or any(len(form) > len(key) and _has(form, key) for form in each.forms)
        ]
    if key[0].endswith("."):
        return []
    if (
        lexicon.language in _GENITIVE
        and key[0].endswith("s")
        and (owners := [each for each in figures if each.ends_with((key[0][:-1],))])
    ):
        return owners
    if alone := [each for each in figures if each.key == key or key in each.forms]:
        return alone
    given = [each for each in figures if any(key[0] in form[:-1] for form in each.forms)] if group.score > _GIVEN_SCORE else []
    return given or [each for each in figures if any(len(form) > 1 and spelled_alike(form[-1], key[0]) for form in each.forms)]


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
        (max(at), index)
        for index, each in enumerate(suited)
        if (at := [spot for n in each.names if (spot := (n.passage, n.start)) < place])
    ]
    return suited[max(before)[1]] if before else suited[0]


def is_nominative(alias: str) -> bool:
    """Whether a name seems to be written as it is called: its first word is a given name of the lists."""
    return is_given(alias.split(maxsplit=1)[0])


def _sex(figure: Figure, lexicon: Lexicon) -> str:
    for name in figure.names:
        polite = {title.lower().rstrip(".") for title in name.titles}
        if polite & (lexicon.any_of("titles_female", "roles_female")):
            return "f"
        if polite & (lexicon.any_of("titles_male", "roles_male")):
            return "m"
    first = next((name.parts[0] for name in figure.names if len(name.parts) > 1), figure.names[0].parts[0])
    return next((known for form in nominatives(first.split(" ")[0], lexicon.language) if (known := sex(form))), "")
