"""A passage as a row of words: each quote is one word of it, so that a sentence can be read across what is quoted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from reader.language.lexicon.word_lists import Lexicon
from reader.language.text.quotation_marks import QuotedSpan

QUOTE = "\ufffc\ufffc"
"""Stands for a whole quote, marks and all; no word of a text is so, since any sign is a word of its own."""

_SIGNS = "\u064b-\u065f\u0670"  # vowels and doubled letters of Arabic, which stand above or below another
_LETTERS = rf"(?:[^\W_]++[{_SIGNS}]*+)++"
_TOKEN = re.compile(
    r"(?<!\b[^\W\d_]\.)(?:[^\W\d_]\.){2,}+(?![^\W_])"  # U.S., looked for once in a row of such letters
    r"|(?:(?i:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quelqu|dell|nell|all|dall|sull|un|quest|c))[’'](?=[^\W\d_]{2})"  # l’Intérieur
    r"|[’'](?:s|re|ve|ll|d|m)\b"
    r"|[^\W\d_]+(?=-(?:t-)?(?:ils?|elles?|on|je)\b)|-(?:t-)?(?:ils?|elles?|on|je)\b"  # a-t-il
    rf"|{_LETTERS}(?:[.’'‑-](?!(?:s|re|ve|ll|d|m|t)\b){_LETTERS}|[’']t\b)*"
    r"|--+|\.\.+|\S"
)
_VOWELS = re.compile(f"[{_SIGNS}]")
_ENDS = frozenset({".", "!", "?", "…", "..", "...", "。", "！", "？", "؟", "।"})


@dataclass(slots=True)
class TokenRow:
    """The words of a passage."""

    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    """Number of the sentence each word is of."""
    quotes: list[int] = field(default_factory=list)
    """For each quote of the passage, the index of its word."""
    plain: list[int] = field(default_factory=list)
    """How many of the words before each word, and before the end, are no mere signs."""

    def at(self, position: int) -> int:
        """Return the index of the first word that ends behind a position."""
        return bisect_right(self.ends, position)

    def quoted(self, start: int, end: int) -> bool:
        """Return whether a quote is among some words."""
        return bisect_left(self.quotes, start) < bisect_left(self.quotes, end)


def row(text: str, quotes: list[QuotedSpan], lexicon: Lexicon) -> TokenRow:
    """Cut a passage into words, with one word for each quote."""
    found = TokenRow()
    at = 0
    for quote in quotes:
        _add(found, text, at, quote.outer_start)
        found.quotes.append(len(found.words))
        _append(found, QUOTE, QUOTE, quote.outer_start, quote.outer_end)
        at = quote.outer_end
    _add(found, text, at, len(text))
    found.plain = [0, *accumulate(word[0].isalnum() for word in found.words)]
    if lexicon.language == "ar":
        _make_plain(found, lexicon)
    _number(found, text, {found.quotes[i]: quote for i, quote in enumerate(quotes)}, lexicon)
    return found


def _append(found: TokenRow, word: str, lower: str, start: int, end: int) -> None:
    found.words.append(word)
    found.lower.append(lower)
    found.starts.append(start)
    found.ends.append(end)


def _add(found: TokenRow, text: str, start: int, end: int) -> None:
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    words = [text[first:last] for first, last in spans]
    found.words += words
    found.lower += [word.lower().replace("'", "’") for word in words] if "'" in text else [word.lower() for word in words]
    found.starts += [first for first, _ in spans]
    found.ends += [last for _, last in spans]


def _make_plain(found: TokenRow, lexicon: Lexicon) -> None:
    """Take the vowels from Arabic words, and "and" and "so" from verbs: "وأضافت" is found as "أضافت"."""
    verbs = lexicon.any_of("say", "weak")
    for at, word in enumerate(found.lower):
        plain = _VOWELS.sub("", word) if len(word) > 1 else word
        found.lower[at] = plain[1:] if plain[0] in "وف" and plain not in verbs and plain[1:] in verbs else plain


def _number(found: TokenRow, text: str, quotes: dict[int, QuotedSpan], lexicon: Lexicon) -> None:
    """Number the sentences: one ends at a full stop (or a quote that holds one) before a capital, a quote or the end."""
    number, last = 0, len(found.words) - 1
    for at, word in enumerate(found.words):
        found.sentence.append(number)
        if at == last:
            break
        following = found.words[at + 1]
        if word in _ENDS:
            ends = not _is_abbreviation(found, at, lexicon) and (
                following == QUOTE or not following[0].islower() or word in "。！？؟।"
            )
        elif word == QUOTE:
            inner = text[quotes[at].end - 1]
            ends = inner in ".!?…。！？" and (following == QUOTE or following[0].isupper())
        else:
            ends = False
        number += ends


def _is_abbreviation(found: TokenRow, at: int, lexicon: Lexicon) -> bool:
    if found.words[at] != "." or not at or found.ends[at - 1] != found.starts[at]:
        return False
    before = found.lower[at - 1]
    return before in lexicon["abbreviations"] or (len(before) == 1 and before.isalpha())
