"""Train the model that scores segments, cross-validate it by site, and write `reader/extraction/classify/forests.py`.

    python -m venv V && V/bin/pip install -e PROJECT numpy lightgbm
    V/bin/python -m tests.training.extraction.train_segments             train on all development sets, write the model
    V/bin/python -m tests.training.extraction.train_segments --validate  and score each page with a model blind to its site

The trees learn, from structure and place, which segments of a page's region stand in the human truth; see `segment_truth`
for how a segment is held against it.  Nothing but the resulting numbers is written.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path

import lightgbm
import numpy as np
from lxml import etree

from reader.extraction import pipeline
from reader.extraction.classify import classifier, context_features, features, rules
from reader.extraction.classify.region_statistics import Region, Shape, StatedContent
from reader.extraction.page import charset
from reader.extraction.segments.segment import Kind, Segment
from reader.model import Figure, Post, Quotation
from tests.training.extraction.forest import Forest, module
from tests.training.extraction.segment_truth import EVALUATION, SETS, Sample, labels, samples

FORESTS = Path(classifier.__file__).with_name("forests.py")
ABOUT = """source: numbers only, learnt from which segments of a page stand in the human truth of the sets {sets} of the
    evaluation folder beside the checkout; no text of theirs is in here
licence: MIT, as the project; the sets are other people's pages, read for training and measuring alone, and not distributed
command: python -m tests.training.extraction.train_segments
versions: {versions}"""
TREES = (80, 60)
"""Of the first and the second look."""
SEGMENT_WEIGHT = 8.0
"""Of a segment that is known by a segment alone: few of a page's are, so each stands for several."""
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
    "num_threads": 1,
    "verbose": -1,
}


@dataclass(slots=True)
class Rows:
    """What one page gives to learn from: a row a segment."""

    fold: int
    shape: Shape
    numbers: np.ndarray
    labels: list[float | None]
    """None: the segment is decided by a rule, or the truth does not say."""
    weights: list[float]


def fold_of(site: str, folds: int) -> int:
    """Return the fold of a site; a site is named alike in all sets, so that no page of it is in two folds."""
    name = site.rsplit("/", 1)[-1].removeprefix("www.").casefold()
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % folds


def rows(sample: Sample, folds: int) -> Rows:
    """Return a page's undecided segments in numbers, with what the truth says of them."""
    reading = pipeline.read_markup(charset.decode(sample.html), "")
    segments, facts = reading.segments, reading.facts
    rules.by_rules(segments, facts.title)
    segments = [segment for segment in segments if segment.kind is not Kind.FIGURE]
    region = Region(segments, StatedContent.of(facts.title, facts.summary, facts.body, facts.kind))
    shares = trusted(segments, labels([segment.text for segment in segments], sample), region)
    total = sum(len(segment.text) for segment, share in zip(segments, shares, strict=True) if share and share >= 0.5) or 1000
    numbers = np.array(features.vectors(region), dtype=np.float32).reshape(len(segments), len(features.NAMES))
    found = Rows(fold_of(sample.site, folds), region.shape(), numbers, [], [])
    for segment, share in zip(segments, shares, strict=True):
        doubtful = segment.decided or share is None or 0.3 < share < 0.6
        found.labels.append(None if doubtful else float((share or 0) >= 0.5))
        weight = 0.3 + min(6.0, 40.0 * len(segment.text) / max(total, 600))
        found.weights.append(weight if sample.bodies else SEGMENT_WEIGHT)
    return found


def trusted(segments: Sequence[Segment], shares: Sequence[float | None], region: Region) -> list[float | None]:
    """Take back what a truncated truth says: prose that goes on as the story did, behind the last that the truth has.

    A page of which the truth has next to nothing teaches nothing at all.
    """
    found = list(shares)
    inside = [i for i, share in enumerate(shares) if share is not None and share >= 0.5]
    known = [i for i, share in enumerate(shares) if share is not None]
    if not known or (len(known) == len(shares) and not any(region.prose[i] for i in inside)):
        return [None] * len(found)
    last = max((i for i in inside if region.prose[i]), default=len(found))
    behind = [i for i in range(last + 1, len(found)) if region.prose[i] and region.keys[i] == region.keys[last]]
    if len(behind) >= 3 and segments[behind[0]].container is segments[last].container:
        found[last + 1 :] = [None] * (len(found) - last - 1)
    return found


def train(learnt: Sequence[Rows], further: Sequence[np.ndarray] | None, trees: int) -> Forest:
    """Return the forest that some pages teach; with the numbers of a second look, that of the second."""
    chosen = [np.array([label is not None for label in page.labels], dtype=bool) for page in learnt]
    if further is not None:
        chosen = [keep & (np.abs(more[:, 0]) < context_features.SURE) for keep, more in zip(chosen, further, strict=True)]
    numbers = [page.numbers if further is None else np.hstack([page.numbers, further[at]]) for at, page in enumerate(learnt)]
    data = lightgbm.Dataset(
        np.vstack([rows_[keep] for rows_, keep in zip(numbers, chosen, strict=True)]),
        label=[label for page, keep in zip(learnt, chosen, strict=True) for label in compress(page.labels, keep)],
        weight=[weight for page, keep in zip(learnt, chosen, strict=True) for weight in compress(page.weights, keep)],
    )
    return exported(lightgbm.train(PARAMETERS, data, num_boost_round=trees))


def looked_again(forest: Forest, page: Rows) -> np.ndarray:
    """Return the numbers of the second look at a page, after a first."""
    scores = classifier.Model(forest.score, forest.score).first_scores(page.shape, page.numbers.tolist())
    return np.array(context_features.vectors(page.shape, scores), dtype=np.float32).reshape(
        len(scores), len(context_features.NAMES)
    )


def learn(learnt: Sequence[Rows], folds: int) -> tuple[tuple[Forest, Forest], list[classifier.Model]]:
    """Return the model of all pages, and one for each fold that has not seen the fold.

    The second look learns from first looks that had not seen the page either; else it would trust them too much.
    """
    firsts = [train([page for page in learnt if page.fold != fold], None, TREES[0]) for fold in range(folds)]
    further = [looked_again(firsts[page.fold], page) for page in learnt]
    models = []
    for fold in range(folds):
        chosen = [i for i, page in enumerate(learnt) if page.fold != fold]
        then = train([learnt[i] for i in chosen], [further[i] for i in chosen], TREES[1])
        models.append(classifier.Model(firsts[fold].score, then.score))
    return (train(learnt, None, TREES[0]), train(learnt, further, TREES[1])), models


def exported(booster: lightgbm.Booster) -> Forest:
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
    return Forest(tuple(roots), tuple(feature), tuple(threshold), tuple(left), tuple(right))


def written(first: Forest, second: Forest) -> str:
    """Return the module that scores as two forests do."""
    width = len(features.NAMES)
    versions = f"lightgbm {lightgbm.__version__}, numpy {np.__version__}, lxml {etree.__version__}"
    about = ABOUT.format(sets=", ".join(SETS), versions=versions)
    return module([("first", first, width), ("second", second, width + len(context_features.NAMES))], about)


def bodies(sample: Sample, model: classifier.Model) -> list[str]:
    """Return a page's body as `evalhook.extract` does, but with another model: with embedded posts, and without."""
    reading = pipeline.read_markup(charset.decode(sample.html), "")
    article = pipeline.finish(reading, model).article
    blocks = [block for block in article.blocks[1:] if not isinstance(block, Figure | Post)]
    own = [block for block in blocks if not (isinstance(block, Quotation) and block.url)]
    return ["\n".join(block.text for block in kept) for kept in (blocks, own)]


def report(pages: Sequence[Sample], models: Sequence[classifier.Model], folds: int) -> None:
    """Print the scores of each set, every page read with the model of its fold."""
    sys.path.insert(0, str(EVALUATION))
    import metrics  # noqa: PLC0415 - it lies beside the checkout

    for name in SETS:
        counts, segments = [], []
        for sample in pages:
            if sample.name != name:
                continue
            texts = bodies(sample, models[fold_of(sample.site, folds) if folds else 0])
            if sample.bodies:
                found = [metrics.shingle_counts(body, text) for body in sample.bodies for text in texts]
                counts.append(max(found, key=metrics.page_f1))
            if sample.inside:
                found = [metrics.segment_counts(sample.inside, sample.outside, text) for text in texts]
                segments.append(min(found, key=lambda counted: counted[1] + counted[2]))
        line: dict[str, float] = {}
        if counts:
            line |= {key: round(value, 4) for key, value in metrics.shingle_summary(counts).items()}
        if segments:
            line |= {f"seg{key}": round(value, 4) for key, value in metrics.segment_summary(segments).items()}
        print(f"{name:12} {line}", flush=True)


def main() -> None:
    """Train, cross-validate if asked, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=5, help="folds by site; the second look needs them too")
    parser.add_argument("--validate", action="store_true", help="score every page, cross-validated and in sample")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    args = parser.parse_args()
    pages = list(samples())
    learnt = [rows(sample, args.folds) for sample in pages]
    known = sum(label is not None for page in learnt for label in page.labels)
    print(f"{len(pages)} pages, {known} segments, {len(features.NAMES)} and {len(context_features.NAMES)} numbers each")
    whole, models = learn(learnt, args.folds)
    text = written(*whole)
    print(f"{len(text) / 1000:.0f} kB, {sum(len(forest.feature) for forest in whole)} nodes")
    if args.validate:
        print("cross-validated")
        report(pages, models, args.folds)
        print("in sample")
        report(pages, [classifier.Model(whole[0].score, whole[1].score)], 0)
    if not args.dry:
        FORESTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
