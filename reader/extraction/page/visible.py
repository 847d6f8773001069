"""Take out of a tree what a page holds and does not show: hidden elements, copies for screen readers, bubbles over words.

Hidden elements that hold much of the prose of their page stay: a program is to show them.  So do those that the reader is to
unfold.  To be called when programs and styles are out of the tree.
"""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

from reader.extraction.page.html_tree import storable

MOST_PROSE = 0.4
"""Share of the page's prose; where all that is hidden holds more, it is hidden for a while only."""
PROSE = 80
"""Characters of a paragraph of prose."""

_CANDIDATES = etree.XPath(
    "//*[@hidden or @role='tooltip' or contains(@style, 'none') or contains(@style, 'hidden')"
    " or contains(@class, 'sr-only') or contains(@class, 'isually') or contains(@class, 'creen-reader')"
    " or contains(@class, 'tooltip')][not(self::body or self::html or self::h1)]"
)
_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_UNSEEN = re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|hidden-visually)(?![\w-])", re.I)
_BUBBLE = re.compile(r"(?:^|\s)(?:[\w-]*[_-])?tooltip(?:-?text|-?content|[_-]bubble)?(?=\s|$)", re.I)


def drop_hidden(root: etree._Element) -> None:
    """Take the hidden elements out of a tree; what follows one stays."""
    found = cast("list[etree._Element]", _CANDIDATES(root))  # noqa: SLF001 - lxml's name
    candidates = [element for element in found if _is_hidden(element)]
    if not candidates:
        return
    sizes = [_prose(element) for element in candidates]
    is_story = sum(sizes) >= MOST_PROSE * _prose(root)
    for element, size in zip(candidates, sizes, strict=True):
        if not size or not (is_story or _unfolds(element)):
            remove(element)


def _unfolds(element: etree._Element) -> bool:
    """Tell whether the reader is to unfold an element: it is named by what opens it."""
    return element.get("aria-labelledby") is not None or element.get("role") in ("region", "tabpanel")


def remove(element: etree._Element) -> None:
    """Take an element out of its tree; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if tail := element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = storable((before.tail or "") + tail)
        else:
            parent.text = storable((parent.text or "") + tail)
    parent.remove(element)


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if element.get("role") == "tooltip" or _STYLE.search(element.get("style") or ""):
        return True
    names = element.get("class") or ""
    if _UNSEEN.search(names):
        return True
    return element.tag in ("span", "small", "em") and bool(_BUBBLE.search(names))


def _prose(element: etree._Element) -> int:
    sizes = (len(text.strip()) for text in element.itertext() if isinstance(text, str))
    return sum(size for size in sizes if size >= PROSE)
