"""The company that a name keeps: what it is listed beside, what town stands behind it, what it does.

Ada Prat and Jan Kovacs tell what Cole Stone is, when he is listed with them; Leeds tells that Oak Road is no man; who scores,
slips or shrugs is somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reader.language.gazetteer import is_given, is_place
from reader.language.lexicon import Lexicon
from reader.language.names import Name
from reader.language.passages import Passage

Place = tuple[int, int]

_BETWEEN = re.compile(r",? (?:and|or|und|oder|et|ou|y|o|e|en|i|og|och) |, ")
_WIDEST = 8  # characters between two names of one list
_BEHIND = re.compile(r"(?:’s|'s)?[ \u00a0]([^\W\d_]+)\b")
_TOWN = re.compile(r", ([A-Z][\w.]+(?: [A-Z]\w+)?)[,.]?(?= |$)")
_ENDS = re.compile("(?:ton|ville|shire|burgh?|borough|ham|wick|stead|bury|land|stan|ford|mouth|dale|polis)s?$")


def listed(names: Iterable[Name], passages: tuple[Passage, ...], lexicon: Lexicon) -> Mapping[Place, set[str]]:
    """Give for each place of a name what it is listed beside: "beside a person", "beside a thing"."""
    found: dict[Place, set[str]] = {}
    last: Name | None = None
    for name in names:
        if last is not None and last.passage == name.passage and 0 < name.title_start - last.end <= _WIDEST:
            between = passages[name.passage].text[last.end : name.title_start]
            if _BETWEEN.fullmatch(between):
                for one, other in ((last, name), (name, last)):
                    if kind := _looks(other, lexicon):
                        found.setdefault((one.passage, one.start), set()).add(f"beside a {kind}")
        last = name
    return found


def _looks(name: Name, lexicon: Lexicon) -> str:
    """Give what a name looks like by itself: a person, a thing, or nothing."""
    things = lexicon.any_of("organisations", "places", "demonyms", "calendar", "regions")
    if name.parts[-1].lower() in things or is_place(" ".join(name.parts)):
        return "thing"
    return "person" if name.titles or (len(name.parts) > 1 and is_given(name.parts[0])) else ""


def acts(rest: str, lexicon: Lexicon) -> set[str]:
    """Give what the text behind a name tells: a town that it lies in, or what the name does."""
    town = _TOWN.match(rest)
    found = {"in a town"} if town and is_place(town.group(1).rstrip(".")) else set()
    behind = _BEHIND.match(rest)
    word = behind.group(1) if behind else ""
    if behind is None or not word.islower():
        return found
    if rest[0] in "'’":
        return found | {"owns"} | ({"owns a belonging"} if word in lexicon["belongings"] else set())
    if word in lexicon["deeds"]:
        found.add("does")
    elif word.endswith("ed"):
        found.add("did")
    return found


def ends_as_places_do(word: str) -> bool:
    """Whether a word ends as towns do: "Tunbridge", no; "Workington", yes."""
    return len(word) > 5 and _ENDS.search(word.lower()) is not None
