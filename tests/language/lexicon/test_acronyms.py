"""Acronyms, and where one parts from the name beside it."""

from __future__ import annotations

import pytest

from reader.language.lexicon.acronyms import is_acronym, parts_company
from reader.language.lexicon.word_lists import lexicon


@pytest.mark.parametrize(
    ("word", "known"), [("NATO", True), ("GM", True), ("Nato", False), ("A", False), ("XVI", False), ("U.S.", False)]
)
def test_an_acronym_is_in_capitals(word: str, known: bool) -> None:
    assert is_acronym(word) is known


@pytest.mark.parametrize(
    ("opening", "word", "leaves"),
    [(("NATO",), "Jens", True), (("Emmanuel",), "MACRON", False), (("Ana",), "IMF", True), (("DCI",), "Will", False), (("Ana",), "Prat", False)],
)  # fmt: skip
def test_an_acronym_leaves_the_name_beside_it(opening: tuple[str, ...], word: str, leaves: bool) -> None:
    assert parts_company(opening, word, lexicon("en")) is leaves
