"""What is known of names before an article is read: given and family names, places, common words.

The lists are built from openly licensed sources by `tests/training/quotes/gazetteer.py` and say at their head which.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from reader.language.lexicon.word_lists import Sections, fold, sections

_GIVEN = frozenset({"female", "male", "either"})
_BENT = (
    *(("ies", "y"), ("ied", "y"), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")),
    *(("ly", ""), ("ness", ""), ("less", ""), ("ful", "")),
)
"""How English words end when they are bent, and what stands instead in the word itself."""
_DERIVED = ("tion", "sion", "ment", "ism", "ology", "ship", "able", "ible", "ical", "ity", "ive", "ous", "ize", "graphy")
_SHORT = 6  # letters of a word that may end so by chance: "Vision"
_THEOPHORIC = ("abdel", "abdul", "abdal")  # Arabic "servant of", one given name with what follows


@cache
def _with_own(script: str, own_list: str) -> Sections:
    """Return the names of a script: of the sources, and of the own list, which has what they lack."""
    listed, own = sections(f"names-{script}"), sections(own_list)
    return {kind: listed[kind] | own.get(kind, frozenset()) for kind in listed}


def _names(word: str) -> Sections:
    sign = word[:1]
    if sign < "\u0400" or "\u1e00" <= sign < "\u2000":
        return _with_own("latin", "names-own")
    if sign <= "\u04ff":
        return _with_own("cyrillic", "names-own-cyrillic")
    return sections("names-arabic" if sign <= "\u06ff" else "names-han")


def sex(given: str) -> str:
    """Return "f" or "m" where a given name is clearly a woman's or a man's, else nothing."""
    lists = _names(given)
    folded = fold(given)
    female, male = folded in lists.get("female", ()), folded in lists.get("male", ())
    return "f" if female and not male else "m" if male and not female else ""


@lru_cache(maxsize=4096)
def is_given(word: str) -> bool:
    """Return whether a word is a known given name; of a double name ("Jean-Paul"), the first part."""
    lists = _names(word)
    folded = fold(word)
    if folded.startswith(_THEOPHORIC) and len(folded) > 7:
        return True
    forms = {form for form in (folded, folded.partition("-")[0]) if len(form) > 1}
    return any(not names.isdisjoint(forms) for kind, names in lists.items() if kind in _GIVEN)


def is_family(word: str) -> bool:
    """Return whether a word is a known family name."""
    return fold(word) in _names(word).get("family", ())


def is_place(words: str) -> bool:
    """Return whether some words are the name of a country, a large city or a US state."""
    return fold(words) in sections("places")["places"]


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Return whether a word is a common English one; a name that ends like a bent word ("Hayes") is not."""
    low, words = word.lower(), sections("words-en")["words"]
    american = low.replace("our", "or")  # as the list spells
    if low in words or american in words:
        return True
    bent = is_derived(low) or any(base in words or is_derived(base) for base in (*bases(low), *bases(american)))
    return bent and not (is_family(word) or is_given(word))


def is_derived(word: str) -> bool:
    """Return whether a word in lower case ends as no name does, but for those of the lists ("Blankenship")."""
    return len(word) > _SHORT and word.endswith(_DERIVED)


def bases(word: str) -> Iterator[str]:
    """Yield what a word in lower case may be a bent form of: "studies" of "study", "planned" of "plan"."""
    for ending, instead in _BENT:
        stem = word.removesuffix(ending)
        if len(stem) > 1 and stem != word:
            yield stem + instead
            if instead == "" and len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
