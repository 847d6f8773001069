"""Scores people on GUM's news with the weighing of names taught without the article that is scored: four folds.

python tests/bench/quotes/held_out.py

GUM lies in `shared` beside the checkout, with the scorer that is used here; without it there is nothing to score.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
sys.path.insert(0, str(Path(__file__).resolve().parents[4] / "shared" / "eval" / "quotes"))

import evalhook

from tests.training.quotes import examples
from tests.training.quotes.corpus import taught_texts
from tests.training.quotes.learn import learn
from tests.training.quotes.train import LEAST, english, leaning

FOLDS = 4
SHOWN = ("men_P", "men_R", "men_F1", "idx_P", "idx_R", "idx_F1")


def main() -> None:
    """Print the scorer's figures for people, each article scored by weights that have not seen it."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    from qp import loaders  # noqa: PLC0415 - of the evaluation, which may be missing
    from qp.metrics import PeopleScore  # noqa: PLC0415

    corpus, gum, documents = (
        examples.names_of_corpus(english(taught_texts())),
        examples.names_of_news("gum"),
        loaders.load("gum"),
    )
    people = PeopleScore()
    for fold in range(FOLDS):
        held = documents[fold::FOLDS]
        kept = [example for example in gum if example.group not in {f"en-{document['id']}" for document in held}]
        taught = {feature: weight for feature, weight in learn(leaning([*corpus, *2 * kept])).items() if abs(weight) >= LEAST}

        for document in held:
            people.add(document, evalhook.annotate(document["text"], name_weights=taught))
    report = people.report()
    print("gum held out:", " ".join(f"{name}={report[name]:.3f}" for name in SHOWN))


if __name__ == "__main__":
    main()
