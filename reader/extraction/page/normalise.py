"""Give what pages write in odd elements the elements that say it: before anything is read, in place.

formulas        by the text that they state for those who cannot see them
first letters   drawn as pictures, by the letter
buttons         in a sentence or a heading: its words; over an answer that unfolds: its heading
signs           that link to a heading: gone
spans           that are set as blocks: blocks
line numbers    beside code: gone
lists           words between the items: items or paragraphs; code inside a step: behind it, and the list counts on
"""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

from reader.extraction.page.html_tree import storable
from reader.extraction.page.visible import remove

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LONGEST_QUESTION = 150
"""Characters on a button that is a heading."""
SHORTEST_ANSWER = 30
MOST_PARTS, LONGEST_HEADING = 3, 300
"""Blocks and line breaks in a heading, and its characters; what has more of both is no heading."""

_OF_SENTENCES = frozenset("p li td dd blockquote em strong i b".split())
_PERMALINKS = frozenset("¶ # § 🔗 ∞ ⚓ ⚓︎ [#] [link] (#) link permalink".split())
_UNFOLDS = re.compile(r"accordion|collaps|toggle|faq|expand|disclosure|question", re.I)
_BLOCK_SPANS = etree.XPath("//span[contains(@style, 'display')]")
_WRAPPED = etree.XPath("//p[contains(@style, 'white-space')] | //div[contains(@style, 'white-space')]")
_DISPLAY = re.compile(r"display\s*:\s*(?:block|grid|flex)", re.I)
_GUTTER = re.compile(r"gutter|line-?no|line-?num|linenos|ln-num|rouge-gutter", re.I)
_NUMBERS = re.compile(r"[\d\s]*")
_TEX = re.compile(r"^\{\\displaystyle\s*(.*)\}$", re.S)
_WRAP = re.compile(r"white-space\s*:\s*(?:pre-wrap|pre-line|pre\b|break-spaces)", re.I)


def normalise(root: etree._Element) -> None:
    """Do all of it to the tree of a page."""
    seen = {element.tag for element in root.iter("math", "button", "pre", "ol", "ul", "img", *HEADINGS)}
    for element in list(root.iter("math")) if "math" in seen else ():
        _set_formula(element)
    for element in list(root.iter("img")) if "img" in seen else ():
        _set_first_letter(element)
    for element in list(root.iter("button")) if "button" in seen else ():
        _set_button(element)
    for element in list(root.iter(*HEADINGS)):
        _clean_heading(element)
    for element in cast("list[etree._Element]", _BLOCK_SPANS(root)):  # noqa: SLF001 - lxml's name
        if _DISPLAY.search(element.get("style") or "") and not _is_in_code(element):
            element.tag = "div"
    for element in cast("list[etree._Element]", _WRAPPED(root)):  # noqa: SLF001 - lxml's name
        if _WRAP.search(element.get("style") or "") and not len(element):
            _set_breaks(element)
    for element in list(root.iter("pre")) if "pre" in seen else ():
        _drop_numbers(element)
    for element in list(root.iter("ol", "ul")) if seen & {"ol", "ul"} else ():
        _part_list(element)


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _set_words(element: etree._Element, words: str) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = "span", storable(words), storable(tail or "") or None


def _set_formula(element: etree._Element) -> None:
    stated = " ".join((element.get("alttext") or "").split())
    if not stated:
        for note in list(element.iter("annotation", "annotation-xml")):
            remove(note)
    found = _TEX.match(stated)
    _set_words(element, found[1] if found else stated or _text(element))


def _set_breaks(element: etree._Element) -> None:
    """Set a line break for each line end of an element whose style shows them."""
    first, *others = _lines_of(element.text or "")
    element.text = first
    for words in others:
        etree.SubElement(element, "br").tail = words


def _lines_of(text: str) -> list[str]:
    return [storable(words) for words in text.strip().split("\n")]


def _set_first_letter(element: etree._Element) -> None:
    letter = (element.get("alt") or "").strip()
    if len(letter) == 1 and letter.isalpha() and (element.tail or "")[:1].isalpha():
        _set_words(element, letter)


def _set_button(element: etree._Element) -> None:
    parent = element.getparent()
    words = _text(element)
    if parent is None or not words:
        return
    if any(around.tag in HEADINGS for around in element.iterancestors()) or (
        parent.tag in _OF_SENTENCES and _is_in_sentence(element, parent)
    ):
        element.tag = "span"
    elif len(words) <= LONGEST_QUESTION and _unfolds(element):
        element.tag = "h3"


def _is_in_sentence(element: etree._Element, parent: etree._Element) -> bool:
    before = element.getprevious()
    behind = parent.text if before is None else before.tail
    return bool((behind or "").strip()) or (element.tail or "")[:2].strip()[:1].isalpha()


def _unfolds(element: etree._Element) -> bool:
    """Tell whether an answer stands behind a button that opens it."""
    named = " ".join((element.get("class") or "", element.get("aria-controls") or "", element.get("id") or ""))
    if element.get("aria-expanded") is None and not _UNFOLDS.search(named):
        return False
    behind = element.getnext()
    return behind is not None and behind.tag in ("div", "p", "section", "ul") and len(_text(behind)) >= SHORTEST_ANSWER


def _clean_heading(element: etree._Element) -> None:
    if sum(1 for _ in element.iter("br", "p", "div")) >= MOST_PARTS and len(_text(element)) > LONGEST_HEADING:
        element.tag = "div"  # a story in the tags of a heading
        return
    for link in list(element.iter("a")):
        if "".join(map(str, link.itertext())).strip().lower() in _PERMALINKS and (link.get("href") or "").find("#") >= 0:
            remove(link)


def _is_in_code(element: etree._Element) -> bool:
    return any(around.tag in ("pre", "code") for around in element.iterancestors())


def _drop_numbers(element: etree._Element) -> None:
    """Drop the numbers of lines: in elements of their own within the code, or in a cell beside it."""
    inner = [one for one in element.iter() if one is not element and _GUTTER.search(one.get("class") or "")]
    for one in inner:
        if one.getparent() is not None and _NUMBERS.fullmatch(_text(one)):
            remove(one)
    text = _text(element)
    cell = next((around for around in element.iterancestors("td", "th")), None)
    if text and _NUMBERS.fullmatch(text) and cell is not None and (row := cell.getparent()) is not None and len(row) > 1:
        remove(element)


def _part_list(element: etree._Element) -> None:
    if element.text and element.text.strip():
        lead = etree.Element("p")
        lead.text, element.text = storable(element.text), None
        element.addprevious(lead)
    for item in list(element):
        if item.tail and item.tail.strip() and item.tag == "li":
            further = etree.Element("li")
            further.text, item.tail = storable(item.tail), None
            item.addnext(further)
    if any(item.find("pre") is not None for item in element.findall("li")) and not any(
        around.tag in ("ol", "ul") for around in element.iterancestors()
    ):
        _set_code_behind(element)


def _set_code_behind(element: etree._Element) -> None:
    """Cut a list where code stands in an item: the code comes behind that part, and the next goes on counting."""
    number = int(start) if (start := element.get("start") or "1").lstrip("-").isdigit() else 1
    place = element
    part = element
    for item in list(element):
        if part is not element or item.getparent() is not part:
            part.append(item)
        number += item.tag == "li"
        codes = list(item.findall("pre")) if item.tag == "li" else []
        for code in codes:
            behind = list(code.itersiblings())
            rest, code.tail = code.tail, None
            place.addnext(code)
            place = code
            if (rest and rest.strip()) or any(_text(one) for one in behind if one.tag != "pre"):
                more = etree.Element("div")
                more.text = storable(rest or "")
                more.extend([one for one in behind if one.tag != "pre"])
                place.addnext(more)
                place = more
        if codes:
            part = etree.Element(str(element.tag), {str(k): str(v) for k, v in element.attrib.items()})
            if element.tag == "ol":
                part.set("start", str(number))
            place.addnext(part)
            place = part
    if not len(part):
        remove(part)
