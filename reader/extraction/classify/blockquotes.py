"""Block quotations: who is quoted, and those that belong to the text around them whatever the model says."""

from __future__ import annotations

from collections.abc import Sequence

from bs4.element import Tag

from reader.extraction.classify import live_posts
from reader.extraction.segments.segment import Holder, Kind, Piece, Segment
from reader.model.text import line

LONGEST_AUTHOR = 160
"""Characters."""
DASHES = "—–―-"

_ENDS = (".", "!", "?", "…", '"', "”", "“", "»", "«", "’", "'", "。", "」", "』")
_NAMING = ("cite", "footer")
_MOST_SEGMENTS = 20  # that a name at the end of a paragraph is set in
_LAST = 4  # nodes at the end of an element among which its `cite` is


def decide(pieces: Sequence[Piece]) -> None:
    """Keep the quotations in the posts of a live page, and the author below a quotation that is kept."""
    if live_posts.find(pieces):
        _keep_embedded(pieces)
    kept: Holder | None = None
    for piece in pieces:
        holder = quotation(piece)
        if piece.kept:
            kept = holder
        elif holder is not None and holder is kept and piece.rule == "weighed" and author(piece):
            piece.keep("signature", piece.score)


def _keep_embedded(pieces: Sequence[Piece]) -> None:
    """Keep a quotation that stands behind a kept piece and in one container with it."""
    before: Piece | None = None
    for piece in pieces:
        if piece.kept:
            before = piece
        elif piece.rule == "weighed" and before is not None and _is_embedded(piece, before):
            piece.keep("embedded", piece.score)
            before = piece


def _is_embedded(piece: Piece, before: Piece) -> bool:
    holder = quotation(piece)
    follows = holder is not None and (holder.parent is before.holder or holder is quotation(before))
    return follows and piece.linked * 2 < len(piece.text)


def quotation(piece: Piece) -> Holder | None:
    """Give the block quotation that a paragraph stands in."""
    return piece.holder.quotation if piece.kind is Kind.PARAGRAPH else None


def author(piece: Piece) -> str:
    """Give the author whom a paragraph of a quotation names and nothing else; empty if it names none."""
    text = piece.text
    if len(text) >= LONGEST_AUTHOR:
        return ""
    if (
        text[0] in DASHES
        or any(holder.tag.name in _NAMING for holder in _within(piece))
        or _cited(piece) == text.strip(DASHES + " ")
    ):
        return text.lstrip(DASHES + " ")
    return ""


def parted(piece: Piece) -> tuple[tuple[Segment, ...], str]:
    """Part the words of a quotation from the author named in the same paragraph, where there is one."""
    named = _cited(piece)
    words = piece.text.removesuffix(named).rstrip(DASHES + " ") if named else ""
    if not words or not piece.text.endswith(named) or not words.endswith(_ENDS) or len(named) >= LONGEST_AUTHOR:
        return piece.segments, ""
    segments = list(piece.segments)
    least = max(len(segments) - _MOST_SEGMENTS, 0)
    while len(segments) > least and line("".join(segment.text for segment in segments)).rstrip(DASHES + " ") != words:
        segments.pop()
    if len(segments) == least:
        return piece.segments, ""
    last = segments.pop()
    return (*segments, last._replace(text=last.text.rstrip().rstrip(DASHES + " "))), named


def _cited(piece: Piece) -> str:
    """Give the words of the last `cite` in the element of a piece."""
    for node in reversed(piece.tag.contents[-_LAST:]):
        if isinstance(node, Tag) and node.name == "cite":
            return line(node.get_text()).strip(DASHES + " ")
    return ""


def _within(piece: Piece) -> list[Holder]:
    """Give the containers of a piece up to its quotation."""
    found: list[Holder] = []
    for holder in piece.holder.chain():
        if holder.tag.name == "blockquote":
            return found
        found.append(holder)
    return []
