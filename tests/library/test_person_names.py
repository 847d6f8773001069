from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.person_names import initials, is_full, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("François Morel", "Francois MOREL"),
        ("Søren Łukasz Đorđević", "Soren Lukasz Dordevic"),
        ("Jürgen Weiß", "Jurgen Weiss"),
        ("Siobhán O’Brien", "Siobhan O'Brien"),
        ("Jean-Paul Moreau", "Jean Paul Moreau"),
        ("Maria T. Okonkwo", "Maria Okonkwo"),
        ("J. K. Hartley", "J.K. Hartley"),
        ("J. K. Hartley", "JK Hartley"),
        ("Dr. Ada Ferreira", "Ada Ferreira"),
        ("Frau Dr. Ilse Brandt", "Ilse Brandt"),
        ("Ирина Ковалёва", "Ирина Ковалева"),
        ("Ἀλέξανδρος Παππάς", "Αλεξανδρος Παππας"),
        ("İbrahim Yıldız", "Ibrahim Yildiz"),
        ("ジョン・ハートリー", "ジョン ハートリー"),
    ],
)
def test_ways_to_write_one_name_are_looked_up_alike(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karim Haddad", "Nabil Haddad"),
        ("John Marsh Jr.", "John Marsh"),
        ("Michael Novak", "Michal Novak"),
        ("J. Okonkwo", "Janet Okonkwo"),
        ("Ana Maria Reyes", "Ana Reyes"),
        ("Mr T", "Mr B"),
    ],
)
def test_names_that_may_be_two_peoples_are_kept_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("name", "enough"),
    [
        ("Ada Ferreira", True),
        ("JK Hartley", True),
        ("Ferreira", False),
        ("A. Ferreira", False),
        ("Mr. Ferreira", False),
        ("小林", False),
        ("小林美咲", True),
        ("김서연", True),
        ("", False),
    ],
)
def test_a_family_name_with_or_without_an_initial_is_not_enough(name: str, enough: bool) -> None:
    assert is_full(key(name)) is enough


@pytest.mark.parametrize(("name", "middle"), [("George H. W. Marsh", "hw"), ("George Marsh", ""), ("J. K. Hartley", "")])
def test_middle_initials_are_told_apart_from_those_at_the_start(name: str, middle: str) -> None:
    assert initials(name) == middle


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)
