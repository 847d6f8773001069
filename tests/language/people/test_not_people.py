"""What looks like a person's name and is none."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import people, small_texts


@small_texts("en-things")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left Tanner's Row at nine. Dogwood Avenue was closed. The Ferry ran aground.",
        "She studied at Harlan University before she joined Sinn Mara, a party.",
        "The crash happened in a Volkswagen Polo near the Stadio Renzo Bianchi.",
        "Hurricane Beryl hit at noon. Beryl passed by night.",
        "Statistics Canada published the figures at Christmas Eve.",
        "Shares in Tessel fell. Tessel shares had risen on Monday.",
    ],
)
def test_streets_schools_storms_and_firms_are_no_people(text: str) -> None:
    assert people(text) == {}


def test_kin_of_somebody_is_somebody() -> None:
    assert set(people("Arthur Kemp’s father, Martin, left. Kemp is survived by a son, Peter.")) >= {"Arthur Kemp"}
