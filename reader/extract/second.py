"""The second look at a region's pieces: further numbers, from the scores that the first look gave to all of them."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from typing import TypeVar

from reader.extract.surroundings import Shape

Key = TypeVar("Key", bound=Hashable)

SURE = 3.0
"""Scores of the first look beyond this, and below its negative, are not looked at again."""
EDGE = -6.0
"""The score of what stands beyond the first and the last piece."""
NAMES = (
    *"score score_prev score_prev2 score_next score_next2 score_near score_group score_holder score_parent".split(),
    *"score_section score_heading kept_share kept_before kept_after since_kept until_kept kept_in_group".split(),
)


def vectors(shape: Shape, scores: Sequence[float], *, sure: float = math.inf) -> list[list[float]]:
    """Give the further numbers of each piece, in the order of `NAMES`; none for those of which the first look is sure."""
    weights = [min(size, 300) + 10.0 for size in shape.sizes]
    groups = _means(shape.groups, scores, weights)
    holders = _means(shape.holders, scores, weights)
    parents = _means(shape.parents, scores, weights)
    around = [EDGE, EDGE, EDGE, *scores, EDGE, EDGE, EDGE]
    sections = _sections(shape, scores, weights)
    kept = _kept(shape, scores)
    return [
        []
        if not -sure < score < sure
        else [
            score,
            around[i + 2],
            around[i + 1],
            around[i + 4],
            around[i + 5],
            sum(around[i : i + 7]) / 7,
            groups[shape.groups[i]][0],
            holders[shape.holders[i]][0],
            parents[shape.parents[i]][0],
            *sections[i],
            *kept[i],
            groups[shape.groups[i]][1],
        ]
        for i, score in enumerate(scores)
    ]


def _means(keys: Sequence[Key], scores: Sequence[float], weights: Sequence[float]) -> dict[Key, tuple[float, float]]:
    """Give by key the mean of the scores, long pieces counting for more, and the share of those that speak for keeping."""
    sums: dict[Key, list[float]] = {}
    for key, score, weight in zip(keys, scores, weights, strict=True):
        row = sums.get(key)
        if row is None:
            row = sums[key] = [0.0, 0.0, 0.0]
        row[0] += score * weight
        row[1] += weight
        if score > 0:
            row[2] += weight
    return {key: (total / weight, positive / weight) for key, (total, weight, positive) in sums.items()}


def _sections(shape: Shape, scores: Sequence[float], weights: Sequence[float]) -> list[tuple[float, float]]:
    """Give the mean score of the pieces between two headings, and the score of the heading above."""
    places: list[int] = []
    heads: list[float] = []
    at, head = -1, EDGE
    for i, (is_heading, score) in enumerate(zip(shape.headings, scores, strict=True)):
        if is_heading:
            at, head = i, score
        places.append(at)
        heads.append(head)
    means = _means(places, scores, weights)
    return [(means[at][0], head) for at, head in zip(places, heads, strict=True)]


def _kept(shape: Shape, scores: Sequence[float]) -> list[tuple[float, float, float, float, float]]:
    """Give what would be kept in all, before and after each piece, and how far away it is."""
    count = len(scores)
    letters = [size if score > 0 else 0 for size, score in zip(shape.sizes, scores, strict=True)]
    total = sum(letters)
    share, all_kept = total / (sum(shape.sizes) or 1), total or 1
    until, distance = [0.0] * count, 99.0
    for i in range(count - 1, -1, -1):
        until[i] = distance
        distance = 1.0 if letters[i] else min(distance + 1.0, 99.0)
    found: list[tuple[float, float, float, float, float]] = []
    before, since = 0, 99.0
    for own, distance in zip(letters, until, strict=True):
        found.append((share, before / all_kept, (total - before - own) / all_kept, since, distance))
        before += own
        since = 1.0 if own else min(since + 1.0, 99.0)
    return found
