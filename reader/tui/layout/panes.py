"""Where the panes stand, and the lines between them: pure geometry, from a width and a height.

below 110 columns    the article alone, a heading above and a line of state below; another pane opens under the text
from 110             three regions: lists at the left, the article, quotes below it
from 180             four columns: lists, article, quotes, people
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple, Protocol

REGIONS: Final = 110
COLUMNS: Final = 180
_LOW: Final = 14  # rows below which the lines above and below the text are left out
LISTS: Final = ("entries", "outline", "people", "quotes")


class Box(NamedTuple):
    """A region of the screen, in cells."""

    x: int
    y: int
    width: int
    height: int


class TitleSlot(NamedTuple):
    """A place for a pane's title on a line."""

    pane: str
    x: int
    y: int
    width: int


class PaneLayout:
    """Where everything stands."""

    def __init__(self, status: Box, *, is_framed: bool = False) -> None:
        """Begin with the row of state and hints; where lines run all around, it lies on the lowest."""
        self.status, self.is_framed = status, is_framed
        self.boxes: dict[str, Box] = {}
        """By pane; a pane that is not here is hidden."""
        self.slots: list[TitleSlot] = []
        self.horizontal: list[tuple[int, int, int]] = []
        """Lines: row, first column, column behind the last."""
        self.vertical: list[tuple[int, int, int]] = []
        """Lines: column, first row, row behind the last."""


def linear(width: int, height: int, sheet: str = "") -> PaneLayout:
    """Lay out one pane alone, under its title: what a screen reader reads from top to bottom."""
    result = PaneLayout(Box(0, height - 1, width, 1))
    result.slots.append(TitleSlot(sheet or "article", 0, 0, width))
    result.boxes[sheet or "article"] = Box(0, 1, width, max(height - 2, 1))
    return result


class Planner(Protocol):
    """Says where the panes stand; `plan` is one."""

    def __call__(
        self, width: int, height: int, panes: Collection[str], sheet: str = "", *, is_zen: bool = False
    ) -> PaneLayout:
        """Lay out the panes that have something to show."""


def plan(width: int, height: int, panes: Collection[str], sheet: str = "", *, is_zen: bool = False) -> PaneLayout:
    """Lay out the panes that have something to show.

    Args:
        width: columns of the screen.
        height: rows of the screen.
        panes: which of `LISTS` are wished for.
        sheet: the pane that is open under the text where there is room for the article alone; empty: none.
        is_zen: the text is wished for alone, without anything around it.
    """
    if is_zen:
        return _alone(width, height, "", is_bare=True)
    if width >= COLUMNS:
        return _columns(width, height, panes)
    if width >= REGIONS:
        return _regions(width, height, panes)
    return _alone(width, height, sheet, is_bare=False)


def _alone(width: int, height: int, sheet: str, *, is_bare: bool) -> PaneLayout:
    ruled = 0 if height < _LOW or is_bare else 1
    head = 0 if is_bare else 1
    top, bottom = head + ruled, height - 1 - ruled
    result = PaneLayout(Box(0, height - 1, width, 1))
    if head:
        result.slots.append(TitleSlot("article", 0, 0, width))
    if ruled:
        result.horizontal += [(head, -1, width + 1), (bottom, -1, width + 1)]
    if sheet:
        middle = top + max((bottom - top) // 2, 1)
        result.horizontal.append((middle, -1, width + 1))
        result.slots.append(TitleSlot(sheet, 1, middle, width - 2))
        result.boxes[sheet] = Box(0, middle + 1, width, max(bottom - middle - 1, 1))
        bottom = middle
    result.boxes["article"] = Box(0, top, width, max(bottom - top, 1))
    return result


def framed(width: int, height: int) -> PaneLayout:
    """Begin a plan with lines all around."""
    result = PaneLayout(Box(2, height - 1, width - 4, 1), is_framed=True)
    result.horizontal += [(0, 0, width), (height - 1, 0, width)]
    result.vertical += [(0, 0, height), (width - 1, 0, height)]
    return result


def _regions(width: int, height: int, panes: Collection[str]) -> PaneLayout:
    result = framed(width, height)
    left = min(width // 4, 36)
    foot = min(max(height // 4, 4), 11)
    lower = height - 2 - foot
    has_left = any(name in panes for name in ("entries", "outline", "people"))
    x = left + 1 if has_left else 0
    if has_left:
        result.vertical.append((x, 0, height))
        lists = [(name, 0) for name in ("entries", "outline") if name in panes]
        tail = [("people", foot if lists else 0)] if "people" in panes else []
        stack_panes(result, [*lists, *tail], Box(1, 0, left, height))
    inner = width - x - 2
    floor = lower if "quotes" in panes else height - 1
    if "quotes" in panes:
        stack_panes(result, [("quotes", foot)], Box(x + 1, lower, inner, foot + 1), open_top=True)
    result.slots.append(TitleSlot("article", x + 1, 0, inner))
    result.boxes["article"] = Box(x + 1, 1, inner, max(floor - 1, 1))
    return result


def _columns(width: int, height: int, panes: Collection[str]) -> PaneLayout:
    result = framed(width, height)
    spare = width - COLUMNS
    left = [name for name in ("entries", "outline") if name in panes]
    x, right = 0, width - 1
    if left:
        size = min(28 + spare // 8, 40)
        stack_panes(result, [(name, 0) for name in left], Box(1, 0, size, height))
        x = size + 1
        result.vertical.append((x, 0, height))
    for name, size in (("people", min(26 + spare // 10, 36)), ("quotes", min(40 + spare // 2, 72))):
        if name in panes:
            stack_panes(result, [(name, 0)], Box(right - size, 0, size, height))
            right -= size + 1
            result.vertical.append((right, 0, height))
    result.slots.append(TitleSlot("article", x + 1, 0, right - x - 1))
    result.boxes["article"] = Box(x + 1, 1, right - x - 1, height - 2)
    return result


def stack_panes(result: PaneLayout, names: Iterable[tuple[str, int]], box: Box, *, open_top: bool = False) -> None:
    """Stack panes in a column: each has a line with its title above it; 0 rows: what is left, shared."""
    items = list(names)
    lines = len(items)
    fixed = sum(rows for _, rows in items)
    sharing = [name for name, rows in items if not rows]
    room = box.height - lines - fixed - (0 if open_top else 1)
    y = box.y
    for name, rows in items:
        if not rows:
            rows = room // len(sharing) if name != sharing[-1] else room - room // len(sharing) * (len(sharing) - 1)  # noqa: PLW2901
        if y:
            result.horizontal.append((y, box.x - 1, box.x + box.width + 1))
        result.slots.append(TitleSlot(name, box.x, y, box.width))
        result.boxes[name] = Box(box.x, y + 1, box.width, max(rows, 1))
        y += rows + 1
