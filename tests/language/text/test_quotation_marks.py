"""What stands between quotation marks, well or badly paired."""

from __future__ import annotations

import pytest

from reader.language.text.quotation_marks import marked
from tests.language.challenge import Case, faults
from tests.language.reading import small_texts


@small_texts("en-marks", "nl-marks")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('She said "no" and "yes".', ["no", "yes"]),
        ("„Ja“, sagte er, »nein«.", ["Ja", "nein"]),
        ("« Oui », dit-il.", ["Oui"]),
        ("“The film «Salt» is long,” she said.", ["The film «Salt» is long,"]),
        ("「『海』を読む」と言った。", ["『海』を読む"]),
        ("“Left open to the end", ["Left open to the end"]),
        ("Stray” here, “and a quote.”", ["and a quote."]),
        ("“ “Go,” he said.", ["Go,"]),
        (',,Ja", zei hij.', ["Ja"]),
        ("``Go,'' he said.", ["Go,"]),
        ("Nothing “ ” here.", []),
        ('“Straight and curly," he said.', ["Straight and curly,"]),
        ('A 6" pipe burst.', []),
    ],
)
def test_marks_are_paired(text: str, inside: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in marked(text)] == inside


def test_a_quote_that_nothing_closes_is_open() -> None:
    assert [quote.closed for quote in marked("“Done.” “Not done")] == [True, False]
