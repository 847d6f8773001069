"""Tells what stands before a name without being part of it: a body, a place, common words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from reader.language.lexicon.gazetteer import is_common, is_family, is_given, is_place
from reader.language.lexicon.word_lists import Lexicon

_LONGEST_PLACE = 10  # words in the longest name of the gazetteer of places


def behind_a_body(words: Sequence[str], lexicon: Lexicon) -> int:
    """Return at which word a person's name starts behind what is none of it, else 0: "Refugee Council Enver Solomon"."""
    if len(words) < 3 or lexicon.language != "en":
        return 0
    bodies = lexicon.any_of("organisations", "places")
    outside = sum(1 for _ in takewhile(partial(_is_before_a_name, lexicon=lexicon), words))
    for at in range(len(words) - 2, 0, -1):
        if not is_given(words[at]) or words[at].lower() in bodies or words[-1].lower() in bodies:
            continue
        place = at <= _LONGEST_PLACE and not is_given(words[0]) and is_place(" ".join(words[:at]))
        body = words[at - 1].lower() in bodies and at > 1
        if place or body or at <= outside:
            return at
    return 0


def _is_before_a_name(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word can only stand before a name without being part of it, or its title: "Relations Alia Salem"."""
    return is_no_name(word) and word.lower() not in lexicon.any_of("titles", "titles_male", "titles_female", "demonyms")


def is_no_name(word: str) -> bool:
    """Return whether a word is a place's name or a common word, and nobody's name."""
    return (is_common(word) or is_place(word)) and not (is_given(word) or is_family(word))
