"""The posts of a live page: elements of one kind in a row, each with its time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bs4.element import Tag

from reader.extract import classes, dates
from reader.extract.pieces import Holder, Kind, Piece
from reader.model import Post

FEWEST = 3
"""Posts that make a live page."""


@dataclass(slots=True)
class Opening:
    """A post, and the piece that is its title."""

    post: Post
    title: Piece | None


def find(pieces: Sequence[Piece]) -> dict[int, Opening]:
    """Give the posts of a page by the `id()` of the first kept piece of each; empty if it is no live page."""
    firsts: dict[int, tuple[Holder, Tag, list[Piece]]] = {}
    for piece in pieces:
        if piece.kept and piece.kind is not Kind.FIGURE and (found := _post_of(piece)) is not None:
            holder, time = found
            firsts.setdefault(id(holder), (holder, time, []))[2].append(piece)
    rows = Counter(id(holder.parent) for holder, _, _ in firsts.values())
    return {
        id(inside[0]): _opening(time, inside) for holder, time, inside in firsts.values() if rows[id(holder.parent)] >= FEWEST
    }


def _post_of(piece: Piece) -> tuple[Holder, Tag] | None:
    for holder in piece.holder.chain():
        if holder.parent is not None and (holder.tag.name == "article" or holder.signs & classes.LIVE):
            time = holder.tag.find("time")
            if isinstance(time, Tag):
                return holder, time
    return None


def _opening(time: Tag, inside: Sequence[Piece]) -> Opening:
    stated = time.attrs.get("datetime")
    when = dates.parse(stated) if isinstance(stated, str) and stated else dates.parse_words(time.get_text(" "))
    title = inside[0] if inside[0].kind is Kind.HEADING else None
    return Opening(Post(time=when, title=title.text if title else ""), title)
