"""The second look at a region's pieces: further numbers, from the scores that the first look gave to all of them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.extract.surroundings import Shape

EDGE = -6.0
"""The score of what stands beyond the first and the last piece."""
NAMES = (
    *"score score_prev score_prev2 score_next score_next2 score_near score_group score_holder score_parent".split(),
    *"score_section score_heading kept_share kept_before kept_after since_kept until_kept kept_in_group".split(),
)


def vectors(shape: Shape, scores: Sequence[float]) -> list[list[float]]:
    """Give the further numbers of each piece, in the order of `NAMES`."""
    groups, holders, parents = (Means() for _ in range(3))
    for i, (score, size) in enumerate(zip(scores, shape.sizes, strict=True)):
        groups.add(shape.groups[i], score, size)
        holders.add(shape.holders[i], score, size)
        parents.add(shape.parents[i], score, size)
    around = [EDGE, EDGE, EDGE, *scores, EDGE, EDGE, EDGE]
    sections = _sections(shape, scores)
    kept = _kept(shape, scores)
    return [
        [
            score,
            around[i + 2],
            around[i + 1],
            around[i + 4],
            around[i + 5],
            sum(around[i : i + 7]) / 7,
            groups.mean(shape.groups[i]),
            holders.mean(shape.holders[i]),
            parents.mean(shape.parents[i]),
            *sections[i],
            *kept[i],
            groups.positive(shape.groups[i]),
        ]
        for i, score in enumerate(scores)
    ]


class Means:
    """Means of scores by some key, long pieces counting for more."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._sums: dict[object, tuple[float, float, float]] = {}

    def add(self, key: object, score: float, size: int) -> None:
        """Count a piece."""
        weight = min(size, 300) + 10.0
        total, weights, positive = self._sums.get(key, (0.0, 0.0, 0.0))
        self._sums[key] = total + score * weight, weights + weight, positive + (weight if score > 0 else 0.0)

    def mean(self, key: object) -> float:
        """Give the mean of the scores under a key."""
        total, weights, _ = self._sums[key]
        return total / weights

    def positive(self, key: object) -> float:
        """Give the share of the scores under a key that speak for keeping."""
        _, weights, positive = self._sums[key]
        return positive / weights


def _sections(shape: Shape, scores: Sequence[float]) -> list[tuple[float, float]]:
    """Give the mean score of the pieces between two headings, and the score of the heading above."""
    means = Means()
    heads: list[tuple[int, float]] = []
    at, head = -1, EDGE
    for i, (score, size) in enumerate(zip(scores, shape.sizes, strict=True)):
        if shape.headings[i]:
            at, head = i, score
        means.add(at, score, size)
        heads.append((at, head))
    return [(means.mean(at), head) for at, head in heads]


def _kept(shape: Shape, scores: Sequence[float]) -> list[tuple[float, float, float, float, float]]:
    """Give what would be kept in all, before and after each piece, and how far away it is."""
    count = len(scores)
    letters = [size if score > 0 else 0 for size, score in zip(shape.sizes, scores, strict=True)]
    total = sum(letters)
    all_letters = sum(shape.sizes) or 1
    until, distance = [0] * count, 99
    for i in range(count - 1, -1, -1):
        until[i] = distance
        distance = 1 if letters[i] else min(distance + 1, 99)
    found: list[tuple[float, float, float, float, float]] = []
    before, since = 0, 99
    for i in range(count):
        after = total - before - letters[i]
        found.append((total / all_letters, before / (total or 1), after / (total or 1), since, until[i]))
        before += letters[i]
        since = 1 if letters[i] else min(since + 1, 99)
    return found
