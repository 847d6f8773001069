"""The model that weighs pieces: sums of small decision trees over the numbers of `features`.

It looks twice: the second look knows what the first thought of a piece's neighbours, its container and its like, so that a
row of paragraphs is kept or dropped as one.  It is spared the pieces of which the first is sure.

It was trained by `tests/bench/extraction/train_pieces.py`, which also says how well it does on sites that it has not seen.
The trees are plain columns in `data/model.json`; a score above 0 speaks for keeping a piece.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from reader.extraction.classify import context_features, features
from reader.extraction.classify.region_statistics import Region, Shape, Witness
from reader.extraction.hints import data_files
from reader.extraction.segments.segment import Segment

COMPILE_AFTER = 12
"""Pages read by one process."""
DROPPED = -6.0
"""The score of a piece that a rule has dropped."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as columns, a row a node."""

    roots: tuple[int, ...]
    feature: tuple[int, ...]
    """Index of the number that a node looks at; -1: the node is a leaf."""
    threshold: tuple[float, ...]
    """The greatest number that goes left; of a leaf, its weight."""
    left: tuple[int, ...]
    right: tuple[int, ...]

    def score(self, numbers: Sequence[float]) -> float:
        """Give what the numbers of a piece say: the logarithm of the odds that it is of the story.

        This walks the columns; `compiled` gives the same number three times as fast.
        """
        feature, threshold, left, right = self.feature, self.threshold, self.left, self.right
        total = 0.0
        for node in self.roots:
            at = feature[node]
            while at >= 0:
                node = left[node] if numbers[at] <= threshold[node] else right[node]  # noqa: PLW2901 - a walk down
                at = feature[node]
            total += threshold[node]
        return total


Score = Callable[[Sequence[float]], float]


def compiled(forest: Forest) -> Score:
    """Give a function that scores as the forest does, its trees written out as conditional expressions."""

    def written(node: int) -> str:
        if forest.feature[node] < 0:
            return repr(forest.threshold[node])
        yes, no = written(forest.left[node]), written(forest.right[node])
        return f"({yes} if n{forest.feature[node]} <= {forest.threshold[node]!r} else {no})"

    source = "+".join(written(root) for root in forest.roots) or "0.0"
    names = ",".join(f"n{at}" for at in range(max(forest.feature, default=-1) + 1))
    made: Callable[..., float] = eval(f"lambda {names},*_: {source}")  # noqa: S307 - numbers of our own data file
    return lambda numbers: made(*numbers)


class Model:
    """Two looks at a region: the second knows what the first thought of all its pieces.

    Compiling takes about as long as scoring ten pages, so a program that reads one page never pays for it.
    """

    def __init__(self, first: Forest, second: Forest) -> None:
        """Start with the forests as they are."""
        self.first, self.second = first, second
        self._first: Score = first.score
        self._second: Score = second.score
        self._pages = 0

    def scores(self, segments: Sequence[Segment], witness: Witness) -> list[float]:
        """Give the score of each piece of a region."""
        self._pages += 1
        if self._pages == COMPILE_AFTER:
            self._first, self._second = compiled(self.first), compiled(self.second)
        region = Region(segments, witness)
        shape = region.shape()
        numbers = features.vectors(region)
        scores = self.first_scores(shape, numbers)
        further = context_features.vectors(shape, scores)
        return [
            self._second(mine + more) if -context_features.SURE < score < context_features.SURE else score
            for score, mine, more in zip(scores, numbers, further, strict=True)
        ]

    def first_scores(self, shape: Shape, numbers: Sequence[Sequence[float]]) -> list[float]:
        """Give the scores of the first look; what a rule has dropped is dropped beyond doubt."""
        return [DROPPED if decided else self._first(mine) for decided, mine in zip(shape.decided, numbers, strict=True)]


def loaded(text: str) -> Model:
    """Give the model that is written in some JSON."""
    looks = [
        Forest(**{name: tuple(columns[name]) for name in ("roots", "feature", "threshold", "left", "right")})
        for columns in json.loads(text)
    ]
    return Model(*looks)


@cache
def model() -> Model:
    """Give the model that the package brings, read once."""
    return loaded(data_files.text("model"))
