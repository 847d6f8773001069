"""The model that weighs pieces: sums of small decision trees over the numbers of `features`.

It looks twice: the second look knows what the first thought of a piece's neighbours, its container and its like, so that a
row of paragraphs is kept or dropped as one.

It was trained by `tests/bench/extraction/train_pieces.py`, which also says how well it does on sites that it has not seen.
The trees are plain columns in `data/model.json`; a score above 0 speaks for keeping a piece.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reader.extract import features, second
from reader.extract.pieces import Piece
from reader.extract.surroundings import Region, Shape, Witness

SURE = -6.0
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
        """Give what the numbers of a piece say: the logarithm of the odds that it is of the story."""
        feature, threshold, left, right = self.feature, self.threshold, self.left, self.right
        total = 0.0
        for node in self.roots:
            at = feature[node]
            while at >= 0:
                node = left[node] if numbers[at] <= threshold[node] else right[node]  # noqa: PLW2901 - a walk down
                at = feature[node]
            total += threshold[node]
        return total


@dataclass(frozen=True, slots=True)
class Model:
    """Two looks at a region: the second knows what the first thought of all its pieces."""

    first: Forest
    second: Forest

    def scores(self, pieces: Sequence[Piece], witness: Witness) -> list[float]:
        """Give the score of each piece of a region."""
        region = Region(pieces, witness)
        numbers = features.vectors(region)
        shape = region.shape()
        further = second.vectors(shape, self.first_scores(shape, numbers))
        return [
            SURE if decided else self.second.score(mine + more)
            for decided, mine, more in zip(shape.decided, numbers, further, strict=True)
        ]

    def first_scores(self, shape: Shape, numbers: Sequence[Sequence[float]]) -> list[float]:
        """Give the scores of the first look; what a rule has dropped is dropped beyond doubt."""
        return [SURE if decided else self.first.score(mine) for decided, mine in zip(shape.decided, numbers, strict=True)]


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
    return loaded(files("reader.extract").joinpath("data/model.json").read_text("utf-8"))
