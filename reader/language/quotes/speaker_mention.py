"""Words that may name a speaker, and what stands around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import SpeakerKind


@dataclass(slots=True, eq=False)
class Mention:
    """Words that may name a speaker."""

    kind: SpeakerKind
    passage: int
    first: int
    """Index of the first word in the passage's row; with the titles before a name."""
    last: int
    """Index behind the last word."""
    start: int
    """The first character of the words that are shown, in the passage."""
    end: int
    person: int | None = None
    """Index of the person it names; None for a pronoun until it is resolved, and for nobody of the index."""
    relation: str = ""
    """How a say-verb holds it: `sv`, `vs`, `acc` ...; empty if none does."""
    verb: int = -1
    """Index of that verb, -1 if there is none."""
    edge: int = -1
    """Index of the first word that belongs to the verb: of "a déclaré", the auxiliary."""
    before: str = ""
    """What kind of word stands before it."""
    behind: str = ""
    """What kind of word stands behind it."""

    @property
    def edges(self) -> tuple[int, int]:
        """The words from the mention to its verb, as first and behind the last."""
        if self.verb < 0:
            return self.first, self.last
        return min(self.first, self.verb, self.edge), max(self.last, self.verb + 1)


def around(found: Sequence[Mention], at: int, reach: int) -> Sequence[Mention]:
    """Return the mentions next to a word, at most so many on each side."""
    middle = bisect_left(found, at, key=_first)
    return found[max(0, middle - reach) : middle + reach]


def _first(mention: Mention) -> int:
    return mention.first
