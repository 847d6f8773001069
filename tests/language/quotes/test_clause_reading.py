"""What each word of a clause is."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import said, small_texts


@small_texts("en-speakers", "fr", "es")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“We left,” recently said Ana Prat.", "Ana Prat"),
        ("fr", "« Nous partons », a déclaré mardi la maire, Anne Prat.", "Anne Prat"),
        ("es", "“Nos vamos”, aseguró ayer Ana Prat.", "Ana Prat"),
        ("en", "“We left,” Ana Prat quietly said.", "Ana Prat"),
    ],
)
def test_small_words_between_verb_and_subject_are_skipped(language: str, text: str, speaker: str) -> None:
    assert said(text, language)[0][1] == speaker
