"""What stands around a name."""

from __future__ import annotations

import pytest

from reader.language.annotate import find_names
from reader.language.lexicon.word_lists import lexicon
from reader.language.people.context_features import behind, listed
from tests.language.challenge import Case, faults
from tests.language.reading import lines, small_texts


@small_texts("en-people")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Ana Prat, 41, left.", "aged"),
        ("Ana Prat (41) left.", "aged"),
        ("Ana Prat said so.", "say"),
        ("Ana Prat, said her aide.", "comma-say"),
        ("Ana Prat, who left, smiled.", "who"),
        ("Mara Sol, which left, won.", "which"),
        ("Mara Sol, a party, won.", "a thing"),
        ("Ana Prat waddled.", "did"),
        ("Ana Prat’s wife left.", "owns"),
        ("Oak Road, Chicago, is shut.", "in a town"),
        ("Ana Prat left when she could.", "he or she"),
        ("Wayne in “The Long Way to Wayne Hills”.", ""),
    ],
)
def test_what_stands_behind_a_name_tells_of_it(text: str, feature: str) -> None:
    name = find_names(lines(f"News\n\n{text}"), lexicon("en"))[-1 if not feature else 0]
    found = behind(name, text, lexicon("en"))
    assert feature in found if feature else "in a title" in found


def test_names_of_a_list_tell_of_each_other() -> None:
    passages = lines("News\n\nAda Prat and Cole Stone left.")
    found = listed(find_names(passages, lexicon("en")), passages, lexicon("en"))
    assert {"beside a person"} in found.values()
