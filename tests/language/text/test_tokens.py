"""A passage as a row of words."""

from __future__ import annotations

import pytest

from reader.language.text.tokens import QUOTE
from tests.language.reading import words


@pytest.mark.parametrize(
    ("language", "text", "cut"),
    [
        ("en", "The U.S. isn’t Kovacs’s.", "The|U.S.|isn’t|Kovacs|’s|."),
        ("fr", "L’avocat a-t-il dit", "L’|avocat|a|-t-il|dit"),
        ("en", "“Go,” he said.", f"{QUOTE}|he|said|."),
        ("en", "Wait -- now ...", "Wait|--|now|..."),
    ],
)
def test_a_line_is_cut_into_words_and_a_quote_is_one(language: str, text: str, cut: str) -> None:
    assert "|".join(words(text, language).words) == cut


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", 2),
        ("Mr. Prat left at 5 p.m. on Monday.", 1),
        ("J. Prat left.", 1),
        ("“Go.” He left.", 2),
        ("“Go.” and he left.", 1),
        ("Yes! no, he said.", 1),
    ],
)
def test_a_sentence_ends_at_a_full_stop_before_a_capital(text: str, sentences: int) -> None:
    assert len(set(words(text).sentence)) == sentences


def test_arabic_words_lose_their_vowels() -> None:
    assert words("وقالَت هدى", "ar").lower[0] in {"قالت", "وقالت"}


def test_signs_are_not_counted_as_words() -> None:
    row = words("Yes , “no” (he)")
    assert row.plain == [0, 1, 1, 1, 1, 2, 2]
    assert row.quoted(0, 3)
    assert not row.quoted(3, 5)
    assert row.at(row.starts[4]) == 4
