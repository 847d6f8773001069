"""Slavic names as their bearers are called."""

from __future__ import annotations

import pytest

from reader.language.lexicon.declension import as_called, behind_a_place, is_first_case, is_verb, title
from reader.language.lexicon.word_lists import lexicon
from tests.language.challenge import Case, faults
from tests.language.reading import small_texts


@small_texts("ru", "uk", "pl", "pl-forms")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("language", "written", "called"),
    [
        ("ru", "Сергея Дробышева", "Сергей Дробышев"),
        ("ru", "Анне Беловской", "Анна Беловская"),
        ("ru", "Зинаиде Петровне Уховой", "Зинаида Петровна Ухова"),
        ("uk", "Оленою Коваленко", "Олена Коваленко"),
        ("uk", "Івана Петренка", "Іван Петренко"),
        ("pl", "Jackowi Kowalskiemu", "Jacek Kowalski"),
        ("pl", "Ewie Nowickiej", "Ewa Nowicka"),
        ("pl", "Annę Kowalską-Zielińską", "Anna Kowalska-Zielińska"),
        ("ru", "Сергей Дробышев", ""),
        ("ru", "С. Дробышева", ""),
        ("en", "Jana Kowalskiego", ""),
    ],
)
def test_a_name_in_another_case_is_given_in_the_first(language: str, written: str, called: str) -> None:
    assert as_called(written, language) == called


def test_titles_and_verbs_are_known_by_their_endings() -> None:
    assert title("адвоката", lexicon("ru")) == "адвокат"
    assert title("mayor", lexicon("en")) == "mayor"
    assert is_verb("odwiedził")
    assert not is_verb("minister")
    assert is_first_case("Anna")
    assert not is_first_case("Annę")


def test_a_village_before_a_name_is_no_part_of_it() -> None:
    assert behind_a_place("жительница посёлка ", ["Каменка", "Анна", "Белова"], "ru") == 1
    assert behind_a_place("жительница ", ["Каменка", "Анна", "Белова"], "ru") == 0
