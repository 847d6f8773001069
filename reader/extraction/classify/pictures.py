"""Which pictures are the story's, and whose caption a caption is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.extraction.hints import class_names
from reader.extraction.segments import figures
from reader.extraction.segments.segment import Kind, Segment
from reader.model import Figure

LONGEST_CAPTION = 500


def caption(segments: Sequence[Segment]) -> None:
    """Return a caption that stands beside its picture, and not in one element with it, to the picture."""
    before: Segment | None = None
    for segment in segments:
        is_caption = segment.kind is Kind.PARAGRAPH and len(segment.text) <= LONGEST_CAPTION and _says_caption(segment)
        if is_caption and before is not None and isinstance(before.block, Figure) and not before.block.caption:
            words, credit = figures.part(segment.text)
            before.block = replace(before.block, caption=words, credit=before.block.credit or credit)
            before.text = words
            segment.drop("caption")
        else:
            before = segment


def _says_caption(segment: Segment) -> bool:
    return bool((segment.hints | segment.container.hints) & class_names.CAPTION)


def decide(segments: Sequence[Segment]) -> None:
    """Drop the pictures that do not stand among the kept segments: those of other stories, of authors, of advertisements."""
    kept = [i for i, segment in enumerate(segments) if segment.kept and segment.kind is not Kind.FIGURE]
    homes = {
        id(container)
        for i in kept
        for container in (segments[i].container, segments[i].container.parent)
        if container is not None
    }
    for i, segment in enumerate(segments):
        if segment.kind is not Kind.FIGURE or segment.decided:
            continue
        around = list(segment.container.chain())[1:3]
        if not kept or i > kept[-1] or not any(id(container) in homes for container in around):
            segment.drop("picture")
