"""A list-wise log-linear learner: pure Python, deterministic to the last digit that is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

DIGITS = 2  # of a weight, as written
USUAL = 0.01  # penalty
RARE = 4  # a feature seen less often teaches nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One decision: choices as sets of features, and which of them are right (one is enough)."""

    choices: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    group: str
    """The article it is of: cross-validation keeps an article's examples together."""


def learn(examples: Sequence[Example], *, epochs: int = 15, rate: float = 0.15, penalty: float = USUAL) -> dict[str, float]:
    """Return the weights that make the right choices likely: AdaGrad on the list-wise log-likelihood with an L2 penalty.

    Args:
        examples: in an order that does not change; the result depends on it.
        epochs: passes over all examples.
        rate: of AdaGrad (Duchi, Hazan and Singer 2011).
        penalty: weight of the squared weights, per example and feature seen.
    """
    seen = Counter(feature for example in examples for choice in example.choices for feature in choice)
    index: dict[str, int] = {}
    coded = [
        (
            [
                [index.setdefault(feature, len(index)) for feature in choice if seen[feature] >= RARE]
                for choice in example.choices
            ],
            example.right,
        )
        for example in examples
        if example.right and len(example.choices) > 1
    ]
    weights, squares = [0.0] * len(index), [1e-6] * len(index)
    for _ in range(epochs):
        for choices, right in coded:
            _step(choices, right, weights, squares, rate, penalty)
    return {feature: round(weights[at], DIGITS) for feature, at in sorted(index.items())}


def _step(
    choices: list[list[int]], right: frozenset[int], weights: list[float], squares: list[float], rate: float, penalty: float
) -> None:
    scores = [sum(weights[at] for at in choice) for choice in choices]
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total, good = sum(powers), sum(powers[at] for at in right)
    for number, choice in enumerate(choices):
        share = powers[number] / total
        pull = share - (powers[number] / good if number in right and good else 0.0)
        if -1e-4 < pull < 1e-4:
            continue
        for at in choice:
            slope = pull + penalty * weights[at]
            squares[at] += slope * slope
            weights[at] -= rate * slope / sqrt(squares[at])


def folds(examples: Sequence[Example], count: int = 5) -> Iterable[tuple[list[Example], list[Example]]]:
    """Return pairs of training and test examples; an article stands wholly in one of the two."""
    groups = sorted({example.group for example in examples})
    for fold in range(count):
        held = set(groups[fold::count])
        yield (
            [example for example in examples if example.group not in held],
            [example for example in examples if example.group in held],
        )


def chosen(example: Example, weights: Mapping[str, float]) -> int:
    """Return the index of the likeliest choice."""
    scores = [sum(weights.get(feature, 0.0) for feature in choice) for choice in example.choices]
    return scores.index(max(scores))
