"""Statements reported without marks in Chinese and Japanese."""

from __future__ import annotations

import pytest

from tests.language.reading import stated


@pytest.mark.parametrize(
    ("language", "text", "speaker", "statement"),
    [
        ("zh", "云溪市市长沈雅琴14日宣布，老石桥将原址加固，不再拆除。", "沈雅琴", "老石桥将原址加固，不再拆除"),
        ("zh", "市議員謝佩珊對記者表示，通知單停水後才送到。", "謝佩珊", "通知單停水後才送到"),
        (
            "ja",
            "葉山千鶴子市長は10日の会見で、新市場の開業を4月に延期すると発表した。",
            "葉山千鶴子",
            "新市場の開業を4月に延期する",
        ),
        ("ja", "栗原大氏は街頭演説で、対策の遅れを追及する考えを示した。", "栗原大", "対策の遅れを追及する考え"),
        ("ja", "黒田哲さんによると、秋の水揚げは年間の半分を占める。", "黒田哲", "秋の水揚げは年間の半分を占める"),
    ],
)
def test_what_is_told_is_a_statement(language: str, text: str, speaker: str, statement: str) -> None:
    found = stated(text, language)
    assert [words for words, _ in found] == [statement]
    assert speaker in {found[0][1], ""}


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "沈雅琴说：“桥很老。”"), ("zh", "沈雅琴说，“桥很老。”"), ("zh", "沈雅琴走了，桥还在。"), ("ja", "葉山千鶴子市長は「延期する」と述べた。"),
     ("ja", "葉山千鶴子市長は10日に市場を訪れた。")],
)  # fmt: skip
def test_quotes_alone_are_no_statements(language: str, text: str) -> None:
    assert stated(text, language) == []
