"""How sure a name must be before somebody is made of it."""

from __future__ import annotations

from reader.language.lexicon.word_lists import lexicon
from reader.language.people.name_classifier import Group
from reader.language.people.name_spans import Name
from reader.language.people.thresholds import is_sure
from tests.language.reading import people


def _group(score: float, first: str = "Xyzzy", features: frozenset[str] = frozenset()) -> Group:
    name = Name(passage=0, start=0, end=10, parts=(first, "Prat"), title_start=0)
    return Group(key=(first.lower(), "prat"), names=[name], features=set(features), score=score)


def test_a_name_that_nothing_backs_must_be_likelier_than_not() -> None:
    assert is_sure(_group(0.1), lexicon("en"))
    assert not is_sure(_group(-0.1), lexicon("en"))


def test_a_given_name_a_role_and_a_verb_make_less_do() -> None:
    assert is_sure(_group(-0.9, "Johanna"), lexicon("en"))
    assert not is_sure(_group(-1.1, "Johanna"), lexicon("en"))
    assert is_sure(_group(-1.4, "Johanna", frozenset({"2 after-say"})), lexicon("en"))
    assert is_sure(_group(-0.5, features=frozenset({"2 after-role"})), lexicon("en"))
    assert not is_sure(_group(-0.7, features=frozenset({"2 after-role"})), lexicon("en"))


def test_a_lone_name_needs_an_age_or_a_role() -> None:
    assert people("The singer Ozuma left. Ozuma, 31, sang.") == {"Ozuma": 2}
    assert people("They went to Ozuma by boat.") == {}


def test_where_the_corpus_has_few_things_more_is_asked() -> None:
    assert is_sure(_group(0.6), lexicon("es"))
    assert not is_sure(_group(0.4), lexicon("es"))
