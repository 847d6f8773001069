"""The lines and titles between the panes, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.model.wrap import clip, graphemes, width
from reader.tui.layout.panes import PaneLayout
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols

_STYLES: Final = ("rule", "title", "title-here", "head")
_LEFT, _UP, _RIGHT, _DOWN = 1, 2, 4, 8


class Titles(NamedTuple):
    """What is written on the lines."""

    words: Mapping[str, tuple[str, str]] = {}
    """By pane: its title, and what stands at the right end of that line."""
    here: str = ""
    """The pane in which the keys work."""
    order: Callable[[str], str] = str
    """Puts a title into the order in which the terminal is to be given it."""


class Lines(NamedTuple):
    """Draws the rows of one plan."""

    plan: PaneLayout
    symbols: Symbols
    theme_styles: ThemeStyles
    titles: Titles = Titles()

    def row(self, y: int, wide: int) -> Strip:
        """Draw a row of lines and titles; the panes lie over the rest."""
        signs = self._signs(y, wide)
        kinds = ["rule"] * wide
        for slot in self.plan.slots:
            if slot.y == y:
                self._write(signs, kinds, slot.x, slot.width, slot.pane)
        return Strip(list(_joined(signs, kinds, _styles(self.theme_styles))), wide)

    def _signs(self, y: int, wide: int) -> list[str]:
        """Return the box-drawing sign of each cell of a row, by the lines that run through it."""
        sides = [0] * wide
        for row, start, end in self.plan.horizontal:
            if row == y:
                for x in range(max(start, 0), min(end, wide)):
                    sides[x] |= (_LEFT if x > start else 0) | (_RIGHT if x < end - 1 else 0)
        for column, start, end in self.plan.vertical:
            if start <= y < end and column < wide:
                sides[column] |= (_UP if y > start else 0) | (_DOWN if y < end - 1 else 0)
        return [self.symbols.boxes[side] for side in sides]

    def _write(self, signs: list[str], kinds: list[str], start: int, room: int, pane: str) -> None:
        """Write a title, cell by cell, over the signs of its line.

        A cluster of several cells leaves all but the first empty; one of no width joins the cell before it.
        """
        left, right = self.titles.words.get(pane, ("", ""))
        kind = "title-here" if pane == self.titles.here else "title"
        if pane == "article" and not self.plan.is_framed:
            kind = "head"
        tail = f" {right} " if right else ""
        words = self.titles.order(clip(left, max(room - width(tail) - 3, 0), ellipsis=self.symbols.ellipsis))
        end = start + room - width(tail) - (1 if self.plan.is_framed else 0)
        for at, text in ((start, f" {words} " if words else ""), (end, tail)):
            cell = at
            for cluster in graphemes(text):
                cells = width(cluster)
                if cell + cells > start + room:
                    break
                if not cells:
                    signs[max(cell - 1, 0)] += cluster
                    continue
                signs[cell : cell + cells] = [cluster] + [""] * (cells - 1)
                kinds[cell : cell + cells] = [kind] * cells
                cell += cells


@lru_cache(maxsize=1)
def _styles(theme_styles: ThemeStyles) -> dict[str, Style]:
    """Return the style of each kind of cell, the same for every row."""
    return {name: theme_styles.base + theme_styles[f"desk--{name}"] for name in _STYLES}


def _joined(signs: list[str], kinds: list[str], styles: dict[str, Style]) -> Iterable[Segment]:
    start = 0
    for at in range(1, len(signs) + 1):
        if at == len(signs) or kinds[at] != kinds[start]:
            yield Segment("".join(signs[start:at]), styles[kinds[start]])
            start = at
