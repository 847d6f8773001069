"""A line of the galley drawn: the strip that Textual sends to the terminal.

Every piece of text carries its place in the article (`offset`: character, block), so that selecting with the mouse selects the
article's words and not the screen's cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.model.text import plain
from reader.model.wrap import width
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting.article_layout import LayoutLine
from reader.tui.typesetting.bidi import arranged_parts, has_right_to_left, is_right_to_left, visual_order
from reader.tui.typesetting.styled_spans import Layer

GUTTER = 2
"""Cells left of the text column, for the sign of a quotation."""


class TextColumn(NamedTuple):
    """Where on the row the line is drawn."""

    left: int
    """First cell of the text column."""
    column: int
    width: int
    """Of the whole row."""
    shift: int = 0
    """How far wide lines are moved to the left."""
    reorder: bool = True
    """Right-to-left text is put into the terminal's order here."""


def place_column(width: int, wished: int) -> TextColumn:
    """Return where text stands in a view, with so many columns if there is room for them."""
    column = max(min(wished, width - 2 * GUTTER), 8)
    return TextColumn(left=max((width - column) // 2, min(GUTTER, width - column)), column=column, width=width)


class StyledText(NamedTuple):
    """A block's text as it is drawn, what lies over it, and the style of the line."""

    block: int
    text: str
    layers: Sequence[Layer] = ()
    style: Style = Style.null()
    labels: Mapping[int, str] = {}
    """Labels of links, by the character before which they stand; they push the words aside."""


class LineRenderer:
    """Draws lines in the styles of one theme."""

    def __init__(self, theme_styles: ThemeStyles, symbols: Symbols) -> None:
        """Take a theme's styles, and the signs to use."""
        self._theme_styles = theme_styles
        self._base = theme_styles.base
        self._symbols = symbols

    def _style(self, name: str) -> Style:
        return self._theme_styles[name] if name == "selected" else self._theme_styles[f"article--{name}"]

    def blank(self, text_column: TextColumn) -> Strip:
        """Return an empty row."""
        return Strip.blank(text_column.width, self._base)

    def draw(self, line: LayoutLine, words: StyledText, text_column: TextColumn) -> Strip:
        """Draw a line of a block; one that is not of the article's text brings its own words."""
        text, layers = words.text, words.layers
        words = words._replace(style=self._base + self._style(line.kind))
        if line.block < 0:
            return self._aside(line, words.style, text_column)
        if line.pieces:
            return self._row(self._pieces(line, words, text_column), text_column.left, line, text_column)
        segments = self._passage(words, line.start, line.end, text_column)
        start = text_column.left + line.indent
        is_mirrored = has_right_to_left(text[line.start : line.end]) and is_right_to_left(text)
        if is_mirrored:
            if line.lead:
                segments.append(Segment(line.lead[::-1], words.style))
            used = sum(segment.cell_length for segment in segments)
            start = max(text_column.left + text_column.column - line.indent - used, text_column.left)
        elif line.lead:
            segments.insert(0, self._lead(line, words.style))
        if not any(layer.style == "quote" and layer.start < line.end and layer.end > line.start for layer in layers):
            return self._row(segments, start, line, text_column)
        return self._row(
            segments,
            start,
            line,
            text_column,
            sign=text_column.left + text_column.column + 1 if is_mirrored else text_column.left - GUTTER,
        )

    def _aside(self, line: LayoutLine, style: Style, text_column: TextColumn) -> Strip:
        """Draw a line that is not of the article's text."""
        text, start = plain(line.words), text_column.left + line.indent
        lead = [self._lead(line, style)] if line.lead else []
        if text_column.reorder and has_right_to_left(text):
            if is_right_to_left(text):
                start = max(text_column.left + text_column.column - width(text) - width(line.lead), text_column.left)
            text = arranged_parts(text, f" {self._symbols.dot} ")
        return self._row([*lead, Segment(text, style)], start, line, text_column)

    def _lead(self, line: LayoutLine, style: Style) -> Segment:
        return Segment(line.lead, style + self._style("lead"))

    def _pieces(self, line: LayoutLine, words: StyledText, text_column: TextColumn) -> list[Segment]:
        """Return the segments of a row of a table, with the gaps between its cells."""
        segments: list[Segment] = []
        at = 0
        for piece in line.pieces:
            if piece.column > at:
                segments.append(Segment(" " * (piece.column - at), words.style))
            passage = self._passage(words, piece.start, piece.end, text_column)
            segments += passage
            at = max(piece.column, at) + sum(segment.cell_length for segment in passage)
        return segments

    def _row(self, segments: list[Segment], start: int, line: LayoutLine, text_column: TextColumn, *, sign: int = -1) -> Strip:
        """Put segments on a row, with the sign of a quotation in the gutter.

        Args:
            segments: the words.
            start: the cell where they begin.
            line: what they are set from.
            text_column: where the text column stands.
            sign: the cell of the sign; -1, or one that is not on the row: none.
        """
        strip = self._moved(Strip(segments), line, start, text_column)
        end = start + strip.cell_length
        row = [Segment(" " * start, self._with_offset(self._base, line, -start)), *strip]
        row.append(Segment(" " * max(text_column.width - end, 0), self._base))
        drawn = Strip(row, text_column.width)
        if not 0 <= sign < text_column.width or start <= sign < end:
            return drawn
        bar = Segment(self._symbols.quoted, self._base + self._style("quote-mark"))
        return Strip([*drawn.crop(0, sign), bar, *drawn.crop(sign + 1, text_column.width)], text_column.width)

    def _moved(self, strip: Strip, line: LayoutLine, start: int, text_column: TextColumn) -> Strip:
        """Move a wide line sideways, and say where it goes on."""
        room = max(text_column.width - start, 0)
        more = self._base + self._style("quote-mark")
        if line.wide and text_column.shift:
            strip = strip.crop(min(text_column.shift, strip.cell_length), None)
            if strip.cell_length > 1:
                strip = Strip([Segment(self._symbols.more_left, more), *strip.crop(1, None)])
        if strip.cell_length <= room:
            return strip
        if not line.wide or room < 1:
            return strip.crop(0, room)
        return Strip([*strip.crop(0, room - 1), Segment(self._symbols.more_right, more)])

    def _with_offset(self, style: Style, line: LayoutLine, shift: int) -> Style:
        if line.block < 0:
            return style
        return style + Style.from_meta({"offset": (max(line.start + shift, 0), line.block)})

    def _passage(self, words: StyledText, start: int, end: int, text_column: TextColumn) -> list[Segment]:
        """Return the segments of a passage, cut wherever a layer begins or ends."""
        over = [layer for layer in words.layers if layer.start < end and layer.end > start]
        if text_column.reorder and has_right_to_left(words.text[start:end]):
            return self._reordered(words._replace(layers=over), start, end)
        cuts = {start, end, *(at for at in words.labels if start <= at < end)}
        for layer in over:
            cuts.add(max(layer.start, start))
            cuts.add(min(layer.end, end))
        segments: list[Segment] = []
        for first, last in pairwise(sorted(cuts)):
            if first in words.labels:
                segments.append(Segment(words.labels[first], self._base + self._style("label")))
            segments.append(self._placed(words.text[first:last], self._laid(words.style, over, first), first, words.block))
        return segments

    def _laid(self, style: Style, layers: Sequence[Layer], at: int) -> Style:
        for layer in layers:
            if layer.start <= at < layer.end:
                style += self._style(layer.style)
        return style

    def _reordered(self, words: StyledText, start: int, end: int) -> list[Segment]:
        """Return the segments of a passage with right-to-left letters in it, from left to right."""
        segments: list[Segment] = []
        pending, style, place = "", words.style, start
        order = visual_order(words.text[start:end], right_to_left=is_right_to_left(words.text))
        for offset, character in order:
            own = self._laid(words.style, words.layers, start + offset)
            label = words.labels.get(start + offset, "")
            if pending and (own != style or label):
                segments.append(self._placed(pending, style, place, words.block))
                pending = ""
            if label:
                segments.append(Segment(label, self._base + self._style("label")))
            if not pending:
                style, place = own, start + offset
            pending += character
        return [*segments, self._placed(pending, style, place, words.block)] if pending else segments

    def _placed(self, words: str, style: Style, place: int, block: int) -> Segment:
        return Segment(plain(words), style + Style.from_meta({"offset": (place, block)}))


def caps(title: str, language: str) -> str:
    """Return a title in capitals with every character in its place; languages whose capitals differ keep it as it is."""
    if language.split("-", maxsplit=1)[0] in {"tr", "az", "ka"}:
        return title
    return "".join(
        capital if len(capital := letter.upper()) == 1 and width(capital) == width(letter) else letter for letter in title
    )
