"""Which pictures are the story's, and whose caption a caption is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.extraction.hints import class_names
from reader.extraction.segments import figures
from reader.extraction.segments.segment import Kind, Piece
from reader.model import Figure

LONGEST_CAPTION = 500


def caption(pieces: Sequence[Piece]) -> None:
    """Give a caption that stands beside its picture, and not in one element with it, to the picture."""
    before: Piece | None = None
    for piece in pieces:
        is_caption = piece.kind is Kind.PARAGRAPH and len(piece.text) <= LONGEST_CAPTION and _says_caption(piece)
        if is_caption and before is not None and isinstance(before.block, Figure) and not before.block.caption:
            words, credit = figures.part(piece.text)
            before.block = replace(before.block, caption=words, credit=before.block.credit or credit)
            before.text = words
            piece.drop("caption")
        else:
            before = piece


def _says_caption(piece: Piece) -> bool:
    return bool((piece.signs | piece.holder.signs) & class_names.CAPTION)


def decide(pieces: Sequence[Piece]) -> None:
    """Drop the pictures that do not stand among the kept pieces: those of other stories, of authors, of advertisements."""
    kept = [i for i, piece in enumerate(pieces) if piece.kept and piece.kind is not Kind.FIGURE]
    homes = {id(holder) for i in kept for holder in (pieces[i].holder, pieces[i].holder.parent) if holder is not None}
    for i, piece in enumerate(pieces):
        if piece.kind is not Kind.FIGURE or piece.decided:
            continue
        around = list(piece.holder.chain())[1:3]
        if not kept or i > kept[-1] or not any(id(holder) in homes for holder in around):
            piece.drop("picture")
