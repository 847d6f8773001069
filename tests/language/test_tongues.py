"""Small texts in languages that bend names, set no capitals or no spaces, or open speech with a dash: all must be right."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, cases, faults

FILES = frozenset({"ja", "zh", "ar", "ru", "uk", "tr", "sv", "nb", "pl-forms", "nl-marks"})


@pytest.mark.parametrize("case", [case for case in cases() if case.file in FILES], ids=lambda case: f"{case.file} {case.name}")
def test_a_small_text_is_understood(case: Case) -> None:
    assert faults(case) == []
