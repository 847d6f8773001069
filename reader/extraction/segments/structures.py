"""Elements that are more than a paragraph: lists, tables, figures, preformatted text.

`read` answers for one element: what it is, and the block it makes.  A list or table that only lays out other things is none
of these, and answers None: then what stands in it is cut on its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import cast, get_args

from bs4.element import PageElement, Tag

from reader.extraction.hints import class_names
from reader.extraction.segments import figures
from reader.extraction.segments.inline import LISTS, inline_runs, linked
from reader.extraction.segments.segment import InlineRun, Kind, runs
from reader.model import Figure, Item, Listing, Preformatted, Run, Style, Table
from reader.model.blocks import Numbering
from reader.model.text import plain

StructureBlock = Listing | Table | Preformatted | Figure
Structure = tuple[Kind, StructureBlock, int, int]
"""The kind, the block, how many characters of it stand in links, and how many links there are."""

MAX_NESTING = 12
"""Lists inside lists, deeper than which items are no longer told apart."""
LONG_ITEM = 500
"""Characters; an item longer than this, on average, is a passage of the page and not a list's item."""
LONG_CELL = 1000
"""Characters; a table with a longer cell only lays out text."""

_LAYOUT_IN_LIST = frozenset("h1 h2 h3 h4 h5 h6 table figure article section blockquote pre form aside video".split())
_LAYOUT_IN_TABLE = frozenset("h1 h2 h3 table figure article section blockquote pre aside".split())
_LAYOUT_IN_DATA = frozenset("h1 h2 table article section pre".split())
"""Elements that no table of data has in it."""
DATA_ROWS, DATA_COLUMNS = 3, 2
"""A table with a head and at least as many rows and columns is one of data, whatever stands in a cell."""
LONG_DEFINITION = 400
"""Characters; a list with longer definitions, on average, is a passage of the page."""
_LINES = frozenset("li div p tr".split())
_DISPLAY = re.compile(r"display\s*:\s*(?:block|grid|flex|table-row)", re.I)
_CODE_LANGUAGE = re.compile(r"(?:lang|language|brush|highlight-source)[-:]\s*([\w+#-]{1,20})")


def read(tag: Tag, base: str) -> Structure | None:
    """Return what an element is, if it is more than a container of paragraphs."""
    read_one = _READERS.get(tag.name)
    return None if read_one is None else read_one(tag, base)


def _shown(tag: Tag, base: str) -> Structure | None:
    found = figures.read(tag, base)
    return None if found is None else (Kind.FIGURE, found, 0, 0)


def _holds(tag: Tag, names: frozenset[str]) -> bool:
    waiting = [tag]
    while waiting:
        for node in waiting.pop().contents:
            if isinstance(node, Tag):
                if node.name in names:
                    return True
                if node.contents:
                    waiting.append(node)
    return False


def _listing(tag: Tag, base: str) -> Structure | None:
    items = sum(1 for node in tag.contents if isinstance(node, Tag) and (node.name == "li" or node.name in LISTS))
    if not items or _holds(tag, _LAYOUT_IN_LIST):
        return None
    said = inline_runs(tag.contents, base)
    if sum(len(segment.text) for segment in said if not segment.text.isspace()) > LONG_ITEM * items:
        return None  # before the items are made: in lists that nest endlessly this is asked at every level
    listing = _items(tag, base, 0)
    letters, links = linked(said)
    return (Kind.LISTING, listing, letters, links) if listing.items else None


def _items(tag: Tag, base: str, level: int) -> Listing:
    items: list[Item] = []
    for node in tag.contents:
        if not isinstance(node, Tag):
            continue
        if node.name in LISTS and level < MAX_NESTING:  # a list straight in a list belongs to the item before
            _append_inner(items, _items(node, base, level + 1))
            continue
        inner: list[Tag] = []
        made = runs(inline_runs([node], base, apart=inner if level < MAX_NESTING else None))
        lists = tuple(found for one in inner if (found := _items(one, base, level + 1)).items)
        if made or lists:
            items.append(Item(runs=made, inner=lists, value=_whole(node.attrs.get("value"))))
    return _counted(tag, items)


def _counted(tag: Tag, items: list[Item]) -> Listing:
    """Return a list that counts as its element says."""
    if tag.name != "ol":
        return Listing(items=tuple(items))
    is_reversed = "reversed" in tag.attrs
    start = _whole(tag.attrs.get("start"))
    if start is None:
        start = len(items) if is_reversed else 1
    numbering = tag.attrs.get("type")
    return Listing(
        items=tuple(items),
        ordered=True,
        start=start,
        reversed=is_reversed,
        numbering=cast("Numbering", numbering) if numbering in get_args(Numbering) else "1",
    )


def _whole(raw: object) -> int | None:
    found = re.fullmatch(r"\s*(-?\d{1,6})\s*", raw) if isinstance(raw, str) else None
    return int(found[1]) if found else None


def _definitions(tag: Tag, base: str) -> Structure | None:
    """Read a list of terms, each with what is said of it, as a list of an item a term."""
    if _holds(tag, _LAYOUT_IN_LIST):
        return None
    items: list[Item] = []
    said: list[InlineRun] = []
    size = 0
    for node in _terms(tag):
        found = inline_runs(node.contents, base)
        said += found
        made = runs(found)
        if not made:
            continue
        if node.name == "dt":
            items.append(Item(runs=tuple(Run(text=run.text, style=run.style | {Style.STRONG}, href=run.href) for run in made)))
        elif items:
            space = Run(text=" ")
            items[-1] = Item(runs=(*items[-1].runs, space, *made))
            size += sum(len(run.text) for run in made)
        else:
            return None
    if not items or not size or size > LONG_DEFINITION * len(items):
        return None
    return Kind.LISTING, Listing(items=tuple(items)), *linked(said)


def _terms(tag: Tag) -> Iterator[Tag]:
    """Yield the terms and definitions of a list, those in groups too."""
    for node in tag.contents:
        if isinstance(node, Tag):
            if node.name in ("dt", "dd"):
                yield node
            else:
                yield from (inner for inner in node.contents if isinstance(inner, Tag) and inner.name in ("dt", "dd"))


def _append_inner(items: list[Item], listing: Listing) -> None:
    if not listing.items:
        return
    if items:
        items[-1] = Item(runs=items[-1].runs, inner=(*items[-1].inner, listing))
    else:
        items.extend(listing.items)


def _table(tag: Tag, base: str) -> Structure | None:
    if tag.attrs.get("role") == "presentation":
        return None
    rows = [node for node in tag.descendants if isinstance(node, Tag) and node.name == "tr"]
    cells = [row for row in map(_cells, rows) if row]
    if len(cells) < 2 or max(map(len, cells)) < 2:
        return None
    is_data = _is_header(cells[0]) and len(cells) >= DATA_ROWS and min(map(len, cells)) >= DATA_COLUMNS
    if _holds(tag, _LAYOUT_IN_DATA if is_data else _LAYOUT_IN_TABLE):
        return None
    found = [[inline_runs(cell.contents, base) for cell in row] for row in cells]
    made = [tuple(runs(cell) for cell in row) for row in found]
    if not is_data and max(sum(len(run.text) for run in cell) for row in made for cell in row) > LONG_CELL:
        return None
    counts = [linked(cell) for row in found for cell in row]
    filled = [row for row in made if any(row)]
    if not filled:
        return None
    header = filled.pop(0) if _is_header(cells[0]) and any(made[0]) and len(filled) > 1 else ()
    table = Table(header=header, rows=tuple(filled))
    return Kind.TABLE, table, sum(letters for letters, _ in counts), sum(links for _, links in counts)


def _cells(row: Tag) -> list[Tag]:
    return [cell for cell in row.contents if isinstance(cell, Tag) and cell.name in ("td", "th")]


def _is_header(cells: list[Tag]) -> bool:
    return all(cell.name == "th" for cell in cells) or _in_head(cells[0])


def _in_head(cell: Tag) -> bool:
    row = cell.parent
    return row is not None and row.parent is not None and row.parent.name == "thead"


def _preformatted(tag: Tag, _base: str) -> Structure | None:
    text = plain(code_text(tag)).strip("\n").rstrip()
    if not text.strip():
        return None
    return Kind.PREFORMATTED, Preformatted(text=text, language=_language(tag)), 0, 0


def code_text(tag: Tag) -> str:
    """Return the text of preformatted elements, with a line end wherever the page shows one."""
    found: list[str] = []
    walk: list[PageElement | None] = [tag]
    while walk:
        node = walk.pop()
        if node is None:
            if found and not found[-1].endswith("\n"):
                found.append("\n")
        elif not isinstance(node, Tag):
            found.append(str(node))
        elif node.name == "br":
            found.append("\n")
        else:
            if node is not tag and _is_line(node):
                if found and not "".join(found[-1:]).endswith("\n"):
                    found.append("\n")
                walk.append(None)
            walk.extend(reversed(node.contents))
    return "".join(found)


def _is_line(tag: Tag) -> bool:
    """Tell whether an element in preformatted text is a line of its own, which no line end follows."""
    if tag.name in _LINES:
        return True
    if "data-line" not in tag.attrs and tag.name != "code" and not _DISPLAY.search(str(tag.attrs.get("style", ""))):
        return False
    behind = tag.next_sibling
    return isinstance(behind, Tag) and behind.name == tag.name


def _language(tag: Tag) -> str:
    named = [tag, *(node for node in tag.contents if isinstance(node, Tag) and node.name == "code")]
    around = tag.parent
    for _ in range(3):
        if around is not None and around.name in ("div", "figure", "td", "tr", "tbody", "table"):
            named.append(around)
            around = around.parent
    for node in named:
        for name in ("data-lang", "data-language", "lang-name"):
            if isinstance(stated := node.attrs.get(name), str) and re.fullmatch(r"[\w+#.-]{1,20}", stated):
                return stated.lower()
        if found := _CODE_LANGUAGE.search(class_names.names(node.attrs)):
            return found[1].lower()
    return ""


_READERS: dict[str, Callable[[Tag, str], Structure | None]] = {
    **dict.fromkeys(("ul", "ol", "menu"), _listing),
    "dl": _definitions,
    "table": _table,
    **dict.fromkeys(("pre", "listing", "xmp"), _preformatted),
    **dict.fromkeys(("figure", "img", "picture", "figcaption", "amp-img"), _shown),
}
