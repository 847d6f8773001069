"""What the paper says inside a quote."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import said, small_texts


@small_texts("fr", "it")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("fr", "« Nous sommes prêts, assure Paul Morin. Il faut agir. »", ["Nous sommes prêts,", "Il faut agir. "]),
        ("it", "«Siamo pronti – spiega il sindaco – ma serve tempo».", ["Siamo pronti", "ma serve tempo"]),
        ("fr", "« Il part, dit-il. Demain. »", ["Il part,", "Demain. "]),
        ("fr", "« Nous sommes prêts, assurément. Il faut agir. »", ["Nous sommes prêts, assurément. Il faut agir. "]),
        ("fr", "« Nous sommes prêts, assure Paul Morin »", ["Nous sommes prêts,"]),
        ("en", "“We are ready, says the poster. Go.”", ["We are ready, says the poster. Go."]),
    ],
)
def test_a_quote_is_cut_where_the_paper_says_who_speaks(language: str, text: str, parts: list[str]) -> None:
    assert [words.strip() for words, _ in said(text, language)] == [part.strip() for part in parts]
