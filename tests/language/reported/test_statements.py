"""Statements without quotation marks."""

from __future__ import annotations

from tests.language.reading import read, stated


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    found = stated("Ana Prat thanked the crew and said she had slept well.")
    assert found == [("she had slept well", "Ana Prat")]


def test_three_words_are_no_statement_in_english() -> None:
    assert stated("Ana Prat said that it rained.") == []


def test_a_headline_states_nothing() -> None:
    assert read("It rained.", title="Ana Prat said that the bridge was safe").quotes == ()


def test_a_statement_has_its_cue_and_how_sure_it_is() -> None:
    (quote,) = read("Ana Prat said on Monday that the bridge was safe.").quotes
    assert (quote.cue, quote.confidence) == ("said", 0.85)
    (quote,) = read("According to Ana Prat, the bridge was safe.").quotes
    assert quote.confidence == 0.7
