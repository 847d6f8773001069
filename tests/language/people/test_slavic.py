"""What stands before a Slavic name in another case."""

from __future__ import annotations

import pytest

from reader.language.people.slavic import is_in_other_letters, is_place_in_case, name_start
from tests.language.reading import people


@pytest.mark.parametrize(
    ("language", "words", "at"),
    [
        ("ru", "России Николай Белов", 1),
        ("ru", "Николай Белов", 0),
        ("uk", "Великої Британії Олена Коваль", 2),
        ("uk", "Nordair Олена Коваль", 1),
        ("pl", "Romana Halickiego Jerzy Osmólski", 2),
        ("pl", "Anna Maria Kowalska", 0),
        ("ru", "Японии Кендзи Мори", 1),
        ("en", "Russia Paul Prat", 0),
    ],
)
def test_a_country_a_firm_or_a_kinsman_is_no_part_of_a_name(language: str, words: str, at: int) -> None:
    assert name_start(words.split(), language) == at


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Украины"), ("uk", "Великій Британії"), ("pl", "Francji"), ("en", "France")]
)
def test_a_place_is_known_in_any_case(language: str, words: str) -> None:
    assert is_place_in_case(words.split(), language)
    assert not is_place_in_case(["Ковалём"], language)


def test_a_firm_in_latin_letters_is_nobody() -> None:
    assert is_in_other_letters("Nordair", "ru")
    assert not is_in_other_letters("Nordair", "pl")
    assert people("Компания Nordair закрыта, сообщил Nordair.", "ru") == {}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Встретили Брэндона Уоллоута.", "Брэндон Уоллоут"),
        ("ru", "О встрече с Джо Тендером рассказали утром. Тендер улетел.", "Джо Тендер"),
        ("pl", "Spotkał Jana Kowalskiego w Łodzi.", "Jan Kowalski"),
    ],
)
def test_a_name_is_shown_as_its_bearer_is_called(language: str, text: str, name: str) -> None:
    assert name in people(text, language)
