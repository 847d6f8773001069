"""Text as it is indexed and sought: letters that are typed plainly find those that are printed with care.

SQLite's `unicode61` folds case and the diacritics of Latin letters. Folded here is what it leaves: strokes and ligatures,
Cyrillic ё, Greek accents and the final sigma, the vowel marks of Arabic and Hebrew, and forms of compatibility (subscripts,
full-width letters; NFKC of UAX #15).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WHOLE = {
    **dict(zip("øØłŁđĐðÐħĦıёЁأإآٱىς", "oollddddhhiееاااايσ", strict=True)),
    **{letter: pair for pair, letters in {"ss": "ßẞ", "ae": "æÆ", "oe": "œŒ", "th": "þÞ"}.items() for letter in letters},
}
_MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"
_FOLDED = re.compile(f"[{''.join(_WHOLE)}{_MARKS}{_GREEK}]")
_NO_WORD = re.compile(f"[{_MARKS}]")


def plainly(text: str) -> str:
    """Return text as it goes into the index, but for the case of its letters."""
    return text if text.isascii() else _FOLDED.sub(_plain, unicodedata.normalize("NFKC", text))


def fold(text: str) -> str:
    """Return text in lower case without diacritics, character for character."""
    return text.lower() if text.isascii() else "".join(map(_base, text))


def flatten(text: str) -> tuple[str, list[int] | None]:
    """Return text as it is compared, in lower case, and from which character each of its characters came; None: the same."""
    if text.isascii():
        return text.lower(), None
    parts = [_flat(character) for character in text]
    flat = "".join(parts)
    if len(flat) == len(text) and all(len(part) == 1 for part in parts):
        return flat, None
    return flat, [at for at, part in enumerate(parts) for _ in part]


def _plain(found: re.Match[str]) -> str:
    letter = found.group()
    if letter in _WHOLE:
        return _WHOLE[letter]
    return "" if _NO_WORD.match(letter) else _WHOLE.get(_base(letter), _base(letter))


@lru_cache(maxsize=8192)
def _flat(character: str) -> str:
    return "".join(map(_base, _FOLDED.sub(_plain, unicodedata.normalize("NFKC", character))))


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    # In Hangul and kana, what a character is made of tells words apart.
    is_marked = character < "\u1100" or "\u1e00" <= character < "\u2000"
    base = (unicodedata.normalize("NFD", character)[0] if is_marked else character).lower()
    return base if len(base) == 1 else character
