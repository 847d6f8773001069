from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.terms.folding import flatten, fold, plainly


@pytest.mark.parametrize(
    ("printed", "plain"), [("Straße", "Strasse"), ("Łódź", "lódź"), ("H₂O", "H2O"), ("مُحَمَّد", "محمد"), ("plain", "plain")]
)
def test_letters_are_plain_in_the_index(printed: str, plain: str) -> None:
    assert plainly(printed) == plain


@given(st.text(max_size=80))
def test_every_character_that_is_compared_comes_from_one_of_the_text(text: str) -> None:
    flat, origins = flatten(text)
    if origins is None:
        assert len(flat) == len(text) or text.isascii()
    else:
        assert len(origins) == len(flat)
        assert origins == sorted(origins)
        assert all(0 <= at < len(text) for at in origins)


@given(st.text(max_size=80))
def test_folding_keeps_the_number_of_characters(text: str) -> None:
    assert len(fold(text)) == len(text)
