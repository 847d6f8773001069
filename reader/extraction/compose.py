"""Decided pieces to the blocks of an article, and to its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.extraction.classify import blockquotes, live_posts
from reader.extraction.segments.segment import Holder, Kind, Piece, Segment, runs
from reader.model import Block, Decision, Heading, Paragraph, Quotation, Run, Style

QUOTE_SHARE = 0.6
"""A block quotation with more than this share of the text is how the page sets its text."""


@dataclass(slots=True)
class Composition:
    """What has been composed so far."""

    blocks: list[Block] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    quote: Holder | None = None
    """The block quotation that the last block stands in."""
    paragraphs: list[tuple[Run, ...]] = field(default_factory=list)
    author: str = ""


def compose(pieces: Sequence[Piece], title: str) -> Composition:
    """Give the blocks, the decisions and the notes of decided pieces; the title's heading comes first."""
    made = Composition()
    if title:
        made.blocks.append(Heading(runs=(Run(text=title),), level=1))
    total = sum(len(piece.text) for piece in pieces if piece.kept)
    levels = _levels(pieces)
    openings = live_posts.find(pieces)
    for piece in pieces:
        if not piece.kept:
            _drop(made, piece)
            continue
        if (opening := openings.get(id(piece))) is not None:
            _close(made)
            made.blocks.append(opening.post)
            if opening.title is piece:
                _decided(made, piece, len(made.blocks) - 1)
                continue
        quote = _quote_of(piece, total) if piece.kind is Kind.PARAGRAPH else None
        if quote is not made.quote:
            _close(made)
        if quote is not None:
            made.quote = quote
            _quoted(made, piece)
        elif (block := _block(piece, levels)) is not None:
            made.blocks.append(block)
            _decided(made, piece, len(made.blocks) - 1)
    _close(made)
    return made


def _drop(made: Composition, piece: Piece) -> None:
    if made.quote is not None and not any(holder is made.quote for holder in piece.holder.chain()):
        _close(made)
    if piece.rule == "note" and piece.text not in made.notes:
        made.notes.append(piece.text)
    if piece.text and piece.rule != "title":
        at = len(made.blocks)
        made.decisions.append(Decision(text=piece.text, kept=False, rule=piece.rule, score=piece.score, position=at))


def _decided(made: Composition, piece: Piece, position: int) -> None:
    made.decisions.append(Decision(text=piece.text, kept=True, rule=piece.rule, score=piece.score, position=position))


def _quote_of(piece: Piece, total: int) -> Holder | None:
    quote = piece.holder.quotation
    while quote is not None and quote.letters >= QUOTE_SHARE * total:  # it is how the page sets its text
        quote = quote.parent.quotation if quote.parent else None
    return quote


def _quoted(made: Composition, piece: Piece) -> None:
    words, named = blockquotes.parted(piece)
    found = runs(words)
    if not found:
        return
    _decided(made, piece, len(made.blocks))
    if made.paragraphs and (author := blockquotes.author(piece)):
        made.author = author
        return
    made.paragraphs.append(found)
    made.author = named or made.author


def _close(made: Composition) -> None:
    if made.paragraphs:
        made.blocks.append(Quotation(paragraphs=tuple(made.paragraphs), author=made.author))
    made.quote, made.paragraphs, made.author = None, [], ""


def _block(piece: Piece, levels: dict[int, int]) -> Block | None:
    if piece.block is not None:
        return piece.block
    segments = piece.segments
    found = (Run(text=piece.text, style=segments[0].style, href=segments[0].href),) if len(segments) == 1 else runs(segments)
    if not found:
        return None
    if piece.kind is Kind.HEADING:
        return Heading(runs=_plain_weight(found), level=levels.get(piece.level, 2))
    return Paragraph(runs=found)


def _plain_weight(found: tuple[Run, ...]) -> tuple[Run, ...]:
    """A headline is bold by itself."""
    segments = [Segment(run.text, run.style - {Style.STRONG}, run.href) for run in found]
    return runs(segments)


def _levels(pieces: Sequence[Piece]) -> dict[int, int]:
    """Give the level that each of the page's heading levels becomes: the outermost is 2, and no level is left out."""
    used = sorted({piece.level for piece in pieces if piece.kept and piece.kind is Kind.HEADING})
    return {level: min(2 + i, 6) for i, level in enumerate(used)}
