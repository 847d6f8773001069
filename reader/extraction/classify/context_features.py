"""The second pass at a region's segments: further numbers, from the scores that the first pass gave to all of them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import accumulate
from typing import TypeVar

from reader.extraction.classify.region_statistics import Shape, distances

Key = TypeVar("Key", bound=Hashable)
Column = Sequence[float]

SURE = 3.0
"""Scores of the first pass beyond this, and below its negative, are not looked at again."""
EDGE = -6.0
"""The score of what stands beyond the first and the last segment."""
NAMES = (
    *"score score_prev score_prev2 score_next score_next2 score_near score_group score_holder score_parent".split(),
    *"score_section score_heading kept_share kept_before kept_after since_kept until_kept kept_in_group".split(),
)


def vectors(shape: Shape, scores: Sequence[float]) -> list[tuple[float, ...]]:
    """Return the further numbers of each segment, in the order of `NAMES`."""
    weights = [min(size, 300) + 10.0 for size in shape.sizes]
    groups = _means(shape.groups, scores, weights)
    containers = _means(shape.containers, scores, weights)
    parents = _means(shape.parents, scores, weights)
    columns = (
        *_near(scores),
        [groups[key][0] for key in shape.groups],
        [containers[key][0] for key in shape.containers],
        [parents[key][0] for key in shape.parents],
        *_sections(shape, scores, weights),
        *_kept(shape, scores),
        [groups[key][1] for key in shape.groups],
    )
    return [*zip(*columns, strict=True)]


def _near(scores: Sequence[float]) -> tuple[Column, ...]:
    """Return each score with those of the two segments on each side, and the mean of seven."""
    around = [EDGE, EDGE, EDGE, *scores, EDGE, EDGE, EDGE]
    shifted = [around[at : at + len(scores)] for at in range(7)]
    return scores, shifted[2], shifted[1], shifted[4], shifted[5], [sum(seven) / 7 for seven in zip(*shifted, strict=True)]


def _means(keys: Sequence[Key], scores: Sequence[float], weights: Sequence[float]) -> dict[Key, tuple[float, float]]:
    """Return by key the mean of the scores, long segments counting for more, and the share of those that speak for keeping."""
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


def _sections(shape: Shape, scores: Sequence[float], weights: Sequence[float]) -> tuple[Column, Column]:
    """Return the mean score of the segments between two headings, and the score of the heading above."""
    places: list[int] = []
    heads: list[float] = []
    at, head = -1, EDGE
    for i, (is_heading, score) in enumerate(zip(shape.headings, scores, strict=True)):
        if is_heading:
            at, head = i, score
        places.append(at)
        heads.append(head)
    means = _means(places, scores, weights)
    return [means[at][0] for at in places], heads


def _kept(shape: Shape, scores: Sequence[float]) -> tuple[Column, ...]:
    """Return what would be kept in all, before and after each segment, and how far away it is."""
    letters = [size if score > 0 else 0 for size, score in zip(shape.sizes, scores, strict=True)]
    so_far = [*accumulate(letters, initial=0)]
    total = so_far[-1]
    share, all_kept = total / (sum(shape.sizes) or 1), total or 1
    return (
        [share] * len(scores),
        [before / all_kept for before in so_far[:-1]],
        [(total - behind) / all_kept for behind in so_far[1:]],
        distances(letters),
        distances(letters[::-1])[::-1],
    )
