"""The development sets of the evaluation folder beside the checkout, and what their truth says of each segment of a page.

Nothing of the sets comes into the repository: the trainers read them where they lie, and keep numbers only.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

EVALUATION = Path(__file__).resolve().parents[4] / "shared" / "eval" / "extraction"
SETS = ("aed", "fundus_news", "wcxb_dev", "mixed_dev", "newspaper")
_WORD = re.compile(r"\w+")
GRAM = 4


@dataclass(slots=True)
class Sample:
    """A page of a set, as far as the trainers need it."""

    name: str
    identity: str
    site: str
    html: bytes
    bodies: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Body:
    """A true body, counted."""

    lines: Counter[str]
    grams: Counter[tuple[str, ...]]
    shorter: list[Counter[tuple[str, ...]]]


def samples(names: Sequence[str] = SETS) -> Iterator[Sample]:
    """Return the pages of some sets."""
    sys.path.insert(0, str(EVALUATION))
    import datasets  # noqa: PLC0415 - it lies beside the checkout

    if missing := [name for name in names if not (EVALUATION / "data" / f"{name}.zip").exists()]:
        raise SystemExit(f"{EVALUATION}: no {', '.join(missing)}: train on all sets or on none")

    for name in names:
        for page in datasets.load(name):
            bodies = [page.text, *page.alt_texts] if page.text is not None else []
            yield Sample(name, page.id, page.site or page.id, page.html, bodies, page.with_, page.without)


def tokens(text: str) -> list[str]:
    """Return the words of a text as the harness counts them."""
    return _WORD.findall(text)


def labels(texts: Sequence[str], sample: Sample) -> list[float | None]:
    """Return for each segment the share of it that is in the truth, 0 to 1; None where the truth does not say."""
    if sample.bodies:
        found = [_against_body(texts, body) for body in sample.bodies]
        return max(found, key=lambda shares: sum(s * len(t) for s, t in zip(shares, texts, strict=True) if s is not None))
    return [_against_segments(text, sample) for text in texts]


def _against_segments(text: str, sample: Sample) -> float | None:
    squashed = " ".join(text.split())
    if len(squashed) < 2:
        return None
    has = any(" ".join(one.split()) in squashed for one in sample.inside)
    hasnt = any(" ".join(one.split()) in squashed for one in sample.outside)
    return None if has == hasnt else float(has)


def _against_body(texts: Sequence[str], body: str) -> list[float | None]:
    all_tokens = tokens(body)
    grams = Counter(zip(*(all_tokens[i:] for i in range(GRAM)), strict=False))
    shorter = [Counter(zip(*(all_tokens[i:] for i in range(n)), strict=False)) for n in range(1, GRAM)]
    lines = Counter(" ".join(tokens(line)) for line in body.split("\n"))
    cut = [tokens(text) for text in texts]
    found: list[float | None] = []
    for i, mine in enumerate(cut):
        if not mine:
            found.append(None)
        elif len(mine) >= GRAM:
            own = list(zip(*(mine[k:] for k in range(GRAM)), strict=False))
            found.append(sum(gram in grams for gram in own) / len(own))
        else:
            found.append(_short(cut, i, Body(lines, grams, shorter)))
    return found


def _short(cut: list[list[str]], i: int, body: Body) -> float:
    """Too short for shingles: a line of its own in the truth, or joined to a neighbour there."""
    mine = cut[i]
    if " ".join(mine) in body.lines:
        return 1.0
    if tuple(mine) not in body.shorter[len(mine) - 1]:
        return 0.0
    before = next((words for words in reversed(cut[:i]) if words), [])
    after = next((words for words in cut[i + 1 :] if words), [])
    need = GRAM - len(mine)
    joined = ((*before[-need:], *mine), (*mine, *after[:need]))
    return float(any(len(one) == GRAM and one in body.grams for one in joined))
