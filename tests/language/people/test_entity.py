"""A person in the making, and which of two namesakes is meant."""

from __future__ import annotations

import pytest

from reader.language.lexicon.word_lists import lexicon
from reader.language.people.entity import sex_of_words
from tests.language.challenge import Case, faults
from tests.language.reading import people, read, small_texts


@small_texts("en-people")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(("text", "known"), [("the actress", "f"), ("a spokesman", "m"), ("the lawyer", "")])
def test_words_for_roles_tell_the_sex(text: str, known: str) -> None:
    assert sex_of_words(text.split(), lexicon("en")) == known


def test_a_polite_title_tells_namesakes_apart() -> None:
    found = read("Paul Mercer met Nora Mercer. Mr. Mercer smiled. Mrs. Mercer left.").people
    assert [[span.start for span in person.mentions] for person in found] == [[0, 33], [16, 53]]


def test_a_short_name_is_whoever_was_named_last() -> None:
    assert people("Karim Haddad was held. His brother Nabil Haddad fled. Haddad ran.") == {
        "Karim Haddad": 1,
        "Nabil Haddad": 2,
    }
