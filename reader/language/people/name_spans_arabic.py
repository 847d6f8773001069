"""Finds what may be names in Arabic, where no capital tells them.

A name starts at a given name of the lists, or behind a title or a say-verb, and goes on over what may be a name; a family name
that a full name has shown is found again wherever it stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.language.lexicon.gazetteer import is_family, is_given
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.name_spans import Name
from reader.language.text.passages import Passage

_WORD = re.compile("[\u0621-\u065f\u0670-\u06d3]+")
_LINKS = frozenset({"بن", "ابن", "بنت", "أبو", "ابو", "أبي", "آل", "عبد", "أم"})
_SON_OF = frozenset({"بن", "ابن", "بنت"})
_ARTICLE, _OF_THE = "ال", ("ال", "لل", "بال")
_PRESENT = ("ي", "ت")
"""How verbs open that tell what somebody does: "الوزير يزور"."""
_LONGEST = 4
Spans = list[tuple[int, int]]


def find_arabic_names(passages: Iterable[Passage], lexicon: Lexicon) -> list[Name]:
    """Return all that may be names, in text order: full names, then the single words that repeat one of their parts."""
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
    """Return the index behind the last word of a full name that starts at a word; the same index if none does."""
    word = _at(text, words, first)
    if _is_no_name(word, lexicon):
        return first
    titled = not word.startswith(_OF_THE) and _is_titled(text, words, first, lexicon)
    if not (is_given(word) or word in _LINKS or titled):
        return first
    last = first + 1
    while last < len(words) and last - first < _LONGEST and text[words[last - 1][1] : words[last][0]] == " ":
        word = _at(text, words, last)
        if _is_no_name(word, lexicon) and word not in _LINKS:
            break
        so_far = [_at(text, words, at) for at in range(first, last)]
        linked = so_far[-1] in _LINKS
        known = linked or word in _LINKS or is_given(word) or is_family(word) or _is_family_name(word, so_far)
        if not (known or (titled and last - first == 1)):
            break
        last += 1
    return last


def _is_family_name(word: str, so_far: Sequence[str]) -> bool:
    """Return whether a word with the article may be a family name: behind a given name, not behind "بن" or another."""
    return word.startswith(_ARTICLE) and all(is_given(part) or (part in _LINKS and part not in _SON_OF) for part in so_far)


def _is_titled(text: str, words: Spans, first: int, lexicon: Lexicon) -> bool:
    """Return whether a name that no list has starts at a word: behind a title alone, or a speaker's title."""
    opening = _titles(text, words, first, lexicon)
    if opening == first:
        return False
    before = _at(text, words, opening - 1) if opening else ""
    says = {before, before[1:]} & lexicon.any_of("say", "weak")
    if _at(text, words, first - 1) in lexicon.any_of("titles", "titles_male", "titles_female"):
        ahead = [_at(text, words, at) for at in range(first + 1, min(first + _LONGEST, len(words)))]
        return not any(map(is_given, ahead)) and (bool(says) or not _at(text, words, first).startswith(_PRESENT))
    return bool(says)


def _titles(text: str, words: Spans, first: int, lexicon: Lexicon) -> int:
    """Return the first of the words before a name that are its title, with what belongs to it: "وزير المياه"."""
    titles = lexicon.any_of("titles", "titles_male", "titles_female", "roles")
    opening = at = first
    while at > 0 and opening - at < _LONGEST and text[words[at - 1][1] : words[at][0]] == " ":
        at -= 1
        word = _at(text, words, at)
        if word in titles or (_ARTICLE + word in titles and opening != at + 1):
            opening = at
        elif not (word.startswith(_OF_THE) or word in lexicon["organisations"]) or word in lexicon["calendar"]:
            break
    return opening


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
    verbs = lexicon.any_of("say", "weak")
    return len(word) < 2 or word in lexicon.any_of(*kinds) or (word[0] in "وف" and word[1:] in verbs)


def _name(index: int, text: str, words: Spans, bounds: tuple[int, int], lexicon: Lexicon) -> Name:
    first, last = bounds
    opening = _titles(text, words, first, lexicon)
    before = [text[start:end] for start, end in words[opening:first]]
    titles = lexicon.any_of("titles", "titles_male", "titles_female", "roles")
    return Name(
        passage=index,
        start=words[first][0],
        end=words[last - 1][1],
        parts=tuple(text[start:end] for start, end in words[first:last]),
        titles=tuple(word for word in before if word in titles or _ARTICLE + word in titles),
        title_start=words[opening][0],
    )
