"""What the words beside a name say of its bearer."""

from __future__ import annotations

import pytest

from reader.language.lexicon.word_lists import lexicon
from reader.language.people.roles import is_role
from tests.language.challenge import Case, faults
from tests.language.reading import read, small_texts


@small_texts("en-roles")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The harbour master, Joseph Tarrant, said the gate was old.", "harbour master"),
        ("Daniel Corrigan, a former ambassador to the U.K., said the talks had failed.", "a former ambassador to the U.K."),
        ("Attacks aimed at shoring up President Omar al-Hadid's government went on.", "President"),
        (
            "Nora Jell, President Ada Prat’s adviser on trade, said that the talks had failed.",
            "President Ada Prat’s adviser on trade",
        ),
    ],
)
def test_a_role_is_what_the_words_beside_the_name_say(text: str, role: str) -> None:
    assert role in {person.role.removeprefix("The ").removeprefix("the ") for person in read(text).people}


def test_the_next_in_a_list_is_no_role() -> None:
    found = read("He flew with Jean Brunel, the billionaire Adam Marsh and the lawyer Carla Voss.").people
    assert {person.name: person.role for person in found}["Jean Brunel"] == ""


def test_how_trades_end_is_no_title() -> None:
    french = lexicon("fr")
    assert is_role("maraîchère", french)
    assert not french.any_of("titles", "roles") & french["trade_endings"]
    assert not is_role("leur", french)
