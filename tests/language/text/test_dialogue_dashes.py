"""Speech that a dash opens."""

from __future__ import annotations

import pytest

from reader.language.lexicon.word_lists import lexicon
from reader.language.text.dialogue_dashes import spoken
from tests.language.challenge import Case, faults
from tests.language.reading import small_texts


@small_texts("ru", "pl", "es", "sv")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("language", "text", "inside"),
    [
        ("ru", "— Нет, — сказала она. — Мы ждём.", ["Нет,", "Мы ждём."]),
        ("ru", "— Мост — старый, — сказал Белов.", ["Мост — старый,"]),
        ("es", "—No vamos —dijo Ana—. Hace frío.", ["No vamos", "Hace frío."]),
        ("pl", "Anna Nowak wyszła. – Nie wiem – powiedziała.", ["Nie wiem"]),
        ("sv", "– Vi stannar, säger Karin Ek.", ["Vi stannar, säger Karin Ek."]),
        ("ru", "Мост — старый, сказал он.", []),
        ("pl", "Most. – Nowy i szeroki – czeka.", []),
    ],
)
def test_a_dash_opens_speech_up_to_who_says_it(language: str, text: str, inside: list[str]) -> None:
    assert [text[quote.start : quote.end].rstrip() for quote in spoken(text, lexicon(language))] == inside
