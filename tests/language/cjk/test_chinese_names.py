"""Chinese names that no title or verb betrays."""

from __future__ import annotations

import pytest

from reader.language.cjk.chinese_names import statistical_names
from reader.language.lexicon.word_lists import lexicon
from tests.language.reading import people


def _names(text: str) -> list[str]:
    return [name for name, _, _ in statistical_names(text, lexicon("zh"))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("桥边站着许秀英。", ["许秀英"]),
        ("出席的有吴志强、赵丽、沈国栋。", ["吴志强", "赵丽", "沈国栋"]),
        ("彭涛朱志强", ["彭涛", "朱志强"]),
    ],
)
def test_a_family_name_and_signs_of_given_names_make_a_name(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize("text", ["高尔夫球赛", "雷克斯和蒂娜", "任何问题都可以解决。", "张贴通知", "金额不大，方便群众。"])
def test_words_and_foreign_sounds_make_none(text: str) -> None:
    assert _names(text) == []


def test_such_a_name_stands_in_the_index() -> None:
    assert people("桥边站着许秀英。许秀英没走。", "zh") == {"许秀英": 2}


def test_an_office_behind_katakana_or_a_korean_name_makes_somebody() -> None:
    assert people("強硬派のベルニコフ財務相は述べた。尹泰均首相は去った。", "ja") == {"ベルニコフ": 1, "尹泰均": 1}
    assert people("千葉タワー社長は述べた。", "ja") == {}
