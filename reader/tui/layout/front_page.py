"""Where the panes of the front page stand: pure geometry, as in `reader.tui.layout.panes`.

below 110 columns    one at a time: feeds, entries, or the text as everywhere
from 110             three regions: feeds, entries, and the text below them; once one reads, as everywhere, entries at the left
from 180             four columns: feeds (the outline below), entries, text, and its people and quotes
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from reader.tui.layout.panes import COLUMNS, REGIONS, Box, PaneLayout, TitleSlot, framed, linear, plan, stack_panes

BROWSED: Final = ("feeds", "entries")
"""The lists that are read through before there is a text."""


_TEXT: Final = 82
"""Columns that the text is given before the entries get more than they need."""


def front(width: int, height: int, panes: Collection[str], sheet: str = "", *, is_zen: bool = False) -> PaneLayout:
    """Lay out the panes that have something to show.

    Args:
        width: columns of the screen.
        height: rows of the screen.
        panes: which lists are wished for; `feeds` among them says that the reader looks through entries.
        sheet: where there is room for one pane alone: which list is open; empty: the text.
        is_zen: the text is wished for alone, without anything around it.
    """
    if is_zen:
        return plan(width, height, panes, is_zen=True)
    if sheet in BROWSED:
        return linear(width, height, sheet)
    if panes and width >= COLUMNS:
        return _columns(width, height, panes)
    if "feeds" in panes and width >= REGIONS:
        return _regions(width, height)
    return plan(width, height, panes, sheet)


def _regions(width: int, height: int) -> PaneLayout:
    result = framed(width, height)
    left = min(max(width * 27 // 120, 25), 34)
    stack_panes(result, [("feeds", 0)], Box(1, 0, left, height))
    x = left + 1
    result.vertical.append((x, 0, height))
    inner, upper = width - x - 2, max((height - 3) * 45 // 100, 3)
    result.slots.append(TitleSlot("entries", x + 1, 0, inner))
    result.boxes["entries"] = Box(x + 1, 1, inner, upper)
    result.horizontal.append((upper + 1, x, width))
    result.slots.append(TitleSlot("article", x + 1, upper + 1, inner))
    result.boxes["article"] = Box(x + 1, upper + 2, inner, max(height - upper - 3, 1))
    return result


def _columns(width: int, height: int, panes: Collection[str]) -> PaneLayout:
    result = framed(width, height)
    spare = width - COLUMNS
    x, right = 0, width - 1
    left = [(name, height // 3 if name == "outline" else 0) for name in ("feeds", "outline") if name in panes]
    beside = [(name, height // 3 if name == "people" else 0) for name in ("people", "quotes") if name in panes]
    listed = 44 + spare // 4 if beside else width - _TEXT - 30
    for names, size in ((left, min(26 + spare // 10, 34)), ([("entries", 0)], min(listed, 84))):
        stack_panes(result, names, Box(x + 1, 0, size, height))
        x += size + 1
        result.vertical.append((x, 0, height))
    if beside:
        size = min(36 + spare // 4, 60)
        stack_panes(result, beside if len(beside) > 1 else [(beside[0][0], 0)], Box(right - size, 0, size, height))
        right -= size + 1
        result.vertical.append((right, 0, height))
    result.slots.append(TitleSlot("article", x + 1, 0, right - x - 1))
    result.boxes["article"] = Box(x + 1, 1, right - x - 1, height - 2)
    return result
