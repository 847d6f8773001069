"""What a segment says of itself by its words: the tables of `data/phrases.json`, looked up.

The tables are grouped by what a segment then is (`media-player`, `related` ...), by how the words must stand in it, and by
language: `whole` is all of the segment, `start` and `end` its first and last words, `pattern` a regular expression.  All
languages are asked at once: a page does not always know its own, and the words of one say nothing else in another.
"""

from __future__ import annotations

import re
from functools import cache

from reader.extraction.hints import data_files

LONGEST = 600
"""Characters; a longer segment says more than a stock phrase does."""

_CLOCK = re.compile(r"[\d:/\s|.,x-]*\d{1,2}:\d\d[\d:/\s|.,x-]*")
_BULLETS = " •»›>▶►▸→*+-–—|"
_EDGES = " \t.:!…»›>|•·-–—*▶►▸→↓()[]【】"


Rows = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""Phrases, and the kind of each of them, by their first or last letter."""


def _by_letter(table: dict[str, str], place: int) -> Rows:
    """Return the rows of a table, in their order, by the first or the last letter of their words."""
    letters = dict.fromkeys(words[place] for words in table)
    listed = {letter: [words for words in table if words[place] == letter] for letter in letters}
    return {letter: (tuple(words), tuple(table[one] for one in words)) for letter, words in listed.items()}


class PhraseTable:
    """The tables, in the shape in which they are asked."""

    def __init__(self, listed_by: dict[str, dict[str, dict[str, list[str]]]]) -> None:
        """Turn the lists from "by kind" to "by phrase"."""
        self.whole: dict[str, str] = {}
        self.starts: dict[str, str] = {}
        self.ends: dict[str, str] = {}
        self.patterns: list[tuple[str, re.Pattern[str]]] = []
        for name, ways in listed_by.items():
            for way, languages in ways.items():
                for listed in languages.values():
                    self._take(name, way, listed)
        self._starts = _by_letter(self.starts, 0)
        self._ends = _by_letter(self.ends, -1)

    def _take(self, name: str, way: str, listed: list[str]) -> None:
        if way == "pattern":
            self.patterns += [(name, re.compile(one, re.I)) for one in listed]
            return
        table = {"whole": self.whole, "start": self.starts, "end": self.ends}[way]
        for one in listed:
            table.setdefault(one, name)

    def read(self, text: str) -> str:
        """Return the kind of stock phrase that a text is or has; empty if there is none."""
        if len(text) > LONGEST:
            return ""
        lowered = text.lower()
        if name := self.whole.get(lowered.strip(_EDGES), ""):
            return name
        bare = lowered.lstrip(_BULLETS)
        rows = self._starts.get(bare[:1])
        if rows is not None and bare.startswith(rows[0]):  # all at once: most bear none
            return next(name for words, name in zip(*rows, strict=True) if bare.startswith(words))
        rows = self._ends.get(lowered[-1:])
        if rows is not None and lowered.endswith(rows[0]):
            return next(name for words, name in zip(*rows, strict=True) if lowered.endswith(words))
        if len(text) < 60:
            return self._read_short(text)
        return ""

    def _read_short(self, text: str) -> str:
        if ":" in text and _CLOCK.fullmatch(text):
            return "media-player"
        return next((name for name, pattern in self.patterns if pattern.search(text)), "")


@cache
def known() -> PhraseTable:
    """Return the tables, read once."""
    return PhraseTable(data_files.phrases())
