"""What the rankers were taught, and what they make of choices."""

from __future__ import annotations

import pytest

from reader.language.ranking import probabilities, score, weights


def test_a_language_has_its_own_weights_or_those_of_all() -> None:
    assert weights("names", "en") != weights("names", "fr")
    assert weights("names", "fr") == weights("names")
    assert weights("no such model") == {}


def test_a_score_is_the_sum_of_weights_in_any_order() -> None:
    table = {"a": 0.1, "b": 0.2, "c": 0.3}
    assert score(["a", "b", "c", "unknown"], table) == score(["c", "b", "a"], table) == pytest.approx(0.6)


def test_shares_sum_to_one_and_follow_the_scores() -> None:
    assert probabilities([]) == []
    assert probabilities([1000.0]) == [1.0]
    low, high = probabilities([0.0, 1.0])
    assert low + high == pytest.approx(1)
    assert high == pytest.approx(0.731, abs=0.001)
