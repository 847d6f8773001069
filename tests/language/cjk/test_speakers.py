"""Who says a quote in Chinese and Japanese."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import said, small_texts


@small_texts("ja", "zh")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("ja", "山田太郎首相は「ここに残る」と述べた。", ["山田太郎"]),
        ("ja", "山田太郎さんが言った。「ここに残る」", ["山田太郎"]),
        ("ja", "市場を守る「市民の会」ができた。", [""]),
        ("zh", "市长王建国说：“我们留下来。”", ["王建国"]),
        ("zh", "“我们留下来，”市长王建国说。", ["王建国"]),
        ("zh", "市长王建国说：“我们留下来。”“哪儿也不去。”", ["王建国", "王建国"]),
    ],
)
def test_the_words_around_the_marks_tell_it(language: str, text: str, speakers: list[str]) -> None:
    assert [speaker for _, speaker in said(text, language)] == speakers
