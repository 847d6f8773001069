"""Elements that are more than a paragraph: lists, tables, figures, preformatted text.

`read` answers for one element: what it is, and the block it makes.  A list or table that only lays out other things is none
of these, and answers None: then what stands in it is cut on its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4.element import Tag

from reader.extraction.hints import class_names
from reader.extraction.segments import figures
from reader.extraction.segments.inline import LISTS, inline_runs, linked
from reader.extraction.segments.segment import Kind, runs
from reader.model import Figure, Item, Listing, Preformatted, Table
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
            items.append(Item(runs=made, inner=lists))
    return Listing(items=tuple(items), ordered=tag.name == "ol")


def _append_inner(items: list[Item], listing: Listing) -> None:
    if not listing.items:
        return
    if items:
        items[-1] = Item(runs=items[-1].runs, inner=(*items[-1].inner, listing))
    else:
        items.extend(listing.items)


def _table(tag: Tag, base: str) -> Structure | None:
    if tag.attrs.get("role") == "presentation" or _holds(tag, _LAYOUT_IN_TABLE):
        return None
    rows = [node for node in tag.descendants if isinstance(node, Tag) and node.name == "tr"]
    cells = [row for row in map(_cells, rows) if row]
    if len(cells) < 2 or max(map(len, cells)) < 2:
        return None
    found = [[inline_runs(cell.contents, base) for cell in row] for row in cells]
    made = [tuple(runs(cell) for cell in row) for row in found]
    if max(sum(len(run.text) for run in cell) for row in made for cell in row) > LONG_CELL:
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
    text = plain(tag.get_text()).strip("\n").rstrip()
    if not text.strip():
        return None
    named = [tag, *(node for node in tag.contents if isinstance(node, Tag) and node.name == "code")]
    hints = " ".join(class_names.names(node.attrs) for node in named)
    found = _CODE_LANGUAGE.search(hints)
    return Kind.PREFORMATTED, Preformatted(text=text, language=found[1] if found else ""), 0, 0


_READERS: dict[str, Callable[[Tag, str], Structure | None]] = {
    **dict.fromkeys(("ul", "ol", "menu"), _listing),
    "table": _table,
    **dict.fromkeys(("pre", "listing", "xmp"), _preformatted),
    **dict.fromkeys(("figure", "img", "picture", "figcaption", "amp-img"), _shown),
}
