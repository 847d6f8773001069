"""Which names are people's."""

from __future__ import annotations

import pytest

from reader.language.annotate import find_names
from reader.language.lexicon.word_lists import lexicon
from reader.language.people.name_classifier import groups
from reader.language.ranking import weights
from tests.language.challenge import Case, faults
from tests.language.reading import lines, small_texts


@small_texts("en-people", "en-things")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


def test_the_same_name_is_weighed_once_for_all_places() -> None:
    passages = lines("News\n\nMrs. Ana Prat left. Ana Prat came back, and in Prat’s view all is well.")
    found = groups(find_names(passages, lexicon("en")), passages, lexicon("en"), weights("names", "en"))
    assert [len(found[key].names) for key in (("ana", "prat"), ("prat",))] == [2, 1]
    assert found["ana", "prat"].score > 0
    assert {"2 again", "family alone 1 given alone 0"} <= found["ana", "prat"].features


def test_other_weights_decide_otherwise() -> None:
    passages = lines("News\n\nMrs. Ana Prat left.")
    assert all(group.score == 0 for group in groups(find_names(passages, lexicon("en")), passages, lexicon("en"), {}).values())


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("It said “Ana Prat” there.", "2 in marks"),
        ("He came from Ana Prat’s.", "2 possessive"),
        ("The ferry sank. Ferry left.", "1 also low"),
        ("The Tessel left.", "1 after-article"),
        ("They voted against Tessel.", "1 after-against"),
        ("Ana Prat left.", "2 always at start"),
    ],
)
def test_what_stands_around_a_name_is_weighed(text: str, feature: str) -> None:
    passages = lines(f"News\n\n{text}")
    found = groups(find_names(passages, lexicon("en")), passages, lexicon("en"), {})
    assert feature in {each for group in found.values() for each in group.features}
