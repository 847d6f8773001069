"""What stands before a name without being part of it."""

from __future__ import annotations

import pytest

from reader.language.lexicon.word_lists import lexicon
from reader.language.people.leading_organisations import behind_a_body, is_no_name


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Refugee Council Enver Solomon", 2),
        ("New York Paul Prat", 2),
        ("Paul Prat", 0),
        ("Mary Ann Prat", 0),
        ("Relations Alia Salem", 1),
    ],
)
def test_a_body_or_a_place_before_a_name_is_no_part_of_it(words: str, at: int) -> None:
    assert behind_a_body(words.split(), lexicon("en")) == at


def test_other_languages_have_rules_of_their_own() -> None:
    assert behind_a_body(["Refugee", "Council", "Enver", "Solomon"], lexicon("fr")) == 0
    assert is_no_name("Refugee")
    assert not is_no_name("Paul")
