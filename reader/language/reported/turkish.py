"""Finds what is reported in Turkish, whose verb ends the sentence: "Bakan, köprünün açılacağını söyledi", "X'e göre ..."."""

from __future__ import annotations

import re
from bisect import bisect_left

from reader.language.lexicon.word_lists import Lexicon
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.tokens import QUOTE, TokenRow

_TOLD = re.compile(r"\w+(?:[dt][ıiuü]ğ[ıiuü]|[dt][ıiuü]kler|acağ|eceğ|acaklar|ecekler)\w{0,4}n[ıiuü]$")
"""How the verb ends of what is told: "açılacağını", "olduğunu"."""
_MADE = frozenset({"etti", "ediyor", "getirdi", "sürdü", "sürüyor", "verdi", "bulundu"})
"""Verbs that say something with a noun before them: "ifade etti"."""
_LONGEST = 60  # words of what is told
_COMMAS = frozenset({",", "ise", "da", "de"})


def reported_clause(mention: Mention, row: TokenRow, lexicon: Lexicon, end: int) -> tuple[int, int] | None:
    """Return the clause that the subject of a sentence reports, or None: its first word and that behind its last.

    Args:
        mention: who may tell it.
        row: the words of the passage.
        lexicon: of the language.
        end: the index behind the last word of the mention's sentence.
    """
    first, last = mention.last, end
    if first >= last or last - first > _LONGEST or QUOTE in row.words[first:last]:
        return None
    if row.lower[first] in lexicon["according"]:
        first += 1
    elif (
        not _opens(mention, row) or (last := _verb(row, first, last, lexicon)) <= first or not _TOLD.match(row.lower[last - 1])
    ):
        return None
    while first < last and row.lower[first] in _COMMAS:
        first += 1
    return (first, last) if first < last else None


def _opens(mention: Mention, row: TokenRow) -> bool:
    return bisect_left(row.sentence, row.sentence[mention.first]) == mention.first


def _verb(row: TokenRow, first: int, last: int, lexicon: Lexicon) -> int:
    if row.lower[last - 1] in _MADE and last - first > 1:
        last -= 1
    return last - 1 if row.lower[last - 1] in lexicon["say"] else 0
