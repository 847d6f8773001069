"""Finds quotes in single marks, which are apostrophes too: outside the double ones, or around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

OPEN_BEFORE = frozenset(" \t\u00a0\u202f\u2009([{—–-/:\u200b¿¡")
"""What may stand before a mark that opens."""
_MARK = re.compile(r"(?<!\w)[‘‚'‹](?=\S)|[’'›](?!\w)")
_CLOSERS = {"‘": "’", "‚": "‘’", "'": "'", "‹": "›"}
_AROUND = re.compile(r"(?<!\w)‘(?=\S)[^‘’]*(?:’\w[^‘’]*)*[,.!?…]’(?!\w)")  # a quote with apostrophes inside
_CLIPPED = re.compile(r"['’‘](?:\d\ds?|[Tt](?:is|was|il|em)|n)\b")  # an apostrophe: '90s, 'tis
_LATER = re.compile(r"[,.!?…]['’](?!\w)|\w['’](?=[\s,.;:!?)]|$)")
_OPENER = re.compile(r"(?<!\w)[‘'](?=\w)")
_REACH = 2000  # how far ahead, in characters, a likelier closing mark is looked for


@dataclass(slots=True)
class QuotedSpan:
    """Words between marks, in characters of their passage."""

    start: int
    """The first character inside the marks."""
    end: int
    outer_start: int
    """Where the opening mark starts."""
    outer_end: int
    closed: bool = True
    """False: no mark closes it, it ends with the passage."""
    single: bool = False
    dash: bool = False
    """A line of dialogue that a dash opens: no marks."""
    continues: bool = False
    """It goes on with the quote that the passage before left open."""


def with_singles(text: str, doubles: list[QuotedSpan]) -> list[QuotedSpan]:
    """Add the quotes in single marks to a passage's double ones, and drop the double ones that stand inside them."""
    around, doubles = _around(text, doubles) if doubles else ([], doubles)
    found = list(around)
    taken = sorted((quote.outer_start, quote.outer_end) for quote in [*doubles, *around])
    for (_, start), (stop, _) in pairwise([(0, 0), *taken, (len(text), len(text))]):
        found += _between(text, start, stop)
    return sorted([*doubles, *found], key=lambda quote: quote.start) if found else doubles


def _around(text: str, doubles: list[QuotedSpan]) -> tuple[list[QuotedSpan], list[QuotedSpan]]:
    around: list[QuotedSpan] = []
    inside: set[int] = set()
    starts, ends = [quote.outer_start for quote in doubles], [quote.outer_end for quote in doubles]
    for match in _AROUND.finditer(text):
        start, end = match.span()
        first, last = bisect_left(starts, start), bisect_left(ends, end)
        if first < last and (last == len(starts) or starts[last] > end) and (not first or ends[first - 1] <= start):
            around.append(QuotedSpan(start + 1, end - 1, start, end, single=True))
            inside.update(range(first, last))
    return around, [quote for at, quote in enumerate(doubles) if at not in inside]


def _between(text: str, start: int, stop: int) -> list[QuotedSpan]:
    found: list[QuotedSpan] = []
    at, opener = -1, ""
    for match in _MARK.finditer(text, start, stop):
        mark = match.group()
        if at < 0:
            before = text[match.start() - 1] if match.start() else " "
            if mark in _CLOSERS and before in OPEN_BEFORE and not _CLIPPED.match(text, match.start()):
                at, opener = match.start(), mark
        elif mark in _CLOSERS[opener] and _ends_single(text, match.start(), stop):
            found.append(QuotedSpan(at + 1, match.start(), at, match.end(), single=True))
            at = -1
    return found


def _ends_single(text: str, at: int, stop: int) -> bool:
    """Return whether a single mark closes, and is no plural's apostrophe with a likelier closing mark behind it."""
    if text[at - 1] in ",.!?…" or not text[at - 1].isalpha():
        return True
    if text[at - 1] not in "sS":
        return True
    rest = text[at + 1 : min(stop, at + _REACH)]
    later = _LATER.search(rest)
    opening = _OPENER.search(rest, 0, later.start() + 1) if later else None
    return later is None or opening is not None
