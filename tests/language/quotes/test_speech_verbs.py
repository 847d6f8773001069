"""The say-verb that holds a speaker."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import said, small_texts


@small_texts("en-speakers", "de", "nl")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We left,” Ana Prat said.", "Ana Prat"),
        ("“We left,” said Ana Prat.", "Ana Prat"),
        ("“We left,” said the city’s engineer, Ana Prat.", "Ana Prat"),
        ("“We left,” Ana Prat, the engineer, said.", "Ana Prat"),
        ("According to Ana Prat, it is “old and rotten”.", "Ana Prat"),
        ("Ana Prat stood up and said, “We left.”", "Ana Prat"),
        ("“We left,” Paul Danner of Wisconsin said.", "Paul Danner"),
        ("Ana Prat, who said “we left,” came back.", "Ana Prat"),
        ("“We left,” said a source close to the investigation.", "a source"),
        ("Ana Prat stood up. Paul Danner said, “We left.”", "Paul Danner"),
    ],
)
def test_a_verb_has_its_subject_before_or_behind_it(text: str, speaker: str) -> None:
    assert said(text)[0][1] == speaker
