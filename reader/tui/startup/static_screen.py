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
from reader.tui.layout.columns import RowPen, column_widths
from reader.tui.layout.panes import LISTS, Box, PaneLayout, plan
from reader.tui.reading.status import heading
from reader.tui.state import pane_rows
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.positions import Place
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting import byline
from reader.tui.typesetting.article_renderer import ArticleRenderer
from reader.tui.typesetting.bidi import arranged
from reader.tui.typesetting.line_renderer import LineRenderer, ground_for


class ScreenSpec(NamedTuple):
    """What a picture is drawn on."""

    columns: int
    rows: int
    inks: ThemeStyles
    marks: Symbols
    column: int
    """Columns of text that are wished for."""
    place: Place = (0, 0)
    """The block and its character that stand at the top."""


class StaticScreen:
    """The screen with the story that a shelf shows, which has been read."""

    def __init__(self, shelf: OpenArticles, stage: ScreenSpec) -> None:
        """Lay out the panes."""
        here = shelf.stories[shelf.here]
        assert here.article is not None
        self._article: Article = here.article
        self._shelf = shelf.put(shelf.here, here._replace(is_read=True))
        self._stage = stage
        listed = {name: pane_rows.cells(rows) for name, rows in pane_rows.listed(self._article, stage.marks).items()}
        self._rows = {"entries": pane_rows.stories(self._shelf, stage.marks), **listed}
        shown = [name for name in LISTS if pane_rows.has_rows(shelf, name, len(self._rows[name]))]
        self._plan: PaneLayout = plan(stage.columns, stage.rows, shown)

    @cached_property
    def text(self) -> list[Strip]:
        """The rows of the screen with the text and the lines between the panes, whose titles stand there."""
        shelf, marks, inks = self._shelf, self._stage.marks, self._stage.inks
        titles = {name: (pane_rows.title(shelf, name, len(rows), marks), "") for name, rows in self._rows.items()}
        titles["article"] = heading(shelf, marks, is_framed=self._plan.is_framed), ""
        lines = Lines(self._plan, marks, inks, Titles(titles, here="article", order=arranged))
        drawn = [lines.row(y, self._stage.columns) for y in range(self._stage.rows)]
        box = self._plan.boxes["article"]
        ground = ground_for(box.width, self._stage.column)
        proof, ink = ArticleRenderer(byline.copy_of(self._article, marks), ground, marks), LineRenderer(inks, marks)
        top = proof.top(self._stage.place, box.height)
        return _laid(drawn, box, [proof.strip(top + row, ink, ground) for row in range(box.height)])

    def whole(self) -> list[Strip]:
        """Give the rows of the screen with the lists too."""
        drawn, stage = self.text, self._stage
        for name, rows in self._rows.items():
            box = self._plan.boxes.get(name)
            if box is None:
                continue
            columns = pane_rows.COLUMNS[name]
            widths = column_widths(columns, rows, box.width)
            pen = RowPen(columns, widths, box.width, stage.inks, stage.marks, arranged)
            cursor = self._shelf.here if name == "entries" else 0
            shown = rows[: box.height] if cursor < box.height else []
            drawn = _laid(drawn, box, [pen.draw(row, "cursor-away" if at == cursor else "") for at, row in enumerate(shown)])
        return drawn


def _laid(drawn: list[Strip], box: Box, rows: Sequence[Strip]) -> list[Strip]:
    """Lay the rows of a pane over those of the screen."""
    laid = list(drawn)
    for y, row in enumerate(rows[: max(len(drawn) - box.y, 0)], box.y):
        below = drawn[y]
        laid[y] = Strip.join([below.crop(0, box.x), row, below.crop(box.x + box.width, below.cell_length)])
    return laid


def rendered(rows: Sequence[Strip]) -> str:
    """Give rows, from the top of the screen, as they are sent to the terminal, in as many colours as it has."""
    console = Console(color_system=COLOR_SYSTEM, force_terminal=True, legacy_windows=False)  # type: ignore[arg-type]  # as the app
    return "".join(f"\x1b[{y};1H{row.render(console)}" for y, row in enumerate(rows, 1))
