"""Tells a Slavic name from what stands before it in another case: a country, a body, a kinsman, a firm in Latin letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reader.language.lexicon.gazetteer import is_given, is_place
from reader.language.lexicon.name_forms import bends, nominatives, stem
from reader.language.lexicon.word_lists import fold, sections

_CYRILLIC = frozenset({"ru", "uk"})
_FULL = 2  # words of a name with its family name


def name_start(words: Sequence[str], language: str) -> int:
    """Return at which word of a run its last name starts: "президент [России Николай] Белов"; 0 if the run is one name."""
    if not bends(language) or len(words) < _FULL:
        return 0
    if language in _CYRILLIC and (at := _behind_other_letters(words)):
        return at
    given = [_is_given_in_case(word, language) for word in words]
    if given[0] and not (place := _place_end(words, language)):
        kin = len(words) >= 2 * _FULL and not given[1] and given[2]
        return 2 if kin else 0  # "zięć Romana Halickiego Jerzy Osmólski"
    if len(words) > _FULL and any(given[1:-1]):
        return given.index(True, 1)
    place = _place_end(words, language)
    return place if len(words) - place >= _FULL else 0


def is_place_in_case(words: Sequence[str], language: str) -> bool:
    """Return whether some words are a place in any case: "России", "Великої Британії"."""
    if not bends(language):
        return is_place(" ".join(words))
    stems = " ".join(stem(fold(word), language) for word in words)
    return is_place(" ".join(words)) or (stems in _place_stems(language) and not _is_given_in_case(words[0], language))


def is_in_other_letters(word: str, language: str) -> bool:
    """Return whether a word is in Latin letters in a text in Cyrillic ones, as firms are."""
    return language in _CYRILLIC and word[:1] < "\u0400"


def _behind_other_letters(words: Sequence[str]) -> int:
    cyrillic = [word[0] >= "\u0400" for word in words]
    return next((at for at in range(len(words) - 1, 0, -1) if cyrillic[at] != cyrillic[at - 1]), 0)


def _is_given_in_case(word: str, language: str) -> bool:
    return any(map(is_given, nominatives(word, language)))


def _place_end(words: Sequence[str], language: str) -> int:
    """Return behind which word a place ends that a run begins with."""
    return next((at for at in range(len(words) - 1, 0, -1) if is_place_in_case(words[:at], language)), 0)


@cache
def _place_stems(language: str) -> frozenset[str]:
    known = (name for name in sections("places")["places"] if (name[0] >= "\u0400") == (language in _CYRILLIC))
    return frozenset(" ".join(stem(word, language) for word in name.split()) for name in known)
