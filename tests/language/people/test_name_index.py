"""People by what their names share."""

from __future__ import annotations

import pytest

from reader.language.people.name_index import NameIndex, same_person


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ana prat", "ana prat", True), ("a. prat", "ana prat", True), ("ana prat", "jan prat", False),
        ("ana maria prat", "ana prat", True), ("ana maria prat", "maria prat", True), ("salah abderrahim", "saleh abderrahim", True),
        ("john prat jr.", "john prat sr.", False), ("john prat jr.", "john prat", True), ("kim jong-un", "kim jongun", True),
        ("marta kovacsy", "marta kovacsi", True), ("marta kovacsy", "jana kovacsi", False),
    ],
)  # fmt: skip
def test_two_full_names_are_one_person_s(one: str, other: str, same: bool) -> None:
    assert same_person(tuple(one.split()), tuple(other.split())) is same


def test_people_are_found_by_any_part_of_their_name() -> None:
    index = NameIndex()
    index.enter(0, ("ana", "maria", "al-prat"), (("ana", "maria", "al-prat"),))
    index.enter(1, ("jan", "kovacsy"), (("jan", "kovacsy"),))
    assert index.same(("ana", "al-prat")) == 0
    assert index.of_family(("prat",)) == [0]
    assert index.given("maria") == [0]
    assert index.given("kovacsy") == []
    assert index.spelled("kovacsi") == [1]
    assert index.holding(("maria", "al-prat")) == [0]
    assert index.holds("jan")
    assert not index.holds("peter")
    assert index.called(("jan", "kovacsy")) == [1]
