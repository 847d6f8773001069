"""What a newsroom says of its own text: corrections, clarifications, notes of the editor."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from reader.extract import signs, tables
from reader.extract.pieces import Kind, Piece

SHORTEST = 30
"""Characters; a shorter piece in a container that is named so is its label."""

_WORD = re.compile(r"[A-Z]?[a-z]+")
_DATED = r"\s*[,(–—-]?\s*[^:.!?]{0,30}\d[^:.!?]{0,15}:"


def decide(pieces: Sequence[Piece]) -> None:
    """Take the notes out of the story, by what their element is called or by what they begin with."""
    corrections: dict[int, bool] = {}
    for piece in pieces:
        if piece.decided or piece.kind not in (Kind.PARAGRAPH, Kind.HEADING) or len(piece.text) > signs.LONGEST:
            continue
        if piece.linked * 2 >= len(piece.text):
            continue
        if _is_named_so(piece, corrections):
            is_note = piece.kind is Kind.PARAGRAPH and len(piece.text) >= SHORTEST
            piece.drop("note" if is_note else "label")
        elif piece.kind is Kind.PARAGRAPH and _dated().match(piece.text):
            piece.drop("note")


def _is_named_so(piece: Piece, known: dict[int, bool]) -> bool:
    """A piece or a small container around it is called a correction; `known`: what was found of containers, by `id()`."""
    holder = piece.holder
    if piece.named and piece.tag is not holder.tag and _is_correction(piece.named):
        return True
    found = known.get(id(holder))
    if found is None:
        small = takewhile(lambda one: one.letters <= signs.LONGEST, holder.chain())
        found = known[id(holder)] = any(one.named and _is_correction(one.named) for one in small)
    return found


@lru_cache(maxsize=4096)
def _is_correction(given: str) -> bool:
    words = [word.lower() for word in _WORD.findall(given)]
    listed = _classes()
    return any(word in listed for word in words) or any(f"{one} {two}" in listed for one, two in pairwise(words))


@cache
def _classes() -> frozenset[str]:
    listed: dict[str, dict[str, list[str]]] = json.loads(tables.text("boxes"))
    return frozenset(word for words in listed["corrections"].values() for word in words)


@cache
def _dated() -> re.Pattern[str]:
    """Give the pattern of a label with a date before its colon: "Correction, 6 October: ..."."""
    labels = sorted(
        words[:-1].rstrip() for words, name in signs.known().starts.items() if name == "correction" and words[-1] == ":"
    )
    return re.compile(f"(?:{'|'.join(map(re.escape, labels))}){_DATED}", re.I)
