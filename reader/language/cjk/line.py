"""A passage of a Japanese or Chinese article: its quotes, its sentences, and the words outside quotes that may name a speaker.

Each passage is gone through once; what stands beside a quote is then found by bisection, and not further away than `_FAR`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.language.cjk.words import alternatives
from reader.language.lexicon.word_lists import Lexicon
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.quotation_marks import QuotedSpan
from reader.model import SpeakerKind

ENDS = re.compile("[。！？!?\n]")
_MASK = "\ufffc"
_FAR = 600  # characters before a quote in which its sentence must have started
_BEHIND = 80  # characters behind a quote that are looked at
_KINDS = ((SpeakerKind.PRONOUN, ("he", "she", "they")), (SpeakerKind.NOMINAL, ("roles",)))


class Line:
    """One passage, ready for its quotes to be given."""

    def __init__(self, text: str, marks: Sequence[QuotedSpan], mentions: Sequence[Mention]) -> None:
        """Mask the quotes, and find the ends of sentences outside them.

        Args:
            text: of the passage.
            marks: its quotes, in order.
            mentions: all words that may name a speaker, in order; those inside quotes are left out.
        """
        self.text, self.marks = text, marks
        self.length = len(text.rstrip())
        self._starts = [mark.outer_start for mark in marks]
        self.masked = _masked(text, marks)
        self.mentions = [each for each in mentions if self.masked[each.start] != _MASK]
        self._places = [each.start for each in self.mentions]
        self._ends = [match.end() for match in ENDS.finditer(self.masked)]

    def sentence(self, mark: QuotedSpan) -> int:
        """Return where the sentence starts that leads to a quote; a full stop inside an earlier quote ends none."""
        at = bisect_right(self._ends, mark.outer_start)
        return max(self._ends[at - 1] if at else 0, mark.outer_start - _FAR)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield where each sentence starts, and where the sign that ends it stands."""
        start = 0
        for end in (*self._ends, self.length + 1):
            if start < end - 1:
                yield start, end - 1
            start = end

    def clause_behind(self, mark: QuotedSpan) -> str:
        """Return what stands behind a quote in its sentence, up to the next quote."""
        at = bisect_left(self._starts, mark.outer_end)
        stop = self._starts[at] if at < len(self._starts) else len(self.text)
        behind = re.sub("^。(?=[そこ]う)", "", self.text[mark.outer_end : min(stop, mark.outer_end + _BEHIND)])
        return ENDS.split(behind, maxsplit=1)[0]

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that start in a range."""
        return self.mentions[bisect_left(self._places, start) : bisect_left(self._places, end)]


def _masked(text: str, marks: Sequence[QuotedSpan]) -> str:
    parts: list[str] = []
    at = 0
    for mark in marks:
        parts += (text[at : mark.outer_start], _MASK * (mark.outer_end - mark.outer_start))
        at = mark.outer_end
    return "".join((*parts, text[at:]))


def mentions(passage: int, text: str, named: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the names, pronouns and nominals of a passage, in order.

    A title beside a name says more about the name and is no nominal of its own.
    """
    titled = alternatives(lexicon.any_of("titles", "honorifics"))
    found = sorted(named, key=lambda each: each.start)
    reach = {each.start: behind.end() for each in found if (behind := titled.match(text, each.end))}
    for kind, sections in _KINDS:
        new = [_mention(kind, passage, *span) for span in _free(text, found, reach, lexicon.any_of(*sections))]
        found = sorted([*found, *new], key=lambda each: each.start)
    return found


def _free(text: str, found: Sequence[Mention], reach: dict[int, int], words: frozenset[str]) -> Iterator[tuple[int, int]]:
    at, taken = 0, -1
    for match in alternatives(words).finditer(text):
        start, end = match.span()
        while at < len(found) and found[at].start <= end:
            taken = max(taken, reach.get(found[at].start, found[at].end))
            at += 1
        if start > taken:
            taken = end
            yield start, end


def _mention(kind: SpeakerKind, passage: int, start: int, end: int) -> Mention:
    return Mention(kind=kind, passage=passage, first=start, last=end, start=start, end=end)


def named(passage: int, start: int, end: int, person: int) -> Mention:
    """Return a name of a person as a mention."""
    mention = _mention(SpeakerKind.NAMED, passage, start, end)
    mention.person = person
    return mention
