"""Footnotes: what a kept text refers to stays with it, under the label of its mark and without the arrows that lead back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bs4.element import Tag

from reader.extraction.segments.inline import NOTE_LABEL
from reader.extraction.segments.segment import Container, InlineRun, Kind, Segment, runs
from reader.model import Footnote, Item, Listing, Run, Style

LONGEST_BOX = 3000
"""Characters of a box whose `id` names a note."""

_ARROWS = re.compile(r"(?<![\s↩↑⤴⏎^\ufe0e\ufe0f\xa0])[\s↩↑⤴⏎^\ufe0e\ufe0f\xa0]+$")


def decide(segments: Sequence[Segment]) -> None:
    """Make footnotes of the segments to which the kept text refers by their `id`, and of notes in the margin."""
    _sidenotes(segments)
    references = dict(_references(segments))
    if not references:
        return
    mark: tuple[str, Container] | None = None
    for segment in segments:
        if segment.kind is Kind.FIGURE or segment.footnotes or (not segment.kept and segment.rule != "weighed"):
            continue
        if mark is not None and not any(one is mark[1] for one in segment.container.chain()):
            mark = None
        label = next((references[name] for name in _names(segment) if name in references), "")
        if label and _is_mark(segment):
            mark = label, segment.container
            segment.drop("note-mark", segment.score)
        elif isinstance(segment.block, Listing):
            _list_of_notes(segment, segment.block, references)
        elif label or mark is not None:
            _note(segment, label or (mark[0] if mark else ""))


def _sidenotes(segments: Sequence[Segment]) -> None:
    before: Segment | None = None
    for segment in segments:
        if segment.footnotes and before is not None and before.kept:
            segment.keep("sidenote", segment.score)
        elif not segment.footnotes:
            before = segment


def _references(segments: Sequence[Segment]) -> Iterator[tuple[str, str]]:
    """Yield the `id`s to which kept text refers, with the labels of the marks."""
    seen: set[int] = set()
    for segment in segments:
        if not segment.kept or id(segment.tag) in seen:
            continue
        seen.add(id(segment.tag))
        for link in segment.tag.find_all("a"):
            place = str(link.attrs.get("href", "")).partition("#")[2]
            if place and (found := NOTE_LABEL.fullmatch(link.get_text().strip())):
                yield place, found[1]


def _is_mark(segment: Segment) -> bool:
    return NOTE_LABEL.fullmatch(segment.text) is not None


def _names(segment: Segment) -> Iterator[str]:
    """Yield the `id`s of a segment's element, of those in it, and of a small box around it."""
    around = segment.container
    tags = [segment.tag, *segment.tag.find_all(["a", "sup", "span", "li"])]
    if around.letters <= LONGEST_BOX and segment.kind is not Kind.LISTING:
        tags.append(around.tag)
    for tag in tags:
        for key in ("id", "name"):
            if isinstance(name := tag.attrs.get(key), str) and name:
                yield name


def _note(segment: Segment, label: str) -> None:
    words = runs(_without_mark(segment.inline_runs))
    if found := _bare(words):
        segment.keep("footnote", segment.score)
        segment.footnotes = (Footnote(label=label, runs=found),)


def _without_mark(words: tuple[InlineRun, ...]) -> tuple[InlineRun, ...]:
    start = 0
    while start < len(words) and (not words[start].text.strip() or Style.REFERENCE in words[start].style):
        start += 1
    return words[start:]


def _list_of_notes(segment: Segment, listing: Listing, references: dict[str, str]) -> None:
    tags = [node for node in segment.tag.contents if isinstance(node, Tag) and node.name == "li"]
    labels = [next((references[name] for name in _ids(tag) if name in references), "") for tag in tags]
    if len(tags) != len(listing.items) or 2 * sum(map(bool, labels)) < len(labels):
        return
    segment.keep("footnotes", segment.score)
    segment.footnotes = tuple(
        Footnote(label=label or str(number), runs=found)
        for number, (item, label) in enumerate(zip(listing.items, labels, strict=True), 1)
        if (found := _bare(tuple(_words(item))))
    )


def _ids(tag: Tag) -> Iterator[str]:
    for one in (tag, *tag.find_all(lambda one: one.has_attr("id"))):
        if isinstance(name := one.attrs.get("id"), str):
            yield name


def _words(item: Item) -> Iterator[Run]:
    """Yield an item's words, and those of lists in it, on one line."""
    for i, words in enumerate(Listing(items=(item,)).lines):
        if i:
            yield Run(text=" ")
        yield from words


def _bare(words: Sequence[Run]) -> tuple[Run, ...]:
    """Return the words of a note without its number, and without the arrows that lead back."""
    kept = [run for run in words if Style.REFERENCE not in run.style]
    while kept and not _ARROWS.sub("", kept[-1].text):
        kept.pop()
    if kept:
        last = kept[-1]
        kept[-1] = Run(text=_ARROWS.sub("", last.text), style=last.style, href=last.href)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    return tuple(kept)
