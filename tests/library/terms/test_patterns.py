from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.terms.patterns import compiled, found_in


@pytest.mark.parametrize(
    "pattern", ["sea ?wall", "(?:ferry|boat)s?", "^Budget.*passed$", "\\d{2,4}", "a.*b.*", "[^a]+x", "(abc){1,3}", "\\bsea\\b"]
)
def test_ordinary_patterns_are_taken(pattern: str) -> None:
    assert compiled(pattern) is not None


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(a|aa)+$",
        "(a*)*b",
        "(.*)\\1",
        "a.*b.*c.*",
        "((a?){30}){30}",
        "(?:x+x+)+y",
        "[",
        "(",
        "*",
        "(?P<n>a)(?P=n)",
        "a" * 1001,
        "(" * 400,
    ],
)
def test_what_may_never_end_is_refused(pattern: str) -> None:
    assert compiled(pattern) is None


@given(st.text(alphabet="ab.*+?()[]{}|\\^$,2", max_size=14))
def test_whatever_is_taken_ends(text: str) -> None:
    pattern = compiled(text)
    before = time.perf_counter()
    if pattern is not None:
        found_in(pattern, "ab" * 1200 + "\n" + "a" * 3000)
    assert time.perf_counter() - before < 5


def test_a_pattern_is_held_against_each_line_without_regard_to_case() -> None:
    pattern = compiled("^wall FALLS$")
    assert pattern is not None
    assert found_in(pattern, "Harbour\nWall falls\ntoday")
    assert not found_in(pattern, "Harbour wall falls")
