"""The company that a name keeps: what it is listed beside, and what stands behind it, a town, an age, a deed, a role.

Ada Prat and Jan Kovacs tell what Cole Stone is, when he is listed with them; Leeds tells that Oak Road is no man; who scores,
slips or shrugs is somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reader.language.lexicon.gazetteer import is_given, is_place
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.name_spans import Name
from reader.language.text.casing import is_title_case
from reader.language.text.passages import Passage

Place = tuple[int, int]

_BETWEEN = re.compile(r",? (?:and|or|und|oder|et|ou|y|o|e|en|i|og|och) |, ")
_OPENED = re.compile('["“«]([^"“”«»,.]*)$')
_CLOSED = re.compile('([^"“”«»,.]*)[,.]?["”»]')
_TITLE = 48  # characters of a title on each side of a name
_AGED = re.compile(r", (?:aged )?\d\d?,| \(\d\d?\)|, an? \d\d?-year-old")
_AFTER = re.compile(r"[”\"»]?(?:[’']s\b)?[ \u00a0]*(,)?[ \u00a0]*([\w’'-]+)?")
_AGE = re.compile(r",? \(?(?:aged )?\d\d?\)?[,.)]?(?: |$)|, aged? \d|, \d\d-year-old")
_NUMBERED = re.compile(r"[ \u00a0]\d+(?![\d–-])")
_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|him|himself|herself)\b")
_NEAR = 120  # characters behind a name in which "he" or "she" speaks for a person
_FAR = 40  # characters behind a name that are looked at
_WIDEST = 8  # characters between two names of one list
_BEHIND = re.compile(r"(?:’s|'s)?[ \u00a0]([^\W\d_]+)\b")
_TOWN = re.compile(r", ([A-Z][\w.]+(?: [A-Z]\w+)?)[,.]?(?= |$)")
_ENDS = tuple("ton ville shire burg burgh borough ham wick stead bury land stan ford mouth dale polis".split())
_SHORT = 5  # letters of a word whose ending tells nothing


def listed(names: Iterable[Name], passages: tuple[Passage, ...], lexicon: Lexicon) -> Mapping[Place, set[str]]:
    """Return for each place of a name what it is listed beside: "beside a person", "beside a thing"."""
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
    """Return what a name looks like by itself: a person, a thing, or nothing."""
    things = lexicon.any_of("organisations", "places", "demonyms", "calendar", "regions")
    if name.parts[-1].lower() in things or is_place(" ".join(name.parts)):
        return "thing"
    return "person" if name.titles or (len(name.parts) > 1 and is_given(name.parts[0])) else ""


def behind(name: Name, text: str, lexicon: Lexicon) -> set[str]:
    """Return what the text behind a name tells of it, and whether it is part of a title."""
    rest = text[name.end : name.end + _FAR]
    found = _following(rest, lexicon) | _deeds(rest, lexicon)
    if lexicon.language == "en" and _HE_OR_SHE.search(text, name.end, name.end + _NEAR):
        found.add("he or she")
    return found | {"in a title"} if _is_in_a_title(name, text) else found


def _deeds(rest: str, lexicon: Lexicon) -> set[str]:
    if rest[:2] == ", ":
        town = _TOWN.match(rest)
        return {"in a town"} if town and is_place(town.group(1).rstrip(".")) else set()
    following = _BEHIND.match(rest)
    word = following.group(1) if following else ""
    if not word.islower():
        return set()
    if rest[0] in "'’":
        return {"owns", "owns a belonging"} if word in lexicon["belongings"] else {"owns"}
    return {"does"} if word in lexicon["deeds"] else {"did"} if word.endswith("ed") else set()


def _is_in_a_title(name: Name, text: str) -> bool:
    """Return whether a name is part of the title of a work, in marks: Wayne, in her memoir “The Long Way to Fort Wayne”."""
    closed = _CLOSED.match(text, name.end, name.end + _TITLE)
    opened = _OPENED.search(text, max(0, name.start - _TITLE), name.start) if closed else None
    if closed is None or opened is None or not (opened.group(1) or closed.group(1)):
        return False
    return is_title_case(opened.group(1) + text[name.start : name.end] + closed.group(1))


def _names_a_thing(rest: str, lexicon: Lexicon) -> bool:
    """Return whether an apposition's noun is an organisation's or a place's: ", a party"."""
    word = re.split(r"[ ,.;:)]", rest.lstrip(), maxsplit=1)[0].lower()
    return word in lexicon.any_of("organisations", "places", "works")


def _following(rest: str, lexicon: Lexicon) -> set[str]:
    """Return what the word behind a name tells: its age, a verb, who or which, its role."""
    found = {clue for clue, pattern in (("age", _AGE), ("aged", _AGED)) if pattern.match(rest)}
    after = _AFTER.match(rest)
    if after and (word := (after.group(2) or "").lower()):
        comma = after.group(1)
        if word in lexicon["say"]:
            found.add("comma-say" if comma else "say")
        elif word in lexicon["relative"] and word.startswith(("who", "qu")):
            found.add("who")
        elif word == "which":
            found.add("which")
        elif comma and word in lexicon["determiners"] and _names_a_thing(rest[after.end() :], lexicon):
            found.add("a thing")
        elif comma and (word in lexicon["determiners"] or word in lexicon["kin"] or word in lexicon["roles"]):
            found.add("apposition")
        elif word in lexicon["be"] and not comma:
            found.add("verb-be")
        elif word in lexicon["fillers"] and not comma:
            found.add("filler")
    if _NUMBERED.match(rest):
        found.add("numbered")  # "Orbit 9"
    if rest.startswith(("’s", "'s")):
        found.add("possessive")
        if _names_a_thing(rest[2:], lexicon) and rest[3:4].isupper():
            found.add("owner of a thing")
    return found
