"""Quotes in single marks, which are apostrophes too."""

from __future__ import annotations

import pytest

from reader.language.text.quotation_marks import marked
from tests.language.challenge import Case, faults
from tests.language.reading import small_texts


@small_texts("en-marks")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("‘We are staying,’ said Ceri.", ["We are staying,"]),
        ("‘It’s the boys’ boat,’ he said.", ["It’s the boys’ boat,"]),
        ("Rock of the '90s wasn't quiet.", []),
        ("The boys' boat and the girls' hut.", []),
        ("‘He said “go” and I didn’t,’ she said.", ["He said “go” and I didn’t,"]),
        ("She called it 'a mess' twice.", ["a mess"]),
        ("‹Ja› steht da.", ["Ja"]),
        ("“They said ‘go’ to us.”", ["They said ‘go’ to us."]),
    ],
)
def test_a_single_mark_is_a_quote_only_if_it_is_paired(text: str, inside: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in marked(text)] == inside
