"""Train the model that weighs pieces, cross-validate it by site, and write `reader/extract/data/model.json`.

    python -m venv V && V/bin/pip install -e PROJECT numpy lightgbm
    V/bin/python tests/bench/extraction/train_pieces.py            train on all development sets, write the model
    V/bin/python tests/bench/extraction/train_pieces.py --folds 5  and score each page with a model that has not seen its site

The trees learn, from structure and place, which pieces of a page's region stand in the human truth; see `piece_truth.py` for how a
piece is held against it.  Nothing but the resulting numbers is written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
from piece_truth import EVALUATION, SETS, Sample, labels, samples

from reader.extract import charset, decide, extraction, features, weigh
from reader.extract.pieces import Kind
from reader.model import Figure, Post

MODEL = Path(weigh.__file__).parent / "data" / "model.json"
TREES = 70
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.12,
    "num_leaves": 24,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 127,
    "seed": 7,
    "deterministic": True,
    "num_threads": 2,
    "verbose": -1,
}


@dataclass(slots=True)
class Rows:
    """What one page gives to learn from."""

    fold: int
    numbers: list[list[float]]
    labels: list[float]
    weights: list[float]


def fold_of(site: str, folds: int) -> int:
    """Give the fold of a site; a site is named alike in all sets, so that no page of it is in two folds."""
    name = site.rsplit("/", 1)[-1].removeprefix("www.").casefold()
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds


def rows(sample: Sample, folds: int) -> Rows:
    """Give a page's undecided pieces in numbers, with what the truth says of them."""
    reading = extraction.read_markup(charset.decode(sample.html), "")
    pieces, facts = reading.pieces, reading.facts
    decide.by_rules(pieces, facts.title)
    pieces = [piece for piece in pieces if piece.kind is not Kind.FIGURE]
    vectors = features.vectors(pieces, features.Witness.of(facts.title, facts.summary, facts.body))
    shares = labels([piece.text for piece in pieces], sample)
    found = Rows(fold_of(sample.site, folds), [], [], [])
    total = sum(len(piece.text) for piece, share in zip(pieces, shares, strict=True) if share and share >= 0.5) or 1000
    for piece, numbers, share in zip(pieces, vectors, shares, strict=True):
        if piece.decided or share is None or 0.3 < share < 0.6:
            continue
        found.numbers.append([float(number) for number in numbers])
        found.labels.append(float(share >= 0.5))
        found.weights.append(0.3 + min(6.0, 40.0 * len(piece.text) / max(total, 600)))
    return found


def train(learnt: Sequence[Rows]) -> weigh.Model:
    """Give the model that some pages teach."""
    data = lightgbm.Dataset(
        np.array([row for page in learnt for row in page.numbers]),
        label=[label for page in learnt for label in page.labels],
        weight=[weight for page in learnt for weight in page.weights],
        feature_name=list(features.NAMES),
        free_raw_data=False,
    )
    return exported(lightgbm.train(PARAMETERS, data, num_boost_round=TREES))


def exported(booster: lightgbm.Booster) -> weigh.Model:
    """Turn trees into columns."""
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []

    def add(node: dict[str, object]) -> int:
        at = len(feature)
        is_leaf = "leaf_value" in node and "split_feature" not in node
        feature.append(-1 if is_leaf else int(str(node["split_feature"])))
        threshold.append(float(f"{float(str(node['leaf_value' if is_leaf else 'threshold'])):.4g}"))
        left.append(0)
        right.append(0)
        if not is_leaf:
            left[at] = add(node["left_child"])  # type: ignore[arg-type]
            right[at] = add(node["right_child"])  # type: ignore[arg-type]
        return at

    roots = [add(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return weigh.Model(features.NAMES, tuple(roots), tuple(feature), tuple(threshold), tuple(left), tuple(right))


def written(model: weigh.Model) -> str:
    """Give a model as the JSON that `weigh.loaded` reads."""
    names = ("names", "roots", "feature", "threshold", "left", "right")
    return "{" + ",\n".join(f'"{name}": {json.dumps(getattr(model, name), separators=(",", ":"))}' for name in names) + "}\n"


def body_text(sample: Sample, model: weigh.Model) -> str:
    """Give a page's body as `evalhook.extract` does, but with another model."""
    reading = extraction.read_markup(charset.decode(sample.html), "")
    article = extraction.finish(reading, model).article
    return "\n".join(block.text for block in article.blocks[1:] if not isinstance(block, Figure | Post))


def report(pages: Sequence[Sample], models: Sequence[weigh.Model], folds: int) -> None:
    """Print the scores of each set, every page read with the model of its fold."""
    sys.path.insert(0, str(EVALUATION))
    import metrics  # noqa: PLC0415 - it lies beside the checkout

    for name in SETS:
        counts, segments = [], []
        for sample in pages:
            if sample.name != name:
                continue
            text = body_text(sample, models[fold_of(sample.site, folds) if folds else 0])
            if sample.bodies:
                counts.append(max((metrics.shingle_counts(body, text) for body in sample.bodies), key=metrics.page_f1))
            if sample.inside:
                segments.append(metrics.segment_counts(sample.inside, sample.outside, text))
        line: dict[str, float] = {}
        if counts:
            line |= {key: round(value, 4) for key, value in metrics.shingle_summary(counts).items()}
        if segments:
            line |= {f"seg{key}": round(value, 4) for key, value in metrics.segment_summary(segments).items()}
        print(f"{name:12} {line}", flush=True)


def main() -> None:
    """Train, cross-validate if asked, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate by site in so many folds")
    parser.add_argument("--in-sample", action="store_true", help="also score the model on what it was trained on")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    args = parser.parse_args()
    pages = list(samples())
    learnt = [rows(sample, args.folds or 5) for sample in pages]
    print(f"{len(pages)} pages, {sum(len(page.labels) for page in learnt)} pieces, {len(features.NAMES)} numbers each")
    if args.folds:
        models = [train([page for page in learnt if page.fold != fold]) for fold in range(args.folds)]
        report(pages, models, args.folds)
    whole = train(learnt)
    text = written(whole)
    print(f"{len(text) / 1000:.0f} kB, {len(whole.feature)} nodes")
    if args.in_sample:
        report(pages, [whole], 0)
    if not args.dry:
        MODEL.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
