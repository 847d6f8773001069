"""What is looked at for each quote and candidate."""

from __future__ import annotations

import pytest

from reader.language.ranking import weights
from tests.language.challenge import Case, faults
from tests.language.reading import small_texts
from tests.training.quotes import examples, meanings
from tests.training.quotes.corpus import texts


@small_texts("en-speakers")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


CORPUS = texts()
ENGLISH = [text for text in CORPUS if text.language == "en"]
COMPUTED = {
    ("speakers", "en"): lambda: examples.speakers_of_corpus(ENGLISH),
    ("speakers", "fr"): lambda: examples.speakers_of_corpus(CORPUS),
    ("names", "en"): lambda: examples.names_of_corpus(CORPUS),
    ("names", "fr"): lambda: examples.names_of_corpus(CORPUS),
    ("pronouns", "en"): lambda: meanings.pronouns_of_corpus(CORPUS),
    ("nominals", "en"): lambda: meanings.nominals_of_corpus(CORPUS),
}


@pytest.mark.parametrize(("model", "language"), COMPUTED, ids=" ".join)
def test_every_weight_is_of_a_feature_that_is_computed(model: str, language: str) -> None:
    computed = {feature for example in COMPUTED[model, language]() for choice in example.choices for feature in choice}
    missing = set(weights(model, language)) - computed - {f"{feature} once" for feature in computed}
    assert len(missing) <= (2 if model == "names" else 0), missing  # GUM teaches names, too, and is not in the corpus
