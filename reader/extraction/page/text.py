"""The letters and words of a text in one case, so that texts of different sources can be compared."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_ASCII = bytes(range(128))
_NO_WORD = bytes(code for code in _ASCII if not (chr(code).isalnum() or chr(code) == "_"))
_LOWER = bytes(range(256)).lower()
_WORDS_APART = _LOWER.translate(bytes.maketrans(_NO_WORD, b" " * len(_NO_WORD)))


def words(text: str) -> list[str]:
    """Return the words of a text, in one case."""
    return _WORD.findall(text.casefold())


def ascii_words(text: str) -> list[bytes]:
    """Return the words of a text that has ASCII characters only, in one case; several times as fast as `words`."""
    return text.encode().translate(_WORDS_APART).split()


def letters(text: str) -> str:
    """Return the letters and digits of a text, in one case."""
    if text.isascii():
        return text.encode().translate(_LOWER, _NO_WORD).decode()
    return "".join(words(text))
