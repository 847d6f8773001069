"""Speech whose speaker no words beside it name."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import said, small_texts


@small_texts("pl", "sv")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("pl", "Jan Nowak był zły. – Chcemy głowy ministra – oświadczył.", ["Jan Nowak"]),
        ("pl", "Ewa Nowak wyszła. „Niczego nie podpisałam” – powiedziała.", ["Ewa Nowak"]),
        ("sv", "– Jag har jobbat här i 31 år, säger Birgitta Nyström.\n\n– Vad ska jag göra nu?", ["Birgitta Nyström"] * 2),
        ("ru", "— Мы ждали год, — сказала Анна Белова. — Больше не будем.", ["Анна Белова"] * 2),
    ],
)
def test_it_is_whom_the_passage_is_about_or_who_spoke_before(language: str, text: str, speakers: list[str]) -> None:
    assert [speaker for _, speaker in said(text, language)] == speakers


def test_elsewhere_nobody_is_made_up() -> None:
    assert said("Jan Nowak was angry. “We want the minister’s head.”")[0][1] in {"Jan Nowak", ""}
    assert said("– Vad ska jag göra nu?", "sv") == [("Vad ska jag göra nu?", "")]
