"""Tells somebody's words from scare quotes and titles of works."""

from __future__ import annotations

from reader.language.clues import Segment, is_title_case, word_before
from reader.language.quotes import Page
from reader.model import QuoteKind

_LONGEST_SCARE = 5  # words


def kind_of(segment: Segment, page: Page, *, nobody: bool) -> QuoteKind:
    """Give the kind of a quote, by what it says and what stands before it.

    Args:
        segment: the quote.
        page: its article.
        nobody: whether the ranker gave it to nobody in particular.
    """
    if not nobody:
        return QuoteKind.DIRECT
    words = segment.words.strip(" ,.!?…")
    before = word_before(segment, page.rows[segment.passage])
    works = page.lexicon["works"]
    row = page.rows[segment.passage]
    near = row.lower[max(0, segment.at - 4) : segment.at] + row.lower[segment.at + 1 : segment.at + 4]
    if (
        is_title_case(words)
        and segment.words[-1:] not in ".!?"
        and (before in works or any(word in works for word in near) or words.count(" ") > 0)
    ):
        return QuoteKind.TITLE
    return QuoteKind.SCARE if words.count(" ") < _LONGEST_SCARE else QuoteKind.DIRECT
