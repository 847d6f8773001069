"""Gives a person's role as the article prints it: from the title before the name, or the apposition beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.language.lexicon.gazetteer import is_given
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.entity import PersonEntity, sex_of_words
from reader.language.people.name_spans import Name
from reader.language.text.passages import Passage

_WORD_BEFORE = re.compile(r"([\w’'.-]+)[ \u00a0]+$")
_APPOSITION = re.compile(
    r"(?:,| [—–-]{1,2}| \()[ \u00a0]*(.{3,90}?)(?=[,;()—–:\"“”«»]|\.(?=\s+[^\Wa-z]|\s*$)|\s[—–-]{1,2}\s|$)"
)
_OF = re.compile(r"(?:(?<!\w)[A-Z]\w+ )?(?<!\w)(?:Secretary|Minister|Chief|Chair|Leader) (?:of|for) $")  # "Secretary of State"
_AGE = re.compile(r",[ \u00a0](?:aged )?\d\d?(?:[ -]\w+[ -]\w+)?(?=,)|[ \u00a0]\(\d\d?\)(?=,)")
_OWNERS = ("’s", "'s")
_STOPS = (
    "determiners",
    "prepositions",
    "be",
    "say",
    "weak",
    "fillers",
    "that",
    "relative",
    "conjunctions",
    "he",
    "she",
    "they",
    "first",
    "articles",
    "by",
)
_WORD = re.compile(r"[\w-]+")
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.){2}$")  # "ambassador to the U.K."; any other full stop ends the sentence
_MOST_PLACES = 8  # of a name that are looked at
_SHORT = 5  # letters of a word whose ending tells nothing
_WINDOW = 80  # characters before a name in which a role before a comma stands
_MOST_BEFORE = 7  # blanks in a role before a comma
_NATION = 40  # characters before a name in which a nationality stands
_LONGEST = 5  # words of a title before a name


def describe(entity: PersonEntity, passages: Sequence[Passage], lexicon: Lexicon) -> None:
    """Set the best role of a person that the article prints, and all words that describe him or her."""
    titles, appositions, peoples = [], [], list[str]()
    for name in entity.names[:_MOST_PLACES]:
        text = passages[name.passage].text
        if before := _title(name, text, lexicon):
            titles.append(before)
        peoples += (*_nationality(name, text, lexicon), *_trade(name, text, lexicon))
        if beside := (
            _apposition(name, text, lexicon) or _apposition_before(name, text, lexicon) or _predicate(name, text, lexicon)
        ):
            appositions.append(beside)
    entity.described = {word for words in (*titles, *appositions, *peoples) for word in _WORD.findall(words.lower())}
    if titles and (not appositions or len(titles[0].split()) > 1 or not _is_weak(titles[0], lexicon)):
        entity.role = max(titles[:3], key=lambda words: (len(words.split()) > 1, -titles.index(words)))
    else:
        entity.role = appositions[0] if appositions else max(titles, key=len, default="")
    entity.sex = entity.sex or sex_of_words(_WORD.findall(entity.role.lower()), lexicon)


def is_role(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word in lower case is a role or a trade: listed, or ending as trades do ("apiculteur")."""
    known = word in lexicon.any_of("roles", "titles", "kin")
    return known or (len(word) > _SHORT and word.endswith(tuple(lexicon["trade_endings"])))


def _is_weak(title: str, lexicon: Lexicon) -> bool:
    return title.lower().rstrip(".") in lexicon.any_of("titles_male", "titles_female")


def _nationality(name: Name, text: str, lexicon: Lexicon) -> list[str]:
    """Return the people or party told shortly before a name: "Croatian center Marko Kralj"."""
    before = text[max(0, name.title_start - _NATION) : name.title_start].split()[-_LONGEST + 1 :]
    while before and before[0].lower() not in lexicon["demonyms"]:
        before.pop(0)
    rest = [word.lower() for word in before[1:]]
    plain = all(word.isalpha() and not _stops(word, lexicon) for word in rest)
    return [before[0]] if before and plain and before[0].isalpha() else []


def _trade(name: Name, text: str, lexicon: Lexicon) -> list[str]:
    """Return the roles in lower case before a title: "consultant obstetrician Dr Ana Prat"."""
    found: list[str] = []
    for word in reversed(text[max(0, name.title_start - _NATION) : name.title_start].split() if name.titles else []):
        if not is_role(word, lexicon):
            break
        found.append(word)
    return found


def _title(name: Name, text: str, lexicon: Lexicon) -> str:
    """Return the title before a name: capitalised ones, or a role noun in lower case with what says more about it."""
    polite = lexicon.any_of("titles_male", "titles_female")
    known = lexicon.any_of("roles", "titles")
    titles = [title for title in name.titles if title.lower().rstrip(".") not in polite]
    if titles:
        start = text.index(titles[0], name.title_start)
        start -= len(wider.group()) if (wider := _OF.search(text[max(0, start - 32) : start])) else 0
        has_head = any(title.lower().rstrip(".") in known for title in titles)
        return text[start : name.start].strip(" ,:\u00a0") if has_head else ""
    start, taken = name.title_start, 0
    while taken < _LONGEST and (before := _WORD_BEFORE.search(text[max(0, start - 30) : start])):
        word = before.group(1)
        if word.lower() not in known and (
            not taken or _stops(word.lower(), lexicon) or not _is_bounded(text, start - len(before.group(0)), lexicon)
        ):
            break
        start -= len(before.group(0))
        taken += 1
    return text[start : name.start].strip(" ,:\u00a0")


def _is_bounded(text: str, start: int, lexicon: Lexicon) -> bool:
    """Return whether what stands before a word can end there: else the word may be a verb ("Moran joined spokesman Prat")."""
    before = text[max(0, start - 24) : start].rstrip(" \u00a0")
    word = before.rpartition(" ")[2]
    return not before or not word[-1].isalnum() or _stops(word.lower(), lexicon) or word.lower() in lexicon["titles"]


def _stops(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon["modifiers"]:
        return False
    return word in lexicon.any_of(*_STOPS) or word.endswith((*_OWNERS, ".", "ed", "ing")) or word[0].isdigit()


def _apposition(name: Name, text: str, lexicon: Lexicon) -> str:
    age = _AGE.match(text, name.end)
    match = _APPOSITION.match(text, age.end() if age else name.end)
    return _checked(match.group(1), lexicon, beside=True) if match else ""


def _predicate(name: Name, text: str, lexicon: Lexicon) -> str:
    """A role that a verb ties to the name: "Kovacs, who is the city's engineer", "Kovacs became director"."""
    words = text[name.end : name.end + 120]
    parts = words.replace(",", " ", 1).split(maxsplit=3) if words[:1] in ", " else []
    if parts and parts[0].lower() in lexicon["relative"]:
        parts = parts[1:]
    verb = next((size for size in (2, 1) if " ".join(parts[:size]).lower() in lexicon["copulas"]), 0)
    if not verb:
        return ""
    behind = words.partition(f"{parts[verb - 1]} ")[2]
    match = _APPOSITION.match(f", {behind}")
    return _checked(match.group(1), lexicon) if match else ""


def _checked(words: str, lexicon: Lexicon, *, beside: bool = False) -> str:
    """Return an apposition cut to its noun phrase; empty if it is none.

    Args:
        words: what stands between the commas.
        lexicon: of its language.
        beside: right behind the name, where any noun phrase with an indefinite article is a role: "Kovacs, a Belgian".
    """
    parts = words.split()
    if not parts:
        return ""
    first = parts[0].lower()
    if (first in lexicon["relative"] and first not in lexicon["determiners"]) or (
        len(parts) > 2 and parts[1].lower() in lexicon["of"] and parts[2].lower() in lexicon["they"]
    ):
        return ""  # "whose father owned it", "one of them"
    if first in lexicon["conjunctions"] or _names_another(parts, lexicon):
        return ""
    for at, part in enumerate(parts):
        joins = part.lower() in lexicon["conjunctions"] and " ".join(parts[at + 1 : at + 2]).lower() in lexicon["first"]
        if at and (part.lower() in lexicon["relative"] or joins):
            parts = parts[:at]
            break
    low = [part.lower().strip(".,") for part in parts]
    head = any(is_role(word, lexicon) or word.endswith(("-year-old", "-jährige", "-jähriger")) for word in low[:6])
    indefinite = beside and first in lexicon["articles"] and first not in lexicon["definite"]
    head = head or (
        indefinite and len(low) > 1 and low[1] not in lexicon.any_of("not_roles", "organisations", "places", "works")
    )
    opens = (
        first in lexicon["determiners"]
        or is_role(first, lexicon)
        or re.match(r"\d\d-", first) is not None
        or first in lexicon["demonyms"]
        or (first != parts[0] and any(part.endswith(_OWNERS) for part in parts[:3]))  # "Port Ansel’s deputy mayor"
    )
    verb = low[0] in lexicon["weak"] or any(word in lexicon["be"] or word in lexicon["say"] for word in low[:4])
    if not (opens or any(is_role(word, lexicon) for word in low[:2])) or not head or verb:
        return ""
    phrase = " ".join(parts)
    return phrase if _ABBREVIATED.search(phrase) else phrase.rstrip(".")


def _names_another(parts: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether what looks like a role is the next in a list: "Brunel, the billionaire Glen Dubb and the lawyer ..."."""
    named = any(role.lower() in lexicon["roles"] and name[0].isupper() and is_given(name) for role, name in pairwise(parts))
    return named and not any(part.endswith(_OWNERS) for part in parts)  # "President Ada Prat’s adviser"


def _apposition_before(name: Name, text: str, lexicon: Lexicon) -> str:
    """A role before a comma and the name: "Malaysia's prime minister, Najib Razak,"."""
    if not re.search(r",[ \u00a0]$", text[max(0, name.title_start - 2) : name.title_start]):
        return ""
    window = text[max(0, name.title_start - _WINDOW) : name.title_start - 2]
    if name.title_start > _WINDOW:
        window = window.partition(" ")[2]  # behind a word that the window cuts
    before = _noun_phrase(re.split(r"[,;:.()—–\"“”«»]", window)[-1].strip(), lexicon)
    closed = text[name.end : name.end + 1] in {",", ".", ""}
    plain = (
        text[name.end : name.end + 1] == ","
        and before[:1].isupper()
        and before.split()[0].lower() in lexicon["articles"]
        and before[1:].islower()
        and before.count(" ") < _LONGEST
    )
    role = before if plain else _checked(before, lexicon) or _checked(_tail(before, lexicon, closed=closed), lexicon)
    if role.count(" ") > _MOST_BEFORE:
        return ""  # a clause
    opens_sentence = role.partition(" ")[0].lower() in lexicon.any_of("articles", "determiners")
    return role[:1].lower() + role[1:] if opens_sentence else role


def _noun_phrase(words: str, lexicon: Lexicon) -> str:
    """Return what stands behind a verb, if that is a role: of "Kovacs credited the bus driver", "the bus driver"."""
    parts = words.split()
    joins = lexicon.any_of("prepositions", "conjunctions", "of", "that", "relative")
    for at in range(len(parts) - 1, 1, -1):
        ahead = parts[at - 1].lower()
        if parts[at].lower() in lexicon["determiners"] and ahead not in joins and ahead not in lexicon["determiners"]:
            return _checked(" ".join(parts[at:]), lexicon) or words
    return words


def _tail(words: str, lexicon: Lexicon, *, closed: bool) -> str:
    """Return the last noun phrase: of "assure son président", "son président"; elsewhere a comma must close the name too."""
    parts = words.split()
    said = next((at for at in range(len(parts), 0, -1) if parts[at - 1].lower() in lexicon.any_of("say", "weak")), 0)
    while said and said < len(parts) and parts[said].lower() in lexicon["fillers"] - lexicon["determiners"]:
        said += 1
    opens = next((at for at in range(len(parts) - 1, 0, -1) if parts[at].lower() in lexicon["determiners"]), 0)
    return " ".join(parts[said or opens :]) if said or (closed and opens) else ""
