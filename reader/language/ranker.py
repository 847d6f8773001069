"""The weights that the rankers of this room were taught, and what they make of a list of choices.

A log-linear model: a choice's score is the sum of its features' weights, a choice's probability its share of the exponentials.
Weights are learnt by `tests/bench/quotes/train.py` from `tests/corpus/` and lie in `data/weights.txt`, a feature a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp


@cache
def weights(model: str) -> Mapping[str, float]:
    """Give the weights of one model ("names", "speakers") by feature."""
    found: dict[str, float] = {}
    current = ""
    for line in files("reader.language").joinpath("data", "weights.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line[1:-1]
        elif current == model and line and not line.startswith("#"):
            feature, _, weight = line.rpartition(" ")
            found[feature] = float(weight)
    return found


def score(features: Iterable[str], table: Mapping[str, float]) -> float:
    """Give the sum of the weights of some features; unknown ones weigh nothing."""
    return sum(table.get(feature, 0.0) for feature in features)


def probabilities(scores: Sequence[float]) -> list[float]:
    """Give the probability of each choice; an empty list for no choices."""
    if not scores:
        return []
    top = max(scores)
    powers = [exp(each - top) for each in scores]
    total = sum(powers)
    return [power / total for power in powers]
