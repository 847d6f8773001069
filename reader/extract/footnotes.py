"""Footnotes: what a kept text refers to stays with it, without the arrows that lead back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bs4.element import Tag

from reader.extract.pieces import Kind, Piece
from reader.model import Item, Listing, Run

_ARROWS = "↩↑⤴⏎^\ufe0e\ufe0f "
_OWN = frozenset(("p", "li"))


def decide(pieces: Sequence[Piece]) -> None:
    """Keep the notes that the kept text refers to by their `id`."""
    waiting = [piece for piece in pieces if piece.rule == "weighed" and not piece.kept and _names(piece)]
    if not waiting:
        return
    tags = {id(piece.tag): piece.tag for piece in pieces if piece.kept}
    referred = {name for tag in tags.values() for name in _referred(tag)}
    for piece in waiting:
        if _names(piece) & referred:
            piece.keep("footnotes", piece.score)
    for piece in pieces:
        if piece.kept and isinstance(piece.block, Listing) and _names(piece) & referred:
            piece.block = _without_arrows(piece.block)
            piece.text = piece.block.text


def _names(piece: Piece) -> frozenset[str]:
    """Give the `id`s of a list's items, or that of a paragraph."""
    if piece.kind is Kind.LISTING:
        tags = list(piece.tag.find_all("li"))
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
