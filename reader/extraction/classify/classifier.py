"""The model that scores segments: sums of small decision trees over the numbers of `features`.

It has two passes: the second knows what the first gave to a segment's neighbours, its container and its like, so that a row
of paragraphs is kept or dropped as one.  It is spared the segments of which the first is sure.

It is trained by `tests/training/extraction/train_segments.py`, which also says how well it does on sites that it has not
seen, and writes `forests`.  A score is the logarithm of the odds that a segment is of the story.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.extraction.classify import context_features, features, forests
from reader.extraction.classify.region_statistics import Region, Shape, StatedContent
from reader.extraction.segments.segment import Segment

DROPPED = -6.0
"""The score of a segment that a rule has dropped."""

Score = Callable[[Sequence[float]], float]


@dataclass(frozen=True, slots=True)
class Model:
    """The two passes over a region."""

    first: Score
    second: Score

    def scores(self, segments: Sequence[Segment], stated: StatedContent) -> list[float]:
        """Return the score of each segment of a region."""
        region = Region(segments, stated)
        shape = region.shape()
        numbers = features.vectors(region)
        scores = self.first_scores(shape, numbers)
        further = context_features.vectors(shape, scores)
        return [
            self.second(mine + more) if -context_features.SURE < score < context_features.SURE else score
            for score, mine, more in zip(scores, numbers, further, strict=True)
        ]

    def first_scores(self, shape: Shape, numbers: Sequence[Sequence[float]]) -> list[float]:
        """Return the scores of the first pass; what a rule has dropped is dropped beyond doubt."""
        return [DROPPED if decided else self.first(mine) for decided, mine in zip(shape.decided, numbers, strict=True)]


MODEL = Model(forests.first, forests.second)
"""The model that the package brings."""
