"""A whole screen with an article on it, drawn without an app: what stands there first (`first_paint`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from rich.console import Console
from textual.constants import COLOR_SYSTEM
from textual.strip import Strip

from reader.model import Article
from reader.tui.layout.borders import Lines, Titles
from reader.tui.layout.columns import RowStyle, column_widths, draw_cells
from reader.tui.layout.panes import LISTS, Box, PaneLayout, plan
from reader.tui.state import pane_rows
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.positions import Place
from reader.tui.state.status_text import heading
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting import byline
from reader.tui.typesetting.article_renderer import ArticleRenderer
from reader.tui.typesetting.bidi import arranged
from reader.tui.typesetting.line_renderer import LineRenderer, place_column


class ScreenSpec(NamedTuple):
    """What a picture is drawn on."""

    columns: int
    rows: int
    theme_styles: ThemeStyles
    symbols: Symbols
    column: int
    """Columns of text that are wished for."""
    place: Place = (0, 0)
    """The block and its character that stand at the top."""


class StaticScreen:
    """The screen with the story that a shelf shows, which has been read."""

    def __init__(self, shelf: OpenArticles, spec: ScreenSpec) -> None:
        """Lay out the panes."""
        here = shelf.stories[shelf.here]
        assert here.article is not None
        self._article: Article = here.article
        self._shelf = shelf.put(shelf.here, here._replace(is_read=True))
        self._spec = spec
        listed = {name: pane_rows.cells(rows) for name, rows in pane_rows.listed(self._article, spec.symbols).items()}
        self._rows = {"entries": pane_rows.stories(self._shelf, spec.symbols), **listed}
        shown = [name for name in LISTS if pane_rows.has_rows(shelf, name, len(self._rows[name]))]
        self._plan: PaneLayout = plan(spec.columns, spec.rows, shown)

    @cached_property
    def text(self) -> list[Strip]:
        """The rows of the screen with the text and the lines between the panes, whose titles stand there."""
        shelf, symbols, theme_styles = self._shelf, self._spec.symbols, self._spec.theme_styles
        titles = {name: (pane_rows.title(shelf, name, len(rows), symbols), "") for name, rows in self._rows.items()}
        titles["article"] = heading(shelf, symbols, is_framed=self._plan.is_framed), ""
        lines = Lines(self._plan, symbols, theme_styles, Titles(titles, here="article", order=arranged))
        drawn = [lines.row(y, self._spec.columns) for y in range(self._spec.rows)]
        box = self._plan.boxes["article"]
        text_column = place_column(box.width, self._spec.column)
        renderer, line_renderer = (
            ArticleRenderer(byline.article_content(self._article, symbols), text_column, symbols),
            LineRenderer(theme_styles, symbols),
        )
        top = renderer.top(self._spec.place, box.height)
        return _laid(drawn, box, [renderer.strip(top + row, line_renderer, text_column) for row in range(box.height)])

    def whole(self) -> list[Strip]:
        """Return the rows of the screen with the lists too."""
        drawn, spec = self.text, self._spec
        for name, rows in self._rows.items():
            box = self._plan.boxes.get(name)
            if box is None:
                continue
            columns = pane_rows.COLUMNS[name]
            widths = column_widths(columns, rows, box.width)
            style = RowStyle(box.width, spec.theme_styles, spec.symbols, arranged)
            cursor = self._shelf.here if name == "entries" else 0
            shown = rows[: box.height] if cursor < box.height else []
            states = ["cursor-away" if at == cursor else "" for at in range(len(shown))]
            rows_drawn = [draw_cells(row, columns, widths, style, state) for row, state in zip(shown, states, strict=True)]
            drawn = _laid(drawn, box, rows_drawn)
        return drawn


def _laid(drawn: list[Strip], box: Box, rows: Sequence[Strip]) -> list[Strip]:
    """Lay the rows of a pane over those of the screen."""
    laid = list(drawn)
    for y, row in enumerate(rows[: max(len(drawn) - box.y, 0)], box.y):
        below = drawn[y]
        laid[y] = Strip.join([below.crop(0, box.x), row, below.crop(box.x + box.width, below.cell_length)])
    return laid


def rendered(rows: Sequence[Strip]) -> str:
    """Return rows, from the top of the screen, as they are sent to the terminal, in as many colours as it has."""
    console = Console(color_system=COLOR_SYSTEM, force_terminal=True, legacy_windows=False)  # type: ignore[arg-type]  # as the app
    return "".join(f"\x1b[{y};1H{row.render(console)}" for y, row in enumerate(rows, 1))
