"""Footnotes: what a kept text refers to stays with it, without the arrows that lead back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bs4.element import Tag

from reader.extraction.segments.segment import Kind, Segment
from reader.model import Item, Listing, Run

_ARROWS = "↩↑⤴⏎^\ufe0e\ufe0f "
_OWN = frozenset(("p", "li"))


def decide(segments: Sequence[Segment]) -> None:
    """Keep the notes that the kept text refers to by their `id`."""
    notes = [segment for segment in segments if _may_note(segment) and _names(segment)]
    if not notes:
        return
    tags = {id(segment.tag): segment.tag for segment in segments if segment.kept}
    referred = {name for tag in tags.values() for name in _referred(tag)}
    for segment in notes:
        if not _names(segment) & referred:
            continue
        if not segment.kept:
            segment.keep("footnotes", segment.score)
        if isinstance(segment.block, Listing):
            segment.block = _without_arrows(segment.block)
            segment.text = segment.block.text


def _may_note(segment: Segment) -> bool:
    """Tell whether a segment may be footnotes: one that the model has dropped, or a list."""
    return segment.rule == "weighed" if not segment.kept else segment.kind is Kind.LISTING


def _names(segment: Segment) -> frozenset[str]:
    """Return the `id`s of a list's items, or that of a paragraph."""
    if segment.kind is Kind.LISTING:
        tags = [node for node in segment.tag.contents if isinstance(node, Tag) and node.name == "li"]
    elif segment.kind is Kind.PARAGRAPH and segment.tag.name in _OWN:
        tags = [segment.tag]
    else:
        return frozenset()
    return frozenset(name for tag in tags if isinstance(name := tag.attrs.get("id"), str) and name)


def _referred(tag: Tag) -> Iterable[str]:
    for link in tag.find_all("a"):
        if isinstance(target := link.attrs.get("href"), str) and target.startswith("#"):
            yield target[1:]


def _without_arrows(listing: Listing) -> Listing:
    return replace(listing, items=tuple(map(_item, listing.items)))


def _item(item: Item) -> Item:
    runs: list[Run] = list(item.runs)
    while runs and not runs[-1].text.strip(_ARROWS):
        runs.pop()
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(_ARROWS))
    return replace(item, runs=tuple(runs), inner=tuple(map(_without_arrows, item.inner)))
