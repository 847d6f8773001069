"""Where a person is named again in Chinese and Japanese."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import people, small_texts


@small_texts("ja", "zh")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        ("ja", "山田太郎首相は述べた。山田氏は去った。小山田橋は古い。", 2),
        ("zh", "汉斯·穆勒说桥很老。穆勒走了。", 2),
    ],
)
def test_a_family_name_stands_alone_or_with_a_title(language: str, text: str, times: int) -> None:
    assert list(people(text, language).values()) == [times]
