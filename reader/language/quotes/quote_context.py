"""A quote whose speaker is sought, and what stands around it, looked at once for all choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.language.lexicon.word_lists import Lexicon
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.quotation_marks import QuotedSpan
from reader.language.text.tokens import QUOTE, TokenRow


@dataclass(slots=True, eq=False)
class QuoteSpan:
    """A quote whose speaker is sought."""

    passage: int
    at: int
    """Index of its word in the passage's row."""
    mark: QuotedSpan
    words: str
    """What stands inside the marks."""


@dataclass(slots=True, kw_only=True)
class QuoteContext:
    """What stands around the quotes of a passage."""

    row: TokenRow
    own: Sequence[Mention]
    """The mentions of the quote's own passage."""
    lexicon: Lexicon
    firsts: Sequence[int] = ()
    """Where each of these mentions starts."""
    relations: Sequence[int] = ()
    """How many of the mentions before each, and before the end, a say-verb holds."""
    heading: bool = False
    colon_before: bool = False
    """The passage before ends with a colon."""
    shape: str = ""
    size: str = ""
    opening: str = ""
    closing: Mention | None = None
    """Who says the last quote of the sentence; see `_closing`."""
    accorded: frozenset[int] = frozenset()
    """Sentences with an "according to"."""
    bare_verb: bool = False
    """A say-verb that no mention holds stands beside the quote."""
    related: bool = False
    """Whether a say-verb holds any mention of the passage."""


def survey(segment: QuoteSpan, context: QuoteContext) -> QuoteContext:
    """Look once at what does not depend on the choice."""
    context.firsts = [each.first for each in context.own]
    context.relations = [0, *accumulate(bool(each.relation) for each in context.own)]
    context.shape, context.size, context.opening = _shape(segment), _size(segment), _opening(segment)
    context.closing = _closing(segment, context)
    context.accorded = frozenset(context.row.sentence[each.first] for each in context.own if each.relation == "acc")
    context.bare_verb = _bare_verb(segment, context)
    context.related = context.relations[-1] > 0
    return context


def _shape(segment: QuoteSpan) -> str:
    """How a quote ends: with a comma, a full stop, a question, or in the middle of a clause."""
    sign = segment.words[-1]
    return "," if sign in ",،、，" else "." if sign in ".。…" else "?" if sign in "!?！？؟" else "-"


def _size(segment: QuoteSpan) -> str:
    words = segment.words.count(" ") + 1
    return "1" if words == 1 else "2-3" if words < 4 else "4-8" if words < 9 else "9+"


def _opening(segment: QuoteSpan) -> str:
    first = next((sign for sign in segment.words if sign.isalnum()), "a")
    return "A" if first.isupper() else "a"


def _closing(segment: QuoteSpan, context: QuoteContext) -> Mention | None:
    """Return who says the last quote of a quote's sentence, if a comma ties it to its say-verb: "a" and "b," Kovacs said."""
    row = context.row
    for each in context.own:
        start = each.edges[0]
        if start - 1 > segment.at and each.relation in ("sv", "vs", "s,v") and row.words[start - 1] == QUOTE:
            return each if row.sentence[start - 1] == row.sentence[segment.at] == row.sentence[each.first] else None
    return None


def _bare_verb(segment: QuoteSpan, context: QuoteContext) -> bool:
    """Return whether a say-verb without a subject stands beside the quote: "..., dijo."."""
    row, held = context.row, {each.verb for each in context.own}
    near = (*range(segment.at + 1, min(segment.at + 4, len(row.words))), *range(max(0, segment.at - 3), segment.at))
    return any(row.lower[at] in context.lexicon["say"] and at not in held for at in near)
