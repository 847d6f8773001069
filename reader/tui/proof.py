"""An article on its way to the screen: set in lines, with everything that lies over its text, drawn row by row when asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from textual.strip import Strip

from reader.model import Block, Heading, Span
from reader.tui.galley import Galley
from reader.tui.ink import Ground, Ink, caps
from reader.tui.layers import Layer, by_block, quoted, set_runs
from reader.tui.typeset import Copy, Sheet, typeset

_OVER: Final = ("person", "lit", "match", "match-here", "selected", "label")
"""What can lie over the text, from the lowest to the topmost."""


class Proof:
    """One article at one width.

    Rows are drawn when they are asked for, and kept until something that lies over the text changes.
    """

    def __init__(self, copy: Copy, sheet: Sheet) -> None:
        """Set an article."""
        self.article = copy.article
        self.galley: Galley = typeset(copy, sheet)
        self._quoted = quoted(copy.article)
        self._over: dict[str, dict[int, list[Layer]]] = {}
        self._drawn: dict[int, Strip] = {}
        self._texts: dict[int, str] = {}
        self._own: dict[int, list[Layer]] = {}

    def lay(self, name: str, spans: Iterable[Span]) -> None:
        """Lay a style over some passages, instead of those that it lay over before."""
        assert name in _OVER
        layers = by_block(spans, name)
        if layers or self._over.get(name):
            self._over[name] = layers
            self._drawn.clear()

    def lays(self) -> dict[str, list[Span]]:
        """Give everything that lies over the text, to be laid over the next proof of the same article."""
        return {name: self._over_spans(name) for name in self._over if name != "label"}

    def label(self, labels: Mapping[str, Span]) -> None:
        """Write labels over the first characters of some passages; none: take them away."""
        for span in self._over_spans("label"):
            self._texts.pop(span.block, None)
        places = []
        for label, span in labels.items():
            text = self._text(span.block)
            end = min(span.start + len(label), span.end)
            self._texts[span.block] = text[: span.start] + label[: end - span.start] + text[end:]
            places.append(Span(block=span.block, start=span.start, end=end))
        self.lay("label", places)

    def has(self, name: str) -> bool:
        """Say whether a style lies over anything."""
        return bool(self._over.get(name))

    def forget(self) -> None:
        """Draw every row anew: the colours or the ground have changed."""
        self._drawn.clear()

    def strip(self, row: int, ink: Ink, ground: Ground) -> Strip:
        """Give a row as it is drawn."""
        strip = self._drawn.get(row)
        if strip is None:
            strip = self._drawn[row] = self._draw(row, ink, ground)
        return strip

    def _over_spans(self, name: str) -> list[Span]:
        over = self._over.get(name, {})
        return [Span(block=block, start=layer.start, end=layer.end) for block, layers in over.items() for layer in layers]

    def _draw(self, row: int, ink: Ink, ground: Ground) -> Strip:
        line = self.galley.line(row)
        if line is None:
            return ink.blank(ground)
        if line.block < 0:
            return ink.draw(line, "", (), ground)
        return ink.draw(line, self._text(line.block), self._layers(line.block), ground)

    def _text(self, block: int) -> str:
        if block not in self._texts:
            self._texts[block] = _shown(self.article.blocks[block], self.article.language)
        return self._texts[block]

    def _layers(self, block: int) -> Sequence[Layer]:
        if block not in self._own:
            self._own[block] = [*set_runs(self.article.blocks[block]), *self._quoted.get(block, ())]
        over = [layer for name in _OVER if name in self._over for layer in self._over[name].get(block, ())]
        return [*self._own[block], *over] if over else self._own[block]


def _shown(block: Block, language: str) -> str:
    """Give a block's text as it is drawn: character for character, the title in capitals."""
    text = block.text.replace("\t", " ")
    return caps(text, language) if isinstance(block, Heading) and block.level == 1 else text
