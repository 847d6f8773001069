"""Tells acronyms from words, and where one parts from the name beside it: "NATO", but not "DCI Will Nash"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.lexicon.gazetteer import is_family, is_given
from reader.language.lexicon.name_forms import NUMERALS
from reader.language.lexicon.word_lists import Lexicon

_SHOUTED = 4  # letters up to which a word in capitals is no family name, unless the lists have it
_SHORT = 6  # letters below which a word behind an acronym is its own name's


def is_acronym(word: str) -> bool:
    """Return whether a word is written in capitals alone; a monarch's number is not meant."""
    return len(word) > 1 and word.isupper() and "." not in word and "-" not in word and word.lower() not in NUMERALS


def parts_company(opening: Sequence[str], word: str, lexicon: Lexicon) -> bool:
    """Return whether a word leaves the run of capitals before it, since one of both is an acronym.

    Not so "Emmanuel MACRON", where the family name is in capitals, nor a rank before a given name, "DCI Will".

    Args:
        opening: the first two words of the run, or the one that there is.
        word: the word.
        lexicon: of the language.
    """
    other = opening[0]
    if is_acronym(other) and other.lower() in lexicon["titles"]:
        ranked = opening[1] if len(opening) > 1 else word
        if is_given(ranked) and not is_acronym(ranked):
            return False if len(opening) == 1 else parts_company(opening[1:], word, lexicon)
    if is_acronym(word) == is_acronym(other):
        return False
    if is_acronym(word):
        return not (is_given(other) and (len(word) > _SHOUTED or is_family(word)))
    return len(other) < _SHORT and not (is_family(other) and is_given(word))
