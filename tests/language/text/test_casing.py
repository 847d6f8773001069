"""Titles by their capitals."""

from __future__ import annotations

import pytest

from reader.language.text.casing import is_title_case


@pytest.mark.parametrize("words", ["The Salt Road", "Low Tide", "1984 Redux"])
def test_a_title_has_capitals(words: str) -> None:
    assert is_title_case(words)


@pytest.mark.parametrize("words", ["The salt road", "of the", ""])
def test_a_sentence_is_no_title(words: str) -> None:
    assert not is_title_case(words)
