"""The generated module: its columns are today's features, and generating it keeps every score."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.extraction.classify import context_features, features, forests
from tests.training.extraction.forest import Forest, module

# two trees: one asks number 1 and then number 0, the other is a leaf
FOREST = Forest((0, 5), (1, 0, -1, -1, -1, -1), (0.5, 2.0, -1.5, 0.25, 3.0, -0.125), (1, 2, 0, 0, 0, 0), (4, 3, 0, 0, 0, 0))


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[float]], float]:
    path: Path = tmp_path_factory.mktemp("forest") / "written.py"
    path.write_text(module([("score", FOREST, 3)], "of a test"), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("written", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    score: Callable[[Sequence[float]], float] = made.score
    return score


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(*[st.floats(-4, 4)] * 3))
def test_what_is_generated_scores_as_the_columns_do(
    generated: Callable[[Sequence[float]], float], numbers: tuple[float, ...]
) -> None:
    assert generated(numbers) == FOREST.score(numbers)


def test_each_pass_takes_the_numbers_that_are_made_for_it() -> None:
    width = len(features.NAMES)
    assert isinstance(forests.first((0.0,) * width), float)
    assert isinstance(forests.second((0.0,) * (width + len(context_features.NAMES))), float)
    with pytest.raises(ValueError, match="values to unpack"):
        forests.first((0.0,) * (width - 1))


def test_the_module_says_where_it_comes_from() -> None:
    for word in ("source:", "licence:", "command:", "versions:"):
        assert word in (forests.__doc__ or "")
