"""The chosen region as BeautifulSoup tags, made from the lxml elements by BeautifulSoup's own constructors.

Serialising the region and parsing it again costs several times as much and gives the same tags, but for white space between
blocks, which is half of all strings and says nothing: `tests/extraction/page/test_soup.py` proves it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from bs4.element import AttributeValueList, NavigableString, PageElement, Tag
from lxml import etree

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span"
    " strike strong sub sup time tt u var wbr g-emoji".split()
)
BESIDE_WORDS = INLINE | {"br", "img"}
"""Elements at whose edges white space separates words; at those of all others it says nothing, and is left out."""
VERBATIM = ("pre", "listing", "xmp", "textarea")
"""Elements in which white space is text."""
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def gather(elements: Sequence[etree._Element]) -> Tag:
    """Return some elements, with all that stands in them, as the children of a new tag; one element alone as itself."""
    if len(elements) == 1:
        return convert(elements[0])
    root = Tag(name="div")
    last: PageElement = root
    for element in elements:
        last = _fill(element, _tag(element, root, last))
    return root


def convert(element: etree._Element) -> Tag:
    """Return the tag of an element, with all that stands in it; what follows the element is left out."""
    root = _tag(element, None, None)
    _fill(element, root)
    return root


def release(root: Tag) -> None:
    """Take the tags apart when nobody needs them any more.

    They and their strings all refer to each other, so that only the garbage collector would free them, and with it every
    tenth of the time that many pages take; `decompose` does the same in twice the time.
    """
    node: PageElement | None = root
    while node is not None:
        following = node.next_element
        node.parent = node.previous_element = node.next_element = node.previous_sibling = node.next_sibling = None
        node = following


def _fill(element: etree._Element, root: Tag) -> PageElement:
    """Convert all that stands in an element, and return the last tag or string of it.

    The elements come in document order: one that does not stand in the innermost open one closes that.
    """
    verbatim = next(element.iter(*VERBATIM), None) is not None
    last: PageElement = root
    if (text := element.text) and (verbatim or root.name in BESIDE_WORDS or not text.isspace()):
        last = _string(text, root, last)
    tag, container = root, element
    opened: list[tuple[Tag, etree._Element]] = []
    walk = element.iter()
    next(walk)
    for child in walk:
        parent = child.getparent()
        while container is not parent:
            tail, closed = container.tail, tag.name
            tag, container = opened.pop()
            if tail and (verbatim or closed in BESIDE_WORDS or not tail.isspace()):
                last = _string(tail, tag, last)
        opened.append((tag, container))
        container = child
        last = tag = _tag(child, tag, last)
        if (text := child.text) and (verbatim or tag.name in BESIDE_WORDS or not text.isspace()):
            last = _string(text, tag, last)
    while opened:
        tail, closed = container.tail, tag.name
        tag, container = opened.pop()
        if tail and (verbatim or closed in BESIDE_WORDS or not tail.isspace()):
            last = _string(tail, tag, last)
    return last


def _tag(element: etree._Element, parent: Tag | None, previous: PageElement | None) -> Tag:
    tag = Tag(name=str(element.tag), parent=parent, previous=previous)
    if tag.name in VOID:
        tag.can_be_empty_element = True
    if given := element.items():  # asking first is faster: every third has none
        tag.attrs = dict(cast("list[tuple[str, str]]", given))
        if isinstance(listed := tag.attrs.get("class"), str):
            tag.attrs["class"] = AttributeValueList(listed.split())
    if parent is not None:
        parent.contents.append(tag)
    return tag


def _string(text: str, parent: Tag, previous: PageElement) -> NavigableString:
    string = NavigableString(text)
    string.setup(parent, previous)
    parent.contents.append(string)
    return string
