"""Words in a text without spaces: titles and honorifics beside a place, and any of some words as one pattern."""

from __future__ import annotations

import re
from functools import cache

from reader.language.lexicon.word_lists import Lexicon

HAN = "\u3005\u3006\u4e00-\u9fff"
"""Kanji and hanzi, for a class of a pattern."""
DOTS = "・＝·‧•"
"""What parts the words of a transcribed name."""
AGE = re.compile(r"[（(][\d０-９]{1,3}[）)歳]|今年\d|，\d{1,3}岁|，\d{1,3}歲|（\d{1,3}岁")
"""An age, as it stands behind a name."""
Named = tuple[str, tuple[str, ...], str]
"""A full name, its parts with the family name last, and the role beside it."""
_LONGEST_TITLE = 8


@cache
def alternatives(words: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some words, the longest first."""
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or "(?!)")


def title_before(text: str, at: int, lexicon: Lexicon) -> str:
    """Return the title that ends where a name starts, with の between them or not."""
    before = text[max(0, at - _LONGEST_TITLE) : at].removesuffix("の")
    titles = lexicon.any_of("titles", "kin")
    return next((before[start:] for start in range(len(before)) if before[start:] in titles), "")


def title_behind(text: str, at: int, lexicon: Lexicon) -> str:
    """Return the title or honorific that starts where a name ends."""
    found = alternatives(lexicon.any_of("titles", "honorifics")).match(text, at)
    return found.group() if found else ""


def says(text: str, at: int, lexicon: Lexicon) -> bool:
    """Return whether a say-verb starts at a place."""
    return bool(alternatives(lexicon["say"]).match(text, at))


@cache
def _telling(say: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        f"(?:[对對向跟][{HAN}]{{1,10}}?|在?接?受[{HAN}]{{0,10}}?[访訪问問][时時]?)(?:{alternatives(say).pattern})"
    )


def tells(text: str, at: int, lexicon: Lexicon) -> bool:
    """Return whether somebody is told something at a place: 对记者说, 接受采访时表示."""
    return bool(_telling(lexicon["say"]).match(text, at))
