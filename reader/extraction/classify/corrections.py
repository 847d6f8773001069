"""What a newsroom says of its own text: corrections, clarifications, notes of the editor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from reader.extraction.hints import class_names, phrases
from reader.extraction.segments.segment import Kind, Segment

SHORTEST = 30
"""Characters; a shorter segment in a container that is named so is its label."""

_DATED = r"\s*[,(–—-]?\s*[^:.!?]{0,30}\d[^:.!?]{0,15}:"


def decide(segments: Sequence[Segment]) -> None:
    """Take the notes out of the story, by what their element is called or by what they begin with."""
    for segment in segments:
        if segment.decided or segment.kind not in (Kind.PARAGRAPH, Kind.HEADING) or len(segment.text) > phrases.LONGEST:
            continue
        if segment.linked * 2 >= len(segment.text):
            continue
        if _is_named_so(segment):
            is_note = segment.kind is Kind.PARAGRAPH and len(segment.text) >= SHORTEST
            segment.drop("note" if is_note else "label")
        elif segment.kind is Kind.PARAGRAPH and _dated().match(segment.text):
            segment.drop("note")


def _is_named_so(segment: Segment) -> bool:
    """Tell whether a segment or a small container around it is called a correction."""
    if segment.hints & class_names.CORRECTION and segment.tag is not segment.container.tag:
        return True
    if not segment.container.inherited & class_names.CORRECTION:
        return False
    small = takewhile(lambda one: one.letters <= phrases.LONGEST, segment.container.chain())
    return any(one.hints & class_names.CORRECTION for one in small)


@cache
def _dated() -> re.Pattern[str]:
    """Return the pattern of a label with a date before its colon: "Correction, 6 October: ..."."""
    labels = sorted(
        words[:-1].rstrip() for words, name in phrases.known().starts.items() if name == "correction" and words[-1] == ":"
    )
    return re.compile(f"(?:{'|'.join(map(re.escape, labels))}){_DATED}", re.I)
