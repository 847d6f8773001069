"""People by the words that describe them."""

from __future__ import annotations

import pytest

from reader.language.coreference.entity_index import EntityIndex, initials, parts_of
from reader.language.coreference.pronouns import Site
from reader.language.lexicon.word_lists import lexicon
from reader.language.people.entity import PersonEntity

PEOPLE = [
    PersonEntity(key=("ana", "prat"), role="chief financial officer", described={"chief", "financial", "officer"}),
    PersonEntity(key=("jan", "prat"), role="deputy mayor", described={"deputy", "mayor"}),
    PersonEntity(key=("ida", "berg")),
]
INDEX = EntityIndex(PEOPLE, [Site(0, at * 10, at * 10 + 5, at, True, False, True, False) for at in range(3)])


def test_people_are_found_by_what_describes_them_and_where_they_are_named() -> None:
    assert INDEX.described(["mayor", "officer"]) == [0, 1]
    assert INDEX.described(["baker"]) == []
    assert INDEX.is_named_before(1, (0, 11))
    assert not INDEX.is_named_before(1, (0, 10))
    assert INDEX.named_within(0, 5, 20) == {1}


@pytest.mark.parametrize(
    ("person", "words", "fit"),
    [(0, "officer", "all"), (0, "cfo", "all"), (0, "safety officer", "head"), (0, "financial wizard", "part"), (0, "baker", "no"),
     (1, "mayor", "rank"), (1, "deputy mayor", "all"), (2, "baker", "unknown")],
)  # fmt: skip
def test_a_nominal_fits_a_person_more_or_less(person: int, words: str, fit: str) -> None:
    assert INDEX.fit(person, words.split(), lexicon("en")) == fit


def test_a_nominal_is_cut_into_words() -> None:
    assert parts_of("the mayor", lexicon("en")) == (["the", "mayor"], ["mayor"])
    assert "cfo" in initials("chief financial officer")
    assert "who" not in initials("mayor of the town")
