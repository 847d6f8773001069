"""The spellings of one person together, and namesakes apart."""

from __future__ import annotations

import pytest

from tests.language.challenge import Case, faults
from tests.language.reading import people, small_texts


@small_texts("en-people", "pl-forms", "ru")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("French President Claire Dumont spoke. Mrs. Dumont left. Dumont's office closed.", {"Claire Dumont": 3}),
        ("Karim Haddad was held. His brother Nabil Haddad fled. Karim Haddad drove.", {"Karim Haddad": 2, "Nabil Haddad": 1}),
        ("John T. Mercer wrote to J. Mercer's son, Paul Mercer.", {"John T. Mercer": 2, "Paul Mercer": 1}),
        ("Albert and Rosa Quill lost their boat. Rosa Quill wept.", {"Albert Quill": 1, "Rosa Quill": 2}),
        ("Bobby “The Rocket” Lane died. Lane was 81.", {"Bobby Lane": 2}),
        ("John Prat Jr. met John Prat Sr. in Leeds.", {"John Prat Jr.": 1, "John Prat Sr.": 1}),
    ],
)
def test_each_person_stands_once(text: str, found: dict[str, int]) -> None:
    assert people(text) == found


def test_a_city_that_is_also_a_name_is_none_behind_in() -> None:
    assert people("Abraham Lincoln came. He was born in Lincoln. Lincoln left.") == {"Abraham Lincoln": 2}


def test_an_owner_s_s_is_no_part_of_a_german_name() -> None:
    assert people("Angela Wirth kam. Angela Wirths Rede war lang.", "de") == {"Angela Wirth": 2}
