"""Words that may name a speaker."""

from __future__ import annotations

import pytest

from reader.language.lexicon.word_lists import lexicon
from reader.language.quotes.speaker_candidates import find_mentions
from tests.language.challenge import Case, faults
from tests.language.reading import said, small_texts, words


@small_texts("en-speakers")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Go,” she said.", ["she"]),
        ("“Go,” the old harbour master said.", ["the old harbour master"]),
        ("“Go,” said a man in a red coat.", ["a man"]),
        ("The crowd chanted “Go.”", ["The crowd"]),
        ("The mayor of the town, in the rain, left.", ["The mayor"]),
    ],
)
def test_pronouns_and_nominals_are_candidates(text: str, found: list[str]) -> None:
    assert [text[each.start : each.end] for each in find_mentions(0, words(text), (), lexicon("en"))] == found


@pytest.mark.parametrize(
    "text",
    [
        "“We left,” said Kovacs spokesman Jan Prat.",
        "“We left,” said Ana Kovacs’s lawyer, Jan Prat.",
        "“We left,” said Jan Prat, the minister.",
        "“We left,” said the minister, Jan Prat.",
    ],
)
def test_what_says_more_about_a_name_is_no_candidate(text: str) -> None:
    assert said(text) == [("We left,", "Jan Prat")]
