"""What is reported in Turkish, whose verb ends the sentence."""

from __future__ import annotations

import pytest

from tests.language.reading import stated


@pytest.mark.parametrize(
    ("language", "text", "speaker", "statement"),
    [
        (
            "tr",
            "Bakan Selim Aksoy, köprünün yıl sonunda trafiğe açılacağını söyledi.",
            "Selim Aksoy",
            "köprünün yıl sonunda trafiğe açılacağını",
        ),
        ("tr", "Ayşe Demir okulun yarın kapalı olduğunu ifade etti.", "Ayşe Demir", "okulun yarın kapalı olduğunu"),
        ("tr", "Selim Aksoy'a göre köprü yıl sonunda trafiğe açılacak.", "Selim Aksoy", "köprü yıl sonunda trafiğe açılacak"),
    ],
)
def test_the_clause_before_the_last_verb_is_reported(language: str, text: str, speaker: str, statement: str) -> None:
    found = stated(text, language)
    assert [words for words, _ in found] == [statement]
    assert speaker in {found[0][1], ""}


def test_an_object_is_no_statement() -> None:
    assert stated("Selim Aksoy köprünün yeni planını dün öğleden sonra açıkladı.", "tr") == []


def test_a_quote_is_no_statement() -> None:
    assert stated("Selim Aksoy “köprü açılacak” dediğini söyledi.", "tr") == []
