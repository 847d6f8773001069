"""Names among German nouns."""

from __future__ import annotations

import pytest

from reader.language.people.german import end, start
from tests.language.challenge import Case, faults
from tests.language.reading import people, small_texts


@small_texts("de")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


def test_a_name_starts_behind_a_noun() -> None:
    assert start(["witwe", "anna", "krüger"], 0, frozenset({"witwe"})) == 1
    assert start(["anna", "krüger"], 0, frozenset()) == 0


def test_a_name_in_the_genitive_ends_before_what_it_owns() -> None:
    text = "Angela Wirths Rede"
    assert end(text, [(0, 6), (7, 13), (14, 18)], 0, 3) == 2
    text = "Anna Maria Krüger"
    assert end(text, [(0, 4), (5, 10), (11, 17)], 0, 3) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Der Bereich Telekommunikation wächst um acht Prozent. Nur zehn Prozent der Versorger melden Ausfälle. Solche Verträge sind selten.",
        "Die Profis der Mannschaften flogen nach Hause. Im Bundesstaat Florida wird wieder gewählt. Solche Anlagen kosten viel.",
        "Die Ermittlungen zu Betrugsvorwürfen laufen seit Mai, teilte die Staatsanwaltschaft mit.",
    ],
)
def test_german_nouns_are_no_people(text: str) -> None:
    assert people(text, "de") == {}
