"""The grid of the panes: it places them, and has the lines and titles between them drawn."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.strip import Strip
from textual.widget import Widget

from reader.model.text import line
from reader.tui.layout.borders import Lines, Titles
from reader.tui.layout.panes import Box, PaneLayout, Planner, linear, plan
from reader.tui.theme.symbols import UNICODE, Symbols
from reader.tui.widgets.styled_widget import StyledWidget


class _GridLayout(Layout):
    """Gives each pane the box that the plan has for it."""

    name = "grid"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: FBT001, FBT002 -- Textual's signature
        assert isinstance(parent, PaneGrid)
        boxes = {**parent.planned(size).boxes, "status": parent.planned(size).status}
        return [
            WidgetPlacement(Region(*boxes[child.id]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in boxes
        ]


class PaneGrid(StyledWidget):
    """Panes by their ids (`article` and those of `panes.LISTS`), and a `status` line."""

    def __init__(self, *panes: Widget, id: str, symbols: Symbols = UNICODE) -> None:  # noqa: A002 -- Textual's name
        """Lay out some panes."""
        super().__init__(*panes, id=id)
        self.is_linear = False
        """One pane at a time, without lines."""
        self.planner: Planner = plan
        """Says where the panes stand."""
        self._symbols = symbols
        self._panes: frozenset[str] = frozenset()
        self._sheet = ""
        self._is_zen = False
        self._titles: dict[str, tuple[str, str]] = {}
        self._here = ""
        self._size_planned: Size | None = None
        self._plan = PaneLayout(status=Box(0, 0, 0, 0))
        self._drawn: dict[int, Strip] = {}
        self._grid_layout = _GridLayout()

    @property
    def layout(self) -> Layout:
        """The grid's own way to place its panes."""
        return self._grid_layout

    def arrange_panes(self, panes: Iterable[str], sheet: str = "", *, is_zen: bool = False) -> None:
        """Say which lists are shown, which one under the text where only it has room, and whether there is but the text."""
        wished = (frozenset(panes), sheet, is_zen)
        if wished != (self._panes, self._sheet, self._is_zen):
            self._panes, self._sheet, self._is_zen = wished
            self._size_planned = None
            self._drawn.clear()
            self.refresh()
            for pane in self.children[:1]:  # a child that wants another layout makes its parent place all of them anew
                pane.refresh(layout=True)

    def set_title(self, pane: str, left: str, right: str = "") -> None:
        """Write over a pane: its title, and what stands at the right end of that line."""
        words = (line(left), "  ".join(line(part) for part in right.split("  ")))
        if self._titles.get(pane) != words:
            self._titles[pane] = words
            for slot in self._plan.slots:
                if slot.pane == pane:
                    self._drawn.pop(slot.y, None)
                    self.refresh(Region(slot.x, slot.y, slot.width, 1))

    def point(self, pane: str) -> None:
        """Mark the pane in which the keys work."""
        if pane != self._here:
            self._here = pane
            self._drawn.clear()
            self.refresh()

    def planned(self, size: Size) -> PaneLayout:
        """Return the plan for a size."""
        if size != self._size_planned:
            if self.is_linear:
                self._plan = linear(size.width, size.height, self._sheet)
            else:
                self._plan = self.planner(size.width, size.height, self._panes, self._sheet, is_zen=self._is_zen)
            self._size_planned = size
            self._drawn.clear()
        return self._plan

    def shown(self) -> tuple[str, ...]:
        """Return the ids of the panes that have a place now, the article first."""
        names = [name for name in self._plan.boxes if name != "article"]
        return ("article", *sorted(names, key=lambda name: (self._plan.boxes[name].x, self._plan.boxes[name].y)))

    @property
    def is_framed(self) -> bool:
        """Lines run all around the panes; until it is placed, the grid is as large as the screen."""
        return self.planned(self.size or self.app.size).is_framed

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self._drawn.clear()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that are asked for."""
        return [self.render_line(y).crop(crop.x, crop.right) for y in range(crop.y, crop.bottom)]

    def render_line(self, y: int) -> Strip:
        """Draw a row of lines and titles; the panes lie over the rest."""
        strip = self._drawn.get(y)
        if strip is None:
            titles = Titles(words=self._titles, here=self._here, order=self.order)
            strip = self._drawn[y] = Lines(self._plan, self._symbols, self.theme_styles, titles).row(y, self.size.width)
        return strip
