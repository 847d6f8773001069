from __future__ import annotations

import pytest

from reader.library.terms.stems import stem_of, words_of


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "floods", "flooding"),
        ("en-GB", "cities", "city"),
        ("de", "Häuser", "hauses"),
        ("fr", "élections", "élection"),
        ("nb", "båter", "båten"),
    ],
)
def test_forms_of_one_word_have_one_stem(language: str, one: str, other: str) -> None:
    assert stem_of(one, language) == stem_of(other, language) != ""


@pytest.mark.parametrize(
    ("language", "word"),
    [("xx", "floods"), ("", "floods"), ("ja", "東京都庁"), ("en", "sea"), ("en", "H2O2"), ("en", "two words")],
)
def test_what_has_no_stem_has_an_empty_one(language: str, word: str) -> None:
    assert stem_of(word, language) == ""


def test_numbers_and_short_words_have_no_stem() -> None:
    assert words_of("The 1999 Floods hit B2B towns, towns!") == {"floods", "towns"}
