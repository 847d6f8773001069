"""Japanese names."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import people, small_texts


@small_texts("ja")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize("text", ["葉山千鶴子市長は述べた。", "栗原大氏は述べた。", "会社員の山田花子さん（31）は述べた。"])
def test_a_family_name_a_given_name_and_a_title_make_somebody(text: str) -> None:
    (name,) = people(text, "ja")
    assert name in {"葉山千鶴子", "栗原大", "山田花子"}


def test_a_place_is_nobody() -> None:
    assert people("大田区は広い。", "ja") == {}
