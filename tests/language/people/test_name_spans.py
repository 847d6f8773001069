"""Where names begin and end."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import people, small_texts


@small_texts("en-people", "fr", "es", "it", "pt")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Ludwig van der Berg and Maria del Carmen Ruiz.", {"Ludwig van der Berg", "Maria del Carmen Ruiz"}),
        ("Yesterday Tomas Brandl left, said Mr. Brandl’s wife.", {"Tomas Brandl"}),
        ("Dr. J. R. Halloran Jr. spoke.", {"J. R. Halloran Jr."}),
        ("Jean-Paul O’Brien and Siân McAllister spoke.", {"Jean-Paul O’Brien", "Siân McAllister"}),
    ],
)
def test_a_name_runs_over_its_particles_and_initials(text: str, names: set[str]) -> None:
    assert set(people(text)) == names
