"""The particles of Dutch names."""

from __future__ import annotations

from reader.language.people.dutch import is_particle, without_office
from tests.language.challenge import Case, faults
from tests.language.reading import small_texts


@small_texts("nl")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


def test_an_office_behind_van_is_no_part_of_a_name() -> None:
    assert without_office(["Jan", "Prat", "van", "Financiën"], 4) == 2
    assert without_office(["Jan", "van", "Dijk"], 3) == 3


def test_a_title_behind_a_particle_is_a_family_name() -> None:
    assert is_particle(["Els", "de", "Boer"], 2)
    assert not is_particle(["Els", "Boer"], 1)
