"""Finds the noun phrase behind "according to" that no other rule takes: "laut Feuerwehr", "selon nos informations"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.lexicon.word_lists import Lexicon
from reader.language.text.tokens import QUOTE, TokenRow

_LONGEST_PHRASE = 4  # words of "in the words of"
_NAME_REACH = 5  # words in which a name makes the phrase its own
_HEAD_REACH = 4  # words up to the head
SOURCES = ("angaben", "berichten", "schätzungen", "aussagen", "informationen", "erkenntnissen")
"""How German nouns end that are sources themselves: "nach Polizeiangaben", "nach ersten Erkenntnissen"."""
_GENITIVES = frozenset({"des", "der", "von", "vom", "eines", "einer"})


def source_bounds(row: TokenRow, taken: Sequence[object], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the first word of each such phrase, and that behind its last.

    Args:
        row: the words of a passage.
        taken: for each word, the mention that has it, or None.
        lexicon: of the language.
    """
    found = []
    for at in range(len(row.words)):
        if (
            lexicon.language == "de"
            and row.lower[at] == "nach"
            and (last := _own_source(row, at + 1))
            and not any(taken[at:last])
        ):
            found.append((at + 1, last))
        elif _is_behind_phrase(row, at, lexicon) and not any(taken[at : at + _NAME_REACH]):
            last = _end(row, at, lexicon)
            if last > at and not (found and at < found[-1][1]):
                found.append((at, last))
        elif row.lower[at] in lexicon["according_behind"] and at and not taken[at - 1]:
            first = _start(row, at, lexicon)
            if first < at and not any(taken[first:at]):
                found.append((first, at))
    return found


def is_own_source(row: TokenRow, first: int, last: int) -> bool:
    """Return whether German words are a source that is not said to be anybody's: "eigenen Angaben", "Polizeiangaben"."""
    noun, owner = row.lower[last - 1], "".join(row.lower[last : last + 1])
    return noun.endswith(SOURCES) and owner not in _GENITIVES and (noun not in SOURCES or last - first > 1)


def _own_source(row: TokenRow, first: int) -> int:
    ends = range(first + 1, min(first + 3, len(row.words) + 1))
    return next((last for last in ends if is_own_source(row, first, last)), 0)


def _is_behind_phrase(row: TokenRow, at: int, lexicon: Lexicon) -> bool:
    sizes = range(1, min(at, _LONGEST_PHRASE) + 1)
    size = next((size for size in sizes if " ".join(row.lower[at - size : at]) in lexicon["according"]), 0)
    if not size or not row.words[at][0].isalpha() or row.lower[at] in lexicon["prepositions"] - lexicon["articles"]:
        return False
    if row.lower[at - 1] not in lexicon["according_loose"]:
        return True
    return lexicon.language == "de" and at > 1 and row.words[at - 2] == ","  # "so der Bericht" behind a comma alone


def _end(row: TokenRow, first: int, lexicon: Lexicon) -> int:
    """Return where a noun phrase ends: behind its head, what it owns and the capitals behind it."""
    head, german = first, lexicon.language == "de"
    small = lexicon.any_of("determiners", "articles", "fillers")
    while head - first < _HEAD_REACH and head < len(row.words) - 1 and _is_before_head(row, head, small, german=german):
        head += 1
    if not row.words[head][0].isalpha() or row.lower[head] in lexicon.any_of("say", "be", "prepositions", "that"):
        return first
    last = _behind_capitals(row, head + 1)
    of = _GENITIVES if german else lexicon["of"] | lexicon["genitives"]
    if last < len(row.words) - 1 and row.lower[last] in of and row.words[last + 1][0].isalpha():
        inner = last + 1
        while inner - last < _HEAD_REACH and inner < len(row.words) - 1 and _is_before_head(row, inner, small, german=german):
            inner += 1
        last = _behind_capitals(row, inner + 1) if row.words[inner][0].isalpha() else last
    return last


def _is_before_head(row: TokenRow, at: int, small: frozenset[str], *, german: bool) -> bool:
    return row.lower[at] in small or (german and row.words[at].isalpha() and row.words[at].islower())


def _behind_capitals(row: TokenRow, at: int) -> int:
    while at < len(row.words) and row.words[at] != QUOTE and row.words[at][0].isupper():
        at += 1
    return at


def _start(row: TokenRow, behind: int, lexicon: Lexicon) -> int:
    """Return where the phrase before "zufolge" begins: at its article, or at its head."""
    first = behind
    while first and behind - first <= _HEAD_REACH and row.words[first - 1][0].isalpha():
        if row.sentence[first - 1] != row.sentence[behind]:
            break
        first -= 1
        if row.lower[first] in lexicon.any_of("determiners", "articles"):
            return first
        if first and row.words[first].islower() and row.words[first - 1][0].isupper():
            break
    return behind - 1 if row.words[behind - 1][0].isupper() else behind
