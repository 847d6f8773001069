"""What the words of a name look like, wherever they stand: given names, common words, places, marks of things."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language.lexicon.acronyms import is_acronym
from reader.language.lexicon.gazetteer import is_common, is_family, is_given, is_place
from reader.language.lexicon.name_forms import is_east_asian, nominatives
from reader.language.lexicon.word_lists import Lexicon, fold
from reader.language.lexicon.word_lists import lexicon as lexicon_of
from reader.language.people.slavic import is_place_in_case

_ARABIC = ("al-", "el-", "al‑", "el‑")
_ACRONYMS = re.compile("[A-Z]{2,}s")
_ENDS = tuple("ton ville shire burg burgh borough ham wick stead bury land stan ford mouth dale polis".split())
_SHORT = 5  # letters of a word whose ending tells nothing
_WORD_CLUES = {
    "organisation": "organisations",
    "place-word": "places",
    "demonym": "demonyms",
    "calendar": "calendar",
}


_LAST_CLUES = {"organisation-last": "organisations", "place-word-last": "places"}


@lru_cache(maxsize=4096)
def looks(parts: tuple[str, ...], language: str) -> frozenset[str]:
    """Return what the words of a name tell by themselves, wherever they stand; the same names come back in the news."""
    lexicon = lexicon_of(language)
    words = [part for part in parts if part[0].isupper() or "-" in part or not part[0].islower()]
    if not words:
        return frozenset({"no-word"})
    found = {f"words-{min(len(words), 5)}"}
    if any(len(word) == 1 for word in words):
        found.add("single letter")
    given = any(map(is_given, nominatives(words[0], lexicon.language)))
    family = any(map(is_family, nominatives(words[-1], lexicon.language))) or words[-1].lower().startswith(_ARABIC)
    first_common, last_common = is_common(words[0]), is_common(words[-1])
    if is_east_asian(parts):
        given, family, first_common, last_common = True, True, False, False
    size = "1" if len(words) == 1 else "2"
    if given and len(parts) > len(words):
        last_common = False  # "Charles de la Tour"
    if size == "2" and given and not last_common:
        first_common = False  # "Bill", "Mark" before what is no word
    found.add(f"{size}-given-{given:d}-family-{family:d}")
    found.add(f"{size}-common-{first_common:d}{last_common:d}")
    if len(words) > 1:
        found.add(f"given-{given:d}-common-{first_common:d}-family-{family:d}-common-{last_common:d}")
        if any(len(part) <= 3 and part.endswith(".") for part in parts[1:]):
            found.add("initial-inside")
        if parts[0].endswith("."):
            found.add("initials-first")
    if len(parts) > len(words):
        found.add("particle")
    return frozenset(found | _word_features(words, parts, size, lexicon))


def _word_features(words: list[str], parts: tuple[str, ...], size: str, lexicon: Lexicon) -> set[str]:
    """Return what the words of a name are beside names: organisations', places', titles ..."""
    if is_east_asian(parts):
        return set()
    low = [fold(word).rstrip(".") for word in words]
    found = {f"{size}-{clue}" for clue, section in _WORD_CLUES.items() if not lexicon[section].isdisjoint(low)}
    found |= {f"{size}-{clue}" for clue, section in _LAST_CLUES.items() if low[-1] in lexicon[section]}
    if any(word in lexicon["not_names"] and not is_given(word) for word in low):
        found.add(f"{size}-function-word")
    if _ends_as_places_do(low[-1]):
        found.add(f"{size}-ends-as-places-do")
    if not lexicon.any_of("titles", "roles").isdisjoint(low):
        found.add(f"{size}-title-inside")
    if is_place_in_case(parts, lexicon.language) or " ".join(low) in lexicon["regions"]:
        found.add(f"{size}-place")
    elif len(words) > 1:
        found |= _place_features(words)
    if len(words) > 1 and low[-1].endswith("s") and is_common(words[-1]) and not is_family(words[-1]):
        found.add("plural-last")  # "Los Angeles Chargers", "Golden Globes"
    return found | _letter_features(words, parts, size)


def _letter_features(words: list[str], parts: tuple[str, ...], size: str) -> set[str]:
    found: set[str] = set()
    if any(_ACRONYMS.fullmatch(word) for word in words):
        found.add("acronyms")
    if any(is_acronym(word) for word in parts):
        found.add(f"{size}-acronym" if not all(is_acronym(word) for word in parts) or size == "1" else "2-all-capitals")
    if any(sign.isdigit() for word in parts for sign in word):
        found.add("digit")
    if re.search(r"[a-z][A-Z]", words[-1]) and not words[-1].startswith(("Mc", "Mac", "De", "Di", "Van", "Le", "La", "O")):
        found.add("camel")
    return found


def _place_features(words: list[str]) -> set[str]:
    """Return where a place stands in a name of several words, and whether it may as well be a person's: "Paris Hilton"."""
    found: set[str] = set()
    if is_place(words[-1]):
        found.add("place-or-family-last" if is_family(words[-1]) else "place-last")
    if is_place(words[0]) or (len(words) > 2 and is_place(" ".join(words[:2]))):
        found.add("place-or-given-first" if is_given(words[0]) else "place-first")
    return found


def _ends_as_places_do(word: str) -> bool:
    """Return whether a word in lower case ends as towns do: "workington"."""
    return len(word) > _SHORT and word.removesuffix("s").endswith(_ENDS)
