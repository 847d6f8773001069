"""Finds German sentences that only their mood makes somebody's: "Von Täuschung könne keine Rede sein".

The first subjunctive is what German papers report in; a sentence that stands in it, and names no speaker of its own, goes on
with what was told before it in its paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.language.lexicon.word_lists import Lexicon
from reader.language.quotes.speaker_mention import Mention
from reader.language.reported.clauses import Bounds
from reader.language.text.tokens import QUOTE, TokenRow

_EARLY = 12  # words of a sentence among which its verb stands
_RELATED = frozenset({"sv", "s,v", "s..v", "vs", "acc"})


def continued(row: TokenRow, found: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mention, Bounds]]:
    """Yield the sentences of a passage that go on with what somebody told, each with who did.

    Args:
        row: the words of the passage.
        found: its mentions, in text order.
        lexicon: of its language; one without subjunctives has no such sentences.
    """
    subjunctives = lexicon["subjunctives"]
    if not subjunctives:
        return
    reporters = [mention for mention in found if mention.relation in _RELATED]
    spoken = {row.sentence[mention.verb] for mention in reporters}
    first = bisect_right(row.sentence, 0)
    while first < len(row.words):
        last = bisect_right(row.sentence, row.sentence[first])
        before = bisect_left(reporters, first, key=_first)
        reports = not subjunctives.isdisjoint(row.lower[first : min(first + _EARLY, last)])
        if before and reports and row.sentence[first] not in spoken and QUOTE not in row.words[first:last]:
            yield reporters[before - 1], (first, bisect_left(row.plain, row.plain[last]))
        first = last


def _first(mention: Mention) -> int:
    return mention.first
