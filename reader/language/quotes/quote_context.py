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


def survey(segment: QuoteSpan, scene: QuoteContext) -> QuoteContext:
    """Look once at what does not depend on the choice."""
    scene.firsts = [each.first for each in scene.own]
    scene.relations = [0, *accumulate(bool(each.relation) for each in scene.own)]
    scene.shape, scene.size, scene.opening = _shape(segment), _size(segment), _opening(segment)
    scene.closing = _closing(segment, scene)
    scene.accorded = frozenset(scene.row.sentence[each.first] for each in scene.own if each.relation == "acc")
    scene.bare_verb = _bare_verb(segment, scene)
    scene.related = scene.relations[-1] > 0
    return scene


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


def _closing(segment: QuoteSpan, scene: QuoteContext) -> Mention | None:
    """Give who says the last quote of a quote's sentence, if a comma ties it to its say-verb: "a" and "b," Kovacs said."""
    row = scene.row
    for each in scene.own:
        start = each.edges[0]
        if start - 1 > segment.at and each.relation in ("sv", "vs", "s,v") and row.words[start - 1] == QUOTE:
            return each if row.sentence[start - 1] == row.sentence[segment.at] == row.sentence[each.first] else None
    return None


def _bare_verb(segment: QuoteSpan, scene: QuoteContext) -> bool:
    """Whether a say-verb that no mention holds stands beside the quote, as where the subject is left out: "..., dijo."."""
    row, held = scene.row, {each.verb for each in scene.own}
    near = (*range(segment.at + 1, min(segment.at + 4, len(row.words))), *range(max(0, segment.at - 3), segment.at))
    return any(row.lower[at] in scene.lexicon["say"] and at not in held for at in near)
