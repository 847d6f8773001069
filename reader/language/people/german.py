"""Where names begin and end in German, which capitalises all nouns."""

from __future__ import annotations

from reader.language.lexicon.gazetteer import is_family, is_given

OPENERS = frozenset({"von", "vom", "zu", "zum", "zur"})
"""Words before a name that are no part of it there: "eine Rede von Uwe Roth"."""


def start(words: list[str], first: int, kin: frozenset[str]) -> int:
    """German capitalises all nouns: a name starts at its given name, behind "Mann" or "Witwe" alone as well.

    Args:
        words: of the run, in lower case.
        first: where a name may start at the earliest.
        kin: words for relatives.
    """
    for at in range(first, len(words)):
        known = words[at] not in OPENERS and is_given(words[at])
        noun = words[first] in OPENERS or not is_given(words[first])
        if known and at > first and ((noun and at < len(words) - 1) or words[at - 1] in kin):
            return at
    return first


def end(text: str, pieces: list[tuple[int, int]], first: int, last: int) -> int:
    """Return where a name in the genitive ends before the noun that it owns: "Angela Wirths Rede"."""
    words = [text[a:b] for a, b in pieces[first:last]]
    if len(words) == 3 and is_given(words[0]) and words[1].endswith("s") and not (is_given(words[1]) or is_family(words[2])):
        return last - 1
    return last
