"""Scores people on GUM's news with the weighing of names taught without the article that is scored: four folds.

python tests/bench/quotes/held_out.py

GUM lies in `shared` beside the checkout, with the scorer that is used here; without it there is nothing to score.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
sys.path.insert(0, str(Path(__file__).resolve().parents[4] / "shared" / "eval" / "quotes"))

import evalhook

from reader.language import ranking
from tests.bench.quotes import examples
from tests.bench.quotes.corpus import taught_texts
from tests.bench.quotes.learn import learn
from tests.bench.quotes.train import LEAST, english, leaning

FOLDS = 4
SHOWN = ("men_P", "men_R", "men_F1", "idx_P", "idx_R", "idx_F1")


def main() -> None:
    """Print the scorer's figures for people, each article scored by weights that have not seen it."""
    if not examples.GUM.exists():
        sys.exit(f"skipped: {examples.GUM} is not there")
    from qp import loaders  # noqa: PLC0415 - of the evaluation, which may be missing
    from qp.metrics import PeopleScore  # noqa: PLC0415

    corpus, gum, documents = examples.names_of_corpus(english(taught_texts())), examples.names_of_gum(), loaders.load("gum")
    people = PeopleScore()
    for fold in range(FOLDS):
        held = documents[fold::FOLDS]
        kept = [example for example in gum if example.group not in {document["id"] for document in held}]
        taught = {feature: weight for feature, weight in learn(leaning([*corpus, *2 * kept])).items() if abs(weight) >= LEAST}

        def weights(model: str, language: str = "", taught: Mapping[str, float] = taught) -> Mapping[str, float]:
            return taught if model == "names" else ranking.weights(model, language)

        with patch("reader.language.people.name_classifier.weights", weights):
            for document in held:
                people.add(document, evalhook.annotate(document["text"]))
    report = people.report()
    print("gum held out:", " ".join(f"{name}={report[name]:.3f}" for name in SHOWN))


if __name__ == "__main__":
    main()
