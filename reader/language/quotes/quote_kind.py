"""Tells somebody's words from scare quotes and titles of works."""

from __future__ import annotations

from reader.language.quotes.attribution import AnalysedArticle
from reader.language.quotes.quote_context import QuoteSpan
from reader.language.quotes.speaker_features import word_before
from reader.language.text.casing import is_title_case
from reader.model import QuoteKind

_LONGEST_SCARE = 5  # words
_SHORT = 10  # characters of a scare quote in a language without spaces


def kind_of(segment: QuoteSpan, analysed: AnalysedArticle) -> QuoteKind:
    """Return the kind of a quote that nobody in particular says, by its words and those around it."""
    words = segment.words.strip(" ,.!?…")
    row = analysed.rows.get(segment.passage)
    if row is None or segment.at < 0:  # a language without spaces, or one quote too many
        opener = analysed.passages[segment.passage].text[segment.mark.outer_start]
        return QuoteKind.TITLE if opener in "『《" else QuoteKind.SCARE if len(words) <= _SHORT else QuoteKind.DIRECT
    before = word_before(segment, row)
    works = analysed.lexicon["works"]
    near = row.lower[max(0, segment.at - 4) : segment.at] + row.lower[segment.at + 1 : segment.at + 4]
    if (
        is_title_case(words)
        and segment.words[-1:] not in ".!?"
        and (before in works or any(word in works for word in near) or words.count(" ") > 0)
    ):
        return QuoteKind.TITLE
    return QuoteKind.SCARE if words.count(" ") < _LONGEST_SCARE else QuoteKind.DIRECT
