"""Tells names that look like a person's from people: ships, storms, shops, works, companies, places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.language.lexicon.gazetteer import is_common, is_family, is_given, is_place
from reader.language.lexicon.name_forms import is_east_asian
from reader.language.lexicon.word_lists import Lexicon, fold
from reader.language.people.leading_organisations import is_no_name
from reader.language.people.name_classifier import Group
from reader.language.people.name_spans import Name
from reader.language.text.passages import Passage

_PERSONAL = frozenset({"title", "polite-title", "after-role", "age", "who"})
_TELLING = _PERSONAL | {"say", "comma-say", "after-say"}  # a newspaper says, too
_PLACES = ("St.", "Ste.", "Mt.", "Ft.")
_AT_A_PLACE = frozenset({"2 after-on", "2 after-locative", "2 in a town"})
_MOST_PLACES = 4  # of a name that are looked at
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([\w’'-]+)[ \u00a0]+[\"“‘']?$")
_ENDED = re.compile(r"[,.;]|[ \u00a0](?:was|is|ran|sank|sailed|had)\b")
_KIN = re.compile(r"(?<![\w-])([\w-]+)(,?)[ \u00a0](?:don |doña |dom )?$")
_CLOSING = frozenset(",.;)")
_FOUNDED = (", founded by ", " shares ", "’s shares", "'s shares")
_SHARES = ("hares in ", "hares of ", "stock in ")
_THING = re.compile(r"[ \u00a0](?:memorial[ \u00a0])?([a-z]+)\b")
_THE = ("the ", "The ", " a ", "and ")
_OWNED = re.compile(r"[’']s? (\w+)(?: (\w+))?")


def is_a_thing(group: Group, passages: Sequence[Passage], lexicon: Lexicon) -> bool:
    """Return whether a name of several words cannot be a person's, whatever else speaks for one."""
    parts = group.names[0].parts
    first, last = parts[0].lower(), parts[-1].lower()
    things = lexicon.any_of("organisations", "places")
    if first in lexicon["storms"] or any(word in things and not is_family(word) for word in (first, last)):
        return not is_east_asian(parts)  # "Dogwood Avenue", "Universidad Austral"
    if last.rstrip(".") in lexicon["thoroughfares"] and not _AT_A_PLACE.isdisjoint(group.features):
        return True  # "on Grafton Street", though there are people called Street
    named = is_named_thing(group, passages, lexicon) or gives_its_name(group, passages, lexicon)
    listed = _is_listed(group, lexicon) or parts[0] in _PLACES or _is_a_feast(first, lexicon)
    if not tells(group, _PERSONAL) and (named or listed):
        return True
    if is_given(parts[0]):
        return False
    if "2 after-indefinite" in group.features or "2 a thing" in group.features or _is_an_agency(parts, lexicon):
        return True  # "a Brandon Torino", "Mara Sol, a party"
    return lexicon.language == "de" and not tells(group, _TELLING)


def _is_a_feast(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon["calendar"] and not is_given(word)  # "Christmas Eve"


def _is_an_agency(parts: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether words that are no names stand before a place: "Statistics Canada", "Mountainous Nepal"."""
    return lexicon.language == "en" and is_place(parts[-1]) and all(map(is_no_name, parts[:-1]))


def is_lone_thing(group: Group, passages: Sequence[Passage], lexicon: Lexicon, things: frozenset[str]) -> bool:
    """Return whether a lone name that no full name backs is a thing's.

    Args:
        group: the name.
        passages: the article.
        lexicon: of its language.
        things: the last words of things' names: "Beryl" where "Hurricane Beryl" was told of.
    """
    if group.key[-1].removesuffix("s") in lexicon["demonyms"] or "1 owner of a thing" in group.features:
        return True
    is_word = "1 also low" in group.features and not is_given(group.names[0].parts[0]) and not tells(group, _PERSONAL)
    if is_word or is_named_thing(group, passages, lexicon):
        return True
    if all(_is_eponym(name, passages[name.passage].text, lexicon) for name in group.names[:_MOST_PLACES]):
        return True
    return not tells(group, _PERSONAL) and (group.key[-1] in things or _is_listed(group, lexicon))


def is_introduced(group: Group, lexicon: Lexicon) -> bool:
    """Return whether an age, a polite title or a role beside a name of one word makes it a person's."""
    polite = lexicon.any_of("titles_male", "titles_female")
    if any(title.lower().rstrip(".") in polite for name in group.names[:_MOST_PLACES] for title in name.titles):
        return True
    return "1 aged" in group.features or "1 aged once" in group.features or {"1 after-role", "1 again"} <= group.features


def is_kin(group: Group, passages: Sequence[Passage], lexicon: Lexicon) -> bool:
    """Return whether a given name stands behind whose kin it is: "Kemp's father, Martin", "a son, Peter; a brother, Lloyd".

    One that no list has must be no word and stand between commas: "his wife, Nasima, left".
    """
    word = group.names[0].parts[0]
    if len(group.key) > 1 or (not is_given(word) and (is_common(word) or _is_listed(group, lexicon))):
        return False
    for name in group.names[:_MOST_PLACES]:
        text = passages[name.passage].text
        before = _KIN.search(text, max(0, name.start - 24), name.start)
        if before is not None and before.group(1).lower() in lexicon["kin"]:
            closed = before.group(2) and text[name.end : name.end + 1] in _CLOSING
            if closed or is_given(word):
                return True
    return False


def is_traded(name: Name, text: str) -> bool:
    """Return whether what stands beside a name makes it a firm's: "Shares in Tessel", "Tessel, founded by"."""
    return text.endswith(_SHARES, 0, name.start) or text.startswith(_FOUNDED, name.end)


def tells(group: Group, telling: frozenset[str]) -> bool:
    """Return whether one of some clues speaks for a person."""
    return not telling.isdisjoint(clue[2:] for clue in group.features)


def _is_listed(group: Group, lexicon: Lexicon) -> bool:
    words = " ".join(word.rstrip(".") for word in group.key)
    if words in lexicon["never_people"]:
        return True
    if len(group.key) == 1:
        return is_place(words) or words in lexicon["regions"]
    return (is_place(words) or words in lexicon["regions"]) and "family alone 1 given alone 0" not in group.features


def is_named_thing(group: Group, passages: Sequence[Passage], lexicon: Lexicon) -> bool:
    """Return whether the word before a name says what bears it ("the ferry Ada Prat"), or an ampersand makes it a firm's."""
    return any(_bears(name, passages[name.passage].text, lexicon) for name in group.names[:_MOST_PLACES])


def gives_its_name(group: Group, passages: Sequence[Passage], lexicon: Lexicon) -> bool:
    """Return whether a name stands nowhere but before what is called after it: "the Nora Quill prize"."""
    return all(
        (rest := _THING.match(passages[name.passage].text, name.end)) is not None
        and rest.group(1) in lexicon["named_after"]
        and passages[name.passage].text.endswith(_THE, 0, name.start)
        for name in group.names[:_MOST_PLACES]
    )


def _bears(name: Name, text: str, lexicon: Lexicon) -> bool:
    if text.startswith(" & ", name.end) or text.endswith(" & ", 0, name.start):
        return lexicon.language == "en"
    before = _WORD_BEFORE.search(text, max(0, name.title_start - 24), name.title_start)
    if before is None or name.titles:
        return False
    if lexicon.language == "en" and before.group(1) == "the" and len(name.parts) > 1:
        return _ENDED.match(text, name.end) is not None  # "the ferry, the Helen Prat, was built"
    return fold(before.group(1)) in lexicon["bearers"]


def _is_eponym(name: Name, text: str, lexicon: Lexicon) -> bool:
    """Return whether a name is the owner of a disease, a law or the like: "Parkinson’s disease"."""
    owned = _OWNED.match(text, name.end)
    return owned is not None and any(word and word.lower() in lexicon["eponyms"] for word in owned.groups())
