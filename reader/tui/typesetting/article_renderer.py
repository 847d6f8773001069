"""An article on its way to the screen: set in lines, with everything that lies over its text, drawn row by row when asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from textual.strip import Strip

from reader.model import Block, Heading, Span
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting.article_layout import ArticleLayout
from reader.tui.typesetting.block_layout import ArticleContent, LayoutOptions, layout_article
from reader.tui.typesetting.line_renderer import LineRenderer, StyledText, TextColumn, caps
from reader.tui.typesetting.styled_spans import Layer, by_block, quoted, run_layers

_OVER: Final = ("person", "lit", "match", "match-here", "selected")
"""What can lie over the text, from the lowest to the topmost."""
_NONE: Final[Mapping[int, str]] = {}


class ArticleRenderer:
    """One article at one width.

    Rows are drawn when they are asked for, and kept until something that lies over the text changes.
    """

    def __init__(self, content: ArticleContent, text_column: TextColumn, symbols: Symbols) -> None:
        """Set an article."""
        options = LayoutOptions(
            column=text_column.column, reach=max(text_column.width - text_column.left - 1, text_column.column), symbols=symbols
        )
        self.article = content.article
        self.layout: ArticleLayout = layout_article(content, options)
        self._quoted = quoted(content.article)
        self._over: dict[str, dict[int, list[Layer]]] = {}
        self._drawn: dict[int, Strip] = {}
        self._texts: dict[int, str] = {}
        self._own: dict[int, list[Layer]] = {}
        self._labels: dict[int, dict[int, str]] = {}

    def top(self, place: tuple[int, int], height: int) -> int:
        """Return the row at the top of a view in which a block's character is to stand there; the end may be nearer."""
        row = self.layout.row_of(*place) if place != (0, 0) else 0
        return min(row, max(self.layout.height - height, 0))

    def lay(self, name: str, spans: Iterable[Span]) -> None:
        """Lay a style over some passages, instead of those that it lay over before."""
        assert name in _OVER
        layers = by_block(spans, name)
        if layers or self._over.get(name):
            self._over[name] = layers
            self._drawn.clear()

    def lays(self) -> dict[str, list[Span]]:
        """Return everything that lies over the text, to be laid over the next proof of the same article."""
        return {
            name: [Span(block=block, start=layer.start, end=layer.end) for block, layers in over.items() for layer in layers]
            for name, over in self._over.items()
        }

    def label(self, labels: Mapping[str, Span]) -> None:
        """Write labels before some passages; none: take them away."""
        self._labels = {}
        for label, span in labels.items():
            self._labels.setdefault(span.block, {})[span.start] = label
        self._drawn.clear()

    def has(self, name: str) -> bool:
        """Say whether a style lies over anything."""
        return bool(self._over.get(name))

    def forget(self) -> None:
        """Draw every row anew: the colours or the ground have changed."""
        self._drawn.clear()

    def strip(self, row: int, line_renderer: LineRenderer, text_column: TextColumn) -> Strip:
        """Return a row as it is drawn."""
        strip = self._drawn.get(row)
        if strip is None:
            strip = self._drawn[row] = self._draw(row, line_renderer, text_column)
        return strip

    def _draw(self, row: int, line_renderer: LineRenderer, text_column: TextColumn) -> Strip:
        line = self.layout.line(row)
        if line is None:
            return line_renderer.blank(text_column)
        if line.block < 0:
            return line_renderer.draw(line, StyledText(-1, ""), text_column)
        words = StyledText(
            line.block, self._text(line.block), self._layers(line.block), labels=self._labels.get(line.block, _NONE)
        )
        return line_renderer.draw(line, words, text_column)

    def _text(self, block: int) -> str:
        if block not in self._texts:
            self._texts[block] = _shown(self.article.blocks[block], self.article.language)
        return self._texts[block]

    def _layers(self, block: int) -> Sequence[Layer]:
        if block not in self._own:
            self._own[block] = [*run_layers(self.article.blocks[block]), *self._quoted.get(block, ())]
        over = [layer for name in _OVER if name in self._over for layer in self._over[name].get(block, ())]
        return [*self._own[block], *over] if over else self._own[block]


def _shown(block: Block, language: str) -> str:
    """Return a block's text as it is drawn: character for character, the title in capitals."""
    text = block.text.replace("\t", " ")
    return caps(text, language) if isinstance(block, Heading) and block.level == 1 else text
