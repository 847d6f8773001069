"""How the segments of a region relate to each other."""

from __future__ import annotations

from reader.extraction.classify.region_statistics import distances


def test_distances_count_from_the_last_mark() -> None:
    assert distances([0, 5, 0, 0, 1]) == [99, 99, 1, 2, 3]
