"""Whom a pronoun means."""

from __future__ import annotations

from reader.language.coreference.pronouns import Site, candidates, named_between, sexes, who_means
from reader.language.lexicon.word_lists import lexicon
from tests.language.challenge import Case, faults
from tests.language.reading import small_texts


@small_texts("en-speakers")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


def _site(passage: int, start: int, person: int) -> Site:
    return Site(passage, start, start + 3, person, True, False, True, False)


SITES = [_site(0, 0, 0), _site(0, 10, 1), _site(3, 0, 0), _site(9, 0, 2)]


def test_a_word_tells_the_sex() -> None:
    assert sexes("she", lexicon("en")) == "f"
    assert sexes("he", lexicon("en")) == "m"
    assert sexes("chairs", lexicon("en")) == ""


def test_people_named_before_and_near_are_candidates() -> None:
    assert set(candidates(SITES, 3, 5)) == {0, 1}
    assert set(candidates(SITES, 0, 5)) == {0}
    assert 1 not in candidates(SITES, 9, 5)


def test_somebody_is_named_between_two_places() -> None:
    assert named_between(SITES, (0, 5), (3, 0))
    assert not named_between(SITES, (0, 12), (3, 0))


def test_nobody_is_meant_without_a_choice() -> None:
    assert who_means([]) == (None, 0.0)
    assert who_means([(4, [])]) == (4, 1.0)
