"""Footnotes: what a kept text refers to stays with it, without the arrows that lead back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bs4.element import Tag

from reader.extraction.segments.segment import Kind, Piece
from reader.model import Item, Listing, Run

_ARROWS = "↩↑⤴⏎^\ufe0e\ufe0f "
_OWN = frozenset(("p", "li"))


def decide(pieces: Sequence[Piece]) -> None:
    """Keep the notes that the kept text refers to by their `id`."""
    notes = [piece for piece in pieces if _may_note(piece) and _names(piece)]
    if not notes:
        return
    tags = {id(piece.tag): piece.tag for piece in pieces if piece.kept}
    referred = {name for tag in tags.values() for name in _referred(tag)}
    for piece in notes:
        if not _names(piece) & referred:
            continue
        if not piece.kept:
            piece.keep("footnotes", piece.score)
        if isinstance(piece.block, Listing):
            piece.block = _without_arrows(piece.block)
            piece.text = piece.block.text


def _may_note(piece: Piece) -> bool:
    """A piece may be footnotes: one that the model has dropped, or a list."""
    return piece.rule == "weighed" if not piece.kept else piece.kind is Kind.LISTING


def _names(piece: Piece) -> frozenset[str]:
    """Give the `id`s of a list's items, or that of a paragraph."""
    if piece.kind is Kind.LISTING:
        tags = [node for node in piece.tag.contents if isinstance(node, Tag) and node.name == "li"]
    elif piece.kind is Kind.PARAGRAPH and piece.tag.name in _OWN:
        tags = [piece.tag]
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
