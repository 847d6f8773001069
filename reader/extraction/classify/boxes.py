"""Boxes in and below the story: those of the author stay, those of the paper go.

A row of boxes that each begin with a link is other stories; so is a list of links in a box that is called related.  A callout
between two paragraphs is the author's, and so is what stands under a heading that is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from reader.extraction.classify.region_statistics import OUTER_SHARE, PROSE
from reader.extraction.hints import class_names
from reader.extraction.segments.segment import Container, Kind, Segment

FEWEST = 2
"""Boxes in a row of other stories."""
LONGEST_TEASER = 800
"""Characters."""
LINKED = 0.8
"""Share of a link's words in a line that is a link and no sentence."""
UNSURE = 1.5
"""Score below which a box below the story that is called something else is no part of it."""
LONGEST_CALLOUT = 800
"""Characters."""

LONGEST_LABEL = 60
"""Characters of a label over links."""

_OTHERS = class_names.AROUND | class_names.RELATED | class_names.ADVERT | class_names.NEWSLETTER


def related(segments: Sequence[Segment]) -> None:
    """Drop the lists of links in boxes that are called related, with their headings, before the model is asked."""
    most = OUTER_SHARE * sum(len(segment.text) for segment in segments)
    for segment in segments:
        if segment.decided or segment.kind is Kind.FIGURE:
            continue
        box = _called(segment, class_names.RELATED)
        if box is not None and box.letters < most and 2 * box.linked > box.letters - LONGEST_LABEL:
            segment.drop("related")
    for before, segment in pairwise(segments):
        if before.phrase == "related" and not before.linked and _is_links(segment) and len(before.text) < LONGEST_LABEL:
            for one in (before, segment):
                if not one.decided:
                    one.drop("related")


def decide(segments: Sequence[Segment]) -> None:
    """Drop other stories, keep callouts, and what stands under kept headings."""
    main = _main(segments)
    if main is not None:
        _teasers(segments, main)
        _below(segments, main)
    _callouts(segments)
    _under_headings(segments)


def _called(segment: Segment, hints: int) -> Container | None:
    return next((one for one in segment.container.chain() if one.hints & hints), None)


def _is_links(segment: Segment) -> bool:
    return bool(segment.text) and segment.linked >= LINKED * len(segment.text.replace("\n", ""))


def _main(segments: Sequence[Segment]) -> Container | None:
    """Return the container that holds the most kept prose itself."""
    sizes: dict[int, int] = defaultdict(int)
    containers: dict[int, Container] = {}
    for segment in segments:
        if segment.kept and segment.kind is Kind.PARAGRAPH and len(segment.text) >= PROSE:
            sizes[id(segment.container)] += len(segment.text)
            containers[id(segment.container)] = segment.container
    return containers[max(sizes, key=lambda key: sizes[key])] if sizes else None


def _teasers(segments: Sequence[Segment], main: Container) -> None:
    """Drop boxes of one kind in a row, each of which begins with a line that is a link, and what stands over them."""
    firsts: dict[int, tuple[Container, Segment]] = {}
    for segment in segments:
        for one in segment.container.chain():
            if one.letters > LONGEST_TEASER:
                break
            if segment.kind is not Kind.FIGURE:
                firsts.setdefault(id(one), (one, segment))
    rows: dict[tuple[int, str, str], list[Container]] = defaultdict(list)
    for one, first in firsts.values():
        if _is_links(first) and one.letters > len(first.text) and one.parent is not None and one is not main:
            rows[id(one.parent), one.tag.name, str(one.tag.attrs.get("class"))].append(one)
    inside = {id(one) for row in rows.values() if len(row) >= FEWEST for one in row}
    last = _last_prose(segments, lambda segment: any(id(one) in inside for one in segment.container.chain()))
    for row in rows.values():
        if len(row) >= FEWEST and sum(one.letters for one in row) < main.letters:
            _drop_row(segments, row, last)


def _drop_row(segments: Sequence[Segment], row: list[Container], last: int) -> None:
    boxes = {id(one) for one in row}
    found = [i for i, segment in enumerate(segments) if any(id(one) in boxes for one in segment.container.chain())]
    if not found or found[0] < last:
        return
    for i in found:
        _drop(segments[i], "other-story")
    head = segments[found[0] - 1] if found[0] else None
    if head is not None and head.kind is Kind.HEADING and head.container is row[0].parent:
        _drop(head, "other-story")


def _last_prose(segments: Sequence[Segment], is_other: Callable[[Segment], bool]) -> int:
    """Return the place of the last kept prose that stands in no box of something else."""
    return max(
        (
            i
            for i, segment in enumerate(segments)
            if segment.kept and segment.kind is Kind.PARAGRAPH and len(segment.text) >= PROSE and not is_other(segment)
        ),
        default=-1,
    )


def _below(segments: Sequence[Segment], main: Container) -> None:
    """Drop what the model is not sure of in boxes below the story that are called something else."""
    last = _last_prose(segments, lambda segment: _called(segment, _OTHERS) is not None and segment.score < UNSURE)
    for segment in segments[last + 1 :]:
        box = _called(segment, _OTHERS)
        is_apart = box is not None and box.letters < main.letters and all(one is not box for one in main.chain())
        if is_apart and segment.score < UNSURE:
            _drop(segment, "around")


def _drop(segment: Segment, rule: str) -> None:
    if segment.kept and segment.kind is not Kind.FIGURE:
        segment.drop(rule, segment.score)


def _callouts(segments: Sequence[Segment]) -> None:
    """Keep the boxes of the author that stand between kept paragraphs of the container that holds them."""
    kept = [(i, segment) for i, segment in enumerate(segments) if segment.kept and segment.kind is Kind.PARAGRAPH]
    last = {id(segment.container): i for i, segment in kept}
    first = {id(segment.container): i for i, segment in reversed(kept)}
    for i, segment in enumerate(segments):
        if segment.kept or segment.rule != "weighed" or 2 * segment.linked > len(segment.text):
            continue
        box = _called(segment, class_names.CALLOUT)
        if box is None or box.letters > LONGEST_CALLOUT or box.hints & class_names.COMMENTS:
            continue
        holder = id(box.parent)
        if first.get(holder, i) < i < last.get(holder, i):
            segment.keep("callout", segment.score)


def _under_headings(segments: Sequence[Segment]) -> None:
    """Keep the list right under a kept heading, in one container with it, where the story goes on behind."""
    last = {
        id(segment.container): i
        for i, segment in enumerate(segments)
        if segment.kept and segment.kind is Kind.PARAGRAPH and len(segment.text) >= PROSE
    }
    for i, (head, segment) in enumerate(pairwise(segments), 1):
        is_under = head.kept and head.kind is Kind.HEADING and segment.kind is Kind.LISTING and segment.rule == "weighed"
        if not is_under or segment.kept or head.phrase:
            continue
        beside = (id(segment.container.parent), id(head.container))
        if max(last.get(one, 0) for one in beside) > i:
            segment.keep("under-heading", segment.score)
