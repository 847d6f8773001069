"""Names as languages bend and spell them."""

from __future__ import annotations

import pytest

from reader.language.lexicon.name_forms import (
    agree,
    bare,
    either,
    is_east_asian,
    is_initials,
    is_patronymic,
    nominatives,
    one_letter_apart,
    skeleton,
    spelled_alike,
    stem,
    suffix,
    without_suffix,
)


@pytest.mark.parametrize(
    ("forms", "language"),
    [
        (("сергей", "сергея", "сергею", "сергеем", "сергее"), "ru"),
        (("белова", "белову", "беловой"), "ru"),
        (("kowalski", "kowalskiego", "kowalskiemu", "kowalskim"), "pl"),
        (("шевченко", "шевченка", "шевченку"), "uk"),
        (("novák", "nováka", "novákovi", "novákem"), "cs"),
    ],
)
def test_the_cases_of_a_name_have_one_stem(forms: tuple[str, ...], language: str) -> None:
    assert len({stem(form, language) for form in forms}) == 1


def test_a_short_name_and_one_of_another_language_stay() -> None:
    assert (stem("лев", "ru"), stem("prato", "en")) == ("лев", "prato")


def test_a_bent_name_may_be_several_in_the_lists() -> None:
    assert "андрей" in nominatives("Андрею", "ru")
    assert nominatives("Ana", "en") == ("Ana",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ana", "ana", True), ("j.", "john", True), ("j.", "mark", False), ("saleh", "salah", True), ("nicola", "nicolas", False),
        ("mohammed", "muhamed", True), ("ana", "ann", False), ("maria", "mario", False),
    ],
)  # fmt: skip
def test_given_names_agree_if_spellings_waver(one: str, other: str, same: bool) -> None:
    assert agree(one, other) is same


def test_generations_and_articles_are_parted_from_a_name() -> None:
    assert without_suffix(("john", "mercer", "jr.")) == ("john", "mercer")
    assert suffix(("john", "mercer", "jr.")) == "jr"
    assert suffix(("john", "mercer")) == ""
    assert bare(("al-assad",)) == ("assad",)
    assert bare(("al-x",)) == ("al-x",)


def test_a_name_that_is_offered_twice_is_two() -> None:
    assert either(("ibrahim (or brahim)", "bencherif"))[1:] == (("ibrahim", "bencherif"), ("brahim", "bencherif"))
    assert either(("ana", "prat")) == (("ana", "prat"),)


@pytest.mark.parametrize(("one", "other"), [("kovacs", "kovac"), ("kovacs", "kobacs"), ("kovacs", "kovaces")])
def test_one_letter_parts_two_spellings(one: str, other: str) -> None:
    assert one_letter_apart(one, other)
    assert one_letter_apart(other, one)


def test_two_letters_are_another_name() -> None:
    assert not one_letter_apart("kovacs", "kobaks")
    assert not one_letter_apart("kovacs", "kovacs")
    assert spelled_alike("kovacsy", "kovacsi")
    assert not spelled_alike("prat", "prut")


def test_what_a_name_is_shows_in_its_letters() -> None:
    assert is_patronymic("петровича")
    assert not is_patronymic("петров")
    assert is_initials("j.")
    assert not is_initials("jo")
    assert skeleton("mohammed") == skeleton("muhamed") == "mhmd"
    assert is_east_asian(("Park", "Ji-hoon"))
    assert not is_east_asian(("Ana", "Prat"))
