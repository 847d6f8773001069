"""What a newsroom says of its own text: corrections, clarifications, notes of the editor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from reader.extraction.hints import class_names, phrases
from reader.extraction.segments.segment import Kind, Piece

SHORTEST = 30
"""Characters; a shorter piece in a container that is named so is its label."""

_DATED = r"\s*[,(–—-]?\s*[^:.!?]{0,30}\d[^:.!?]{0,15}:"


def decide(pieces: Sequence[Piece]) -> None:
    """Take the notes out of the story, by what their element is called or by what they begin with."""
    for piece in pieces:
        if piece.decided or piece.kind not in (Kind.PARAGRAPH, Kind.HEADING) or len(piece.text) > phrases.LONGEST:
            continue
        if piece.linked * 2 >= len(piece.text):
            continue
        if _is_named_so(piece):
            is_note = piece.kind is Kind.PARAGRAPH and len(piece.text) >= SHORTEST
            piece.drop("note" if is_note else "label")
        elif piece.kind is Kind.PARAGRAPH and _dated().match(piece.text):
            piece.drop("note")


def _is_named_so(piece: Piece) -> bool:
    """A piece or a small container around it is called a correction."""
    if piece.signs & class_names.CORRECTION and piece.tag is not piece.holder.tag:
        return True
    if not piece.holder.inherited & class_names.CORRECTION:
        return False
    small = takewhile(lambda one: one.letters <= phrases.LONGEST, piece.holder.chain())
    return any(one.signs & class_names.CORRECTION for one in small)


@cache
def _dated() -> re.Pattern[str]:
    """Give the pattern of a label with a date before its colon: "Correction, 6 October: ..."."""
    labels = sorted(
        words[:-1].rstrip() for words, name in phrases.known().starts.items() if name == "correction" and words[-1] == ":"
    )
    return re.compile(f"(?:{'|'.join(map(re.escape, labels))}){_DATED}", re.I)
