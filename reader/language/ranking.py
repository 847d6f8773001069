"""The weights that the rankers of this room were taught, and what they make of a list of choices.

A log-linear model: a choice's score is the sum of its features' weights, a choice's probability its share of the exponentials.
Weights are learnt by `tests/training/quotes/train.py` from `tests/corpus/` and lie in `data/weights.txt`, a feature a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, fsum


@cache
def weights(model: str, language: str = "") -> Mapping[str, float]:
    """Return the weights of one model ("names", "speakers", "pronouns") by feature: the language's own if there are any."""
    models = _read()
    return models.get(f"{model} {language}") or models.get(model, {})


@cache
def _read() -> Mapping[str, Mapping[str, float]]:
    models: dict[str, dict[str, float]] = {}
    current: dict[str, float] = {}
    for line in files("reader.language").joinpath("data", "weights.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = models.setdefault(line[1:-1], {})
        elif line and not line.startswith("#"):
            feature, _, weight = line.rpartition(" ")
            current[feature] = float(weight)
    return models


def forget() -> None:
    """Read the weights anew when they are asked for next; for the trainer, which writes them."""
    _read.cache_clear()
    weights.cache_clear()


def score(features: Iterable[str], table: Mapping[str, float]) -> float:
    """Return the sum of the weights of some features, the same in any order; unknown ones weigh nothing."""
    return fsum([table.get(feature, 0.0) for feature in features])


def probabilities(scores: Sequence[float]) -> list[float]:
    """Return the probability of each choice; an empty list for no choices."""
    if not scores:
        return []
    top = max(scores)
    powers = [exp(each - top) for each in scores]
    total = sum(powers)
    return [power / total for power in powers]
