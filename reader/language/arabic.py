"""Finds what may be names in Arabic, where no capital tells them.

A name starts at a given name of the lists, or behind a title or a say-verb, and goes on over what may be a name; a family name
that a full name has shown is found again wherever it stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.language.gazetteer import is_family, is_given
from reader.language.lexicon import Lexicon
from reader.language.names import Name
from reader.language.passages import Passage

_WORD = re.compile("[\u0621-\u065f\u0670-\u06d3]+")
_LINKS = frozenset({"بن", "ابن", "بنت", "أبو", "ابو", "أبي", "آل", "عبد", "أم"})
_LONGEST = 4
Spans = list[tuple[int, int]]


def find(passages: Iterable[Passage], lexicon: Lexicon) -> list[Name]:
    """Give all that may be names, in text order: full names, then the single words that repeat one of their parts."""
    lines = list(passages)
    words = [[match.span() for match in _WORD.finditer(line.text)] for line in lines]
    full = [name for index, line in enumerate(lines) for name in _full(index, line.text, words[index], lexicon)]
    parts = {part for name in full for part in (name.parts[0], name.parts[-1])}
    taken = {(name.passage, at) for name in full for at in range(name.start, name.end)}
    alone = [
        _name(index, line.text, words[index], (at, at + 1), lexicon)
        for index, line in enumerate(lines)
        for at, (start, end) in enumerate(words[index])
        if line.text[start:end] in parts and (index, start) not in taken
    ]
    return sorted([*full, *alone], key=lambda name: (name.passage, name.start))


def _full(index: int, text: str, words: Spans, lexicon: Lexicon) -> list[Name]:
    found: list[Name] = []
    at = 0
    while at < len(words):
        last = _end(text, words, at, lexicon)
        if last - at > 1:
            found.append(_name(index, text, words, (at, last), lexicon))
            at = last
        else:
            at += 1
    return found


def _end(text: str, words: Spans, first: int, lexicon: Lexicon) -> int:
    """Give the index behind the last word of a full name that starts at a word; the same index if none does."""
    word = _at(text, words, first)
    titled = first > 0 and _at(text, words, first - 1) in lexicon.any_of("titles", "titles_male", "titles_female")
    if _is_no_name(word, lexicon) or not (is_given(word) or word in _LINKS or titled):
        return first
    last = first + 1
    while last < len(words) and last - first < _LONGEST and text[words[last - 1][1] : words[last][0]] == " ":
        word = _at(text, words, last)
        linked = _at(text, words, last - 1) in _LINKS
        if _is_no_name(word, lexicon) and word not in _LINKS:
            break
        known = linked or word in _LINKS or word.startswith("ال") or is_given(word) or is_family(word)
        if not (known or (titled and last - first == 1)):
            break
        last += 1
    return last


def _at(text: str, words: Spans, index: int) -> str:
    start, end = words[index]
    return text[start:end]


def _is_no_name(word: str, lexicon: Lexicon) -> bool:
    kinds = (
        "titles",
        "roles",
        "say",
        "prepositions",
        "be",
        "that",
        "relative",
        "conjunctions",
        "not_names",
        "calendar",
        "fillers",
        "organisations",
    )
    return len(word) < 2 or word in lexicon.any_of(*kinds)


def _name(index: int, text: str, words: Spans, bounds: tuple[int, int], lexicon: Lexicon) -> Name:
    first, last = bounds
    titles = lexicon.any_of("titles", "titles_male", "titles_female", "roles")
    opening = first
    while opening > 0 and _at(text, words, opening - 1) in titles and text[words[opening - 1][1] : words[opening][0]] == " ":
        opening -= 1
    return Name(
        passage=index,
        start=words[first][0],
        end=words[last - 1][1],
        parts=tuple(text[start:end] for start, end in words[first:last]),
        titles=tuple(text[start:end] for start, end in words[opening:first]),
        title_start=words[opening][0],
    )
