"""The posts of a live page: elements of one kind in a row, each with its time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bs4.element import Tag

from reader.extraction.metadata import dates
from reader.extraction.segments.segment import Holder, Kind, Piece
from reader.model import Post
from reader.model.text import line

FEWEST = 3
"""Posts that make a live page."""


@dataclass(slots=True)
class Opening:
    """A post, and the piece that is its title."""

    post: Post
    title: Piece | None


def find(pieces: Sequence[Piece]) -> dict[int, Opening]:
    """Give the posts of a page by the `id()` of the first kept piece of each; empty if it is no live page."""
    if len({id(piece.holder.post) for piece in pieces if piece.holder.post is not None}) < FEWEST:
        return {}
    inside: dict[int, list[Piece]] = {}
    holders: dict[int, Holder] = {}
    for piece in pieces:
        if (holder := piece.holder.post) is not None and _counts(piece):
            holders[id(holder)] = holder
            inside.setdefault(id(holder), []).append(piece)
    if len(inside) < FEWEST:
        return {}
    inside = {key: row for key, row in inside.items() if any(piece.kept for piece in row)}
    rows = Counter(id(holder.parent) for key, holder in holders.items() if key in inside)
    found: dict[int, Opening] = {}
    for key, row in inside.items():
        holder = holders[key]
        if rows[id(holder.parent)] >= FEWEST and isinstance(time := holder.tag.find("time"), Tag):
            opening = _opening(time, _without_time(row, time))
            first = opening.title or next((piece for piece in row if piece.kept), None)
            if first is not None:
                found[id(first)] = opening
    return found


def _without_time(row: Sequence[Piece], time: Tag) -> list[Piece]:
    """Drop the piece that prints the post's time: the post says it."""
    printed = line(time.get_text(" "))
    for piece in row:
        if piece.text == printed:
            piece.drop("post-time", piece.score)
    return [piece for piece in row if piece.text != printed]


def _counts(piece: Piece) -> bool:
    """A piece is of a post: it is kept, or it is a heading that may be the title of what is kept below it."""
    return piece.kind is not Kind.FIGURE and (piece.kept or (piece.kind is Kind.HEADING and piece.rule == "weighed"))


def _opening(time: Tag, inside: Sequence[Piece]) -> Opening:
    stated = time.attrs.get("datetime")
    when = dates.parse(stated) if isinstance(stated, str) and stated else dates.parse_words(time.get_text(" "))
    title = inside[0] if inside and inside[0].kind is Kind.HEADING else None
    if title is not None and not title.kept:
        title.keep("post-title", title.score)
    return Opening(Post(time=when, title=title.text if title else ""), title)
