"""The winning subtree as BeautifulSoup tags, linked straight from the lxml elements.

Serialising the subtree and parsing it again costs twice as much and gives the same tags: `tests/extract/test_soup.py`
proves it.
"""

from __future__ import annotations

from collections.abc import Sequence

from bs4.element import CData, NavigableString, Tag
from lxml import etree

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

_STRINGS: set[type[NavigableString]] = {NavigableString, CData}
# What bs4 gives every tag and string that it makes itself; copying it costs a tenth of calling the constructors.
_TAG = vars(Tag(name="div", is_xml=False, can_be_empty_element=False, interesting_string_types=_STRINGS))
_STRING = vars(NavigableString(""))
_ATTRIBUTES = type(_TAG["attrs"])


def gather(elements: Sequence[etree._Element]) -> Tag:
    """Give some elements, with all that stands in them, as the children of a new tag; one element alone as itself."""
    if len(elements) == 1:
        return link(elements[0])
    root = Tag(name="div", is_xml=False, interesting_string_types=_STRINGS)
    last: Tag | NavigableString = root
    for element in elements:
        last = _grow(element, root, last)
    return root


def link(element: etree._Element) -> Tag:
    """Give the tag of an element, with all that stands in it; what follows the element is left out."""
    root = _tag(element, None, None)
    _fill(element, root)
    return root


def _grow(element: etree._Element, parent: Tag, last: Tag | NavigableString) -> Tag | NavigableString:
    tag = _tag(element, parent, last)
    return _fill(element, tag)


def _fill(element: etree._Element, root: Tag) -> Tag | NavigableString:
    """Link all that stands in an element; gives the last tag or string of it."""
    last: Tag | NavigableString = root
    if element.text:
        last = _string(element.text, root, last)
    walk = [(root, iter(element), "")]
    while walk:
        parent, children, _ = walk[-1]
        for child in children:
            last = tag = _tag(child, parent, last)
            if text := child.text:
                last = _string(text, tag, last)
            if len(child):
                walk.append((tag, iter(child), child.tail or ""))
                break
            if tail := child.tail:
                last = _string(tail, parent, last)
        else:
            _, _, tail = walk.pop()
            if tail and walk:
                last = _string(tail, walk[-1][0], last)
    return last


def _tag(element: etree._Element, parent: Tag | None, previous: Tag | NavigableString | None) -> Tag:
    tag = Tag.__new__(Tag)
    state = vars(tag)
    state.update(_TAG)
    name = str(element.tag)
    state["name"] = name
    state["contents"] = []
    attributes = _ATTRIBUTES()
    given = element.attrib
    if given:
        dict.update(attributes, given.items())
        if "class" in attributes:
            dict.__setitem__(attributes, "class", attributes["class"].split())
    state["attrs"] = attributes
    if name in VOID:
        state["can_be_empty_element"] = True
    _join(tag, state, parent, previous)
    return tag


def _string(text: str, parent: Tag, previous: Tag | NavigableString) -> NavigableString:
    string = str.__new__(NavigableString, text)
    state = vars(string)
    state.update(_STRING)
    _join(string, state, parent, previous)
    return string


def _join(
    node: Tag | NavigableString, state: dict[str, object], parent: Tag | None, previous: Tag | NavigableString | None
) -> None:
    """Tell a node and those around it of each other."""
    if parent is None:
        return
    state["parent"] = parent
    state["previous_element"] = previous
    if previous is not None:
        previous.next_element = node
    siblings = parent.contents
    if siblings:
        before = siblings[-1]
        state["previous_sibling"] = before
        before.next_sibling = node
    siblings.append(node)
