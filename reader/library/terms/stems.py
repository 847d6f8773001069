"""The stem of a word, by which its forms find each other: floods and flooding are of flood (snowballstem.org)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reader.library.terms.folding import fold, plainly

_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{4,}")
"""Words of fewer letters have no stem worth looking for."""


def words_of(text: str) -> set[str]:
    """Return the words of a text that may have a stem, in lower case."""
    return set(_WORD.findall(text.lower()))


def stem_of(word: str, language: str) -> str:
    """Return the folded stem of a word; empty for a language that has no stemmer, and for what is no word."""
    stemmer = _stemmer(language.partition("-")[0])
    return fold(plainly(stemmer(word.lower()))) if stemmer and _WORD.fullmatch(word) else ""


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    import snowballstemmer  # noqa: PLC0415 - it loads thirty languages, for a library that may never be written to

    name = _ALGORITHMS.get(language)
    return snowballstemmer.stemmer(name).stemWord if name in snowballstemmer.algorithms() else None
