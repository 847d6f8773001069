"""People in Chinese and Japanese."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import people, small_texts


@small_texts("zh")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("zh", "市长王建国说桥很老。王建国走了。", {"王建国": 2}),
        ("zh", "汉斯·穆勒说桥很老。穆勒走了。", {"汉斯·穆勒": 2}),
        ("ja", "山田太郎首相は述べた。山田首相は去った。", {"山田太郎": 2}),
        ("ja", "ハンス・ミュラー氏は述べた。", {"ハンス・ミュラー": 1}),
        ("zh", "桥很老。", {}),
    ],
)
def test_a_name_is_known_by_its_family_name_or_its_dot(language: str, text: str, names: dict[str, int]) -> None:
    assert people(text, language) == names
