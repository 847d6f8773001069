"""Arabic names, which have no capitals."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import people, small_texts


@small_texts("ar")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال الوزير سامر العكاري إن الماء حق.", {"سامر العكاري"}),
        ("وأكدت رئيسة النقابة هدى خوري ذلك.", {"هدى خوري"}),
        ("التقى أحمد بن سالم في المدينة.", {"أحمد بن سالم"}),
    ],
)
def test_a_name_is_found_by_its_given_name(text: str, names: set[str]) -> None:
    assert set(people(text, "ar")) == names
