"""The winning subtree as BeautifulSoup tags, linked straight from the lxml elements.

Serialising the subtree and parsing it again costs several times as much and gives the same tags, but for white space between
blocks, which is half of all strings and says nothing: `tests/extract/test_soup.py` proves it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from bs4.element import AttributeValueList, CData, NavigableString, PageElement, Tag
from lxml import etree

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span"
    " strike strong sub sup time tt u var wbr g-emoji".split()
)
BESIDE_WORDS = INLINE | {"br", "img"}
"""Elements at whose edges white space parts words; at those of all others it says nothing, and is left out."""
VERBATIM = ("pre", "listing", "xmp", "textarea")
"""Elements in which it says something."""
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

_LINKS = ("parent", "previous_element", "next_element", "previous_sibling", "next_sibling")

_items = cast("Callable[[etree._Element], list[tuple[str, str | AttributeValueList]]]", etree._Element.items)  # noqa: SLF001 - lxml's name
_split = cast("Callable[[str], AttributeValueList]", str.split)


class Words(NavigableString):
    """A string of the page: what is the same in all strings is kept in the class, the rest in slots."""

    __slots__ = _LINKS


class Element(Tag):
    """A tag of the page, kept as `Words` are: that takes a third of the time and half of the memory."""

    __slots__ = ("attrs", "contents", "name", *_LINKS)


class Void(Element):
    """A tag in which nothing can stand."""

    __slots__ = ()


for _name, _value in vars(Tag(name="div", is_xml=False, interesting_string_types={Words, NavigableString, CData})).items():
    if _name not in Element.__slots__:
        setattr(Element, _name, _value)
Words.hidden = False
Element.can_be_empty_element, Void.can_be_empty_element = False, True


def gather(elements: Sequence[etree._Element]) -> Tag:
    """Give some elements, with all that stands in them, as the children of a new tag; one element alone as itself."""
    if len(elements) == 1:
        return link(elements[0])
    root = _alone("div")
    last: PageElement = root
    for element in elements:
        tag = _tag(element, root, last)
        last = _fill(element, tag)
    return root


def link(element: etree._Element) -> Tag:
    """Give the tag of an element, with all that stands in it; what follows the element is left out."""
    root = _alone(str(element.tag))
    root.attrs = _attributes(element)
    _fill(element, root)
    return root


def release(root: Tag) -> None:
    """Take a soup apart that nobody needs any more.

    Its tags and strings all know each other, so that only the collector of garbage would free them, and with it every tenth
    of the time that many pages take.
    """
    node: PageElement | None = root
    while node is not None:
        following = node.next_element
        node.parent = node.previous_element = node.next_element = node.previous_sibling = node.next_sibling = None
        node = following


def _fill(element: etree._Element, root: Tag) -> PageElement:
    """Link all that stands in an element, and give the last tag or string of it.

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


def _alone(name: str) -> Tag:
    """Give an empty tag that stands in nothing."""
    tag: Tag = object.__new__(Void if name in VOID else Element)
    tag.name, tag.attrs, tag.contents = name, {}, []
    tag.parent = tag.previous_element = tag.next_element = tag.previous_sibling = tag.next_sibling = None
    return tag


# Tags and strings are linked in place, the same lines twice: a call for each of some thousand nodes would be felt.
def _tag(element: etree._Element, parent: Tag, previous: PageElement) -> Tag:
    name = str(element.tag)
    tag: Tag = object.__new__(Void if name in VOID else Element)
    tag.name = name
    tag.attrs = _attributes(element)
    tag.contents = []
    tag.parent = parent
    tag.previous_element = previous
    previous.next_element = tag
    tag.next_element = tag.next_sibling = None
    siblings = parent.contents
    if siblings:
        before = siblings[-1]
        before.next_sibling = tag
        tag.previous_sibling = before
    else:
        tag.previous_sibling = None
    siblings.append(tag)
    return tag


def _attributes(element: etree._Element) -> dict[str, str | AttributeValueList]:
    if not (given := _items(element)):  # asking first is faster: every third has none
        return {}
    found = dict(given)
    if isinstance(listed := found.get("class"), str):
        found["class"] = _split(listed)
    return found


def _string(text: str, parent: Tag, previous: PageElement) -> NavigableString:
    string = str.__new__(Words, text)
    string.parent = parent
    string.previous_element = previous
    previous.next_element = string
    string.next_element = string.next_sibling = None
    siblings = parent.contents
    if siblings:
        before = siblings[-1]
        before.next_sibling = string
        string.previous_sibling = before
    else:
        string.previous_sibling = None
    siblings.append(string)
    return string
