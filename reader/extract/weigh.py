"""The model that weighs a piece: a sum of small decision trees over the numbers of `features`.

It was trained by `tests/bench/extraction/train_pieces.py`, which also says how well it does on sites that it has not seen.
The trees are plain columns in `data/model.json`; a score above 0 speaks for keeping a piece.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Model:
    """Trees as columns, a row a node."""

    names: tuple[str, ...]
    """The numbers that it was trained on, in order."""
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


def loaded(text: str) -> Model:
    """Give the model that is written in some JSON."""
    read = json.loads(text)
    return Model(**{name: tuple(read[name]) for name in ("names", "roots", "feature", "threshold", "left", "right")})


@cache
def model() -> Model:
    """Give the model that the package brings, read once."""
    return loaded(files("reader.extract").joinpath("data/model.json").read_text("utf-8"))
