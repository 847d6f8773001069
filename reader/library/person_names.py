"""What a name is looked up by: one form for all the ways in which a name of one person is written, and no more than that.

Folded are case, diacritics (also of letters that Unicode does not take apart: ø, ł, ß), apostrophes, hyphens, the forms of
address before it, and middle initials; not what tells two people apart, such as `Jr`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.library.fulltext import UNSPACED
from reader.library.terms.folding import fold

_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_WHOLE = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "þ": "th",
        "ð": "d",
        "’": "'",
        "ʼ": "'",
    }
)
_ADDRESS = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame rev herr frau monsieur madame mme mlle signor signora senor senora".split()
)
_SMALL = frozenset("a an the of in at for and de des du la le les der die das von del di el e y et und".split())
_CJK_NAME = 3
"""Characters of a name in a script without spaces from which on it is more than a family name."""


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """Return the form of a name under which it is looked up.

    Initials at the start are one word (J. K. and JK are the same); those in the middle are left out, for articles leave them
    out too: `initials` tells whether two names disagree about them.
    """
    words = _words(name)
    inner = [word for word in words[1:-1] if len(word) > 1 or not word.isalpha()]
    return " ".join([*words[:1], *inner, *words[1:][-1:]])


def initials(name: str) -> str:
    """Return the middle initials of a name; empty if it has none."""
    return "".join(word for word in _words(name)[1:-1] if len(word) == 1 and word.isalpha())


def is_full(folded: str) -> bool:
    """Return whether the looked-up form of a name is enough to know a person by: more than a family name and one initial."""
    first, *rest = folded.split(" ")
    if rest:
        return len(first) > 1 or len(rest) > 1
    return bool(UNSPACED.fullmatch(folded) or _is_hangul(folded)) and len(folded) >= _CJK_NAME


def role_words(role: str) -> frozenset[str]:
    """Return the words of a role that say something."""
    return frozenset(_WORDS.findall(fold(role))) - _SMALL


def _words(name: str) -> list[str]:
    words = _WORDS.findall(fold(name).translate(_WHOLE))
    while len(words) > 1 and words[0] in _ADDRESS:
        del words[0]
    lead = next((at for at, word in enumerate(words) if len(word) > 1 or not word.isalpha()), len(words))
    return ["".join(words[:lead]), *words[lead:]] if 1 < lead < len(words) else words


def _is_hangul(text: str) -> bool:
    return all("\uac00" <= character <= "\ud7a3" for character in text)
