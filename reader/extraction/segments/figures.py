"""Pictures: the image, and the caption and the credit apart from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4.element import Tag

from reader.extraction.hints import class_names
from reader.extraction.segments.inline import absolute, words
from reader.model import Figure
from reader.model.text import line

SMALL = 100
"""Pixels; a picture whose page calls it narrower or lower is an icon."""
LONG_TEXT = 600
"""Characters; a figure element with more words than this, outside its caption, holds a passage of the page."""

_LAYOUT_IN_FIGURE = frozenset("table pre blockquote h1 h2 ul ol article section".split())
_CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|byline|source|attribution|fotograf|bildnachweis|urheber|agency", re.I
)
_CREDIT = re.compile(
    r"(?:^|[\s.(\[|–—/-])\s*((?:©|\(c\)|photo(?:graph)?(?: by|:| ?credit:?)|picture(?: by|:)|image(?: by|:| ?credit:?)"
    r"|credits?:|foto(?:s|graf(?:i|ie)?)?:|bild(?:quelle|rechte|nachweis)?:|quelle:|crédits?(?: photo)?\s?:|source\s?:"
    r"|imagen?:|fuente:|fonte:|beeld:|kuva:|zdj\.:?|фото:|写真[:：]|図[:：]|getty images|reuters/|ap photo/).{0,120})$",
    re.I,
)
_AGENCY_END = re.compile(
    r"\s*[(\[]((?:AP|AFP|Reuters|EPA|dpa|PA|ANP|TT|NTB|EFE|ANSA|APA|Keystone|Getty Images)[^()\[\]]{0,60})[)\]]\s*$"
)
_CANDIDATE = re.compile(r"(\S+?)(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,\s+|,?$)")
"""An address in `srcset`, with the width or density that it is for."""
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-url", "src")


def read(tag: Tag, base: str) -> Figure | None:
    """Return the picture that an element shows; None if the element only lays out text."""
    if tag.name == "figcaption":
        caption, credit = _caption(tag)
        return Figure(caption=caption, credit=credit) if caption or credit else None
    if tag.name in ("img", "amp-img"):
        return _image(tag, base)
    return _figure(tag, base)


def _figure(tag: Tag, base: str) -> Figure | None:
    tags = [node for node in tag.descendants if isinstance(node, Tag)]
    if any(node.name in _LAYOUT_IN_FIGURE for node in tags):
        return None
    captions = [node for node in tags if node.name == "figcaption"]
    all_words = words(tag.contents)
    if len(all_words) - sum(len(words(node.contents)) for node in captions) > LONG_TEXT:
        return None
    caption, credit = _caption(captions[0] if captions else tag)
    found = next((shown for node in tags if node.name in ("img", "amp-img") and (shown := _image(node, base))), None)
    if found is None and not caption and not credit:
        return None
    return Figure(image=found.image if found else "", alt=found.alt if found else "", caption=caption, credit=credit)


def _image(tag: Tag, base: str) -> Figure | None:
    if any(_pixels(tag.attrs.get(side)) < SMALL for side in ("width", "height")):
        return None
    alt = tag.attrs.get("alt")
    for raw in _addresses(tag):
        if not raw.startswith("data:") and (url := absolute(base, raw)) and url.startswith("http"):
            return Figure(image=url, alt=line(alt) if isinstance(alt, str) else "")
    return None


def _addresses(tag: Tag) -> Iterator[str]:
    """Yield the addresses that an image states, those for programs that load it late first."""
    for name in _LAZY:
        if isinstance(raw := tag.attrs.get(name), str):
            yield raw
    around = tag.find_parent("picture")  # the parser sets an image into the sources before it
    sources = [tag, *(around.find_all("source") if around is not None else ())]
    for source in sources:
        for name in ("srcset", "data-srcset"):
            if isinstance(raw := source.attrs.get(name), str) and (found := _CANDIDATE.findall(raw)):
                yield max(found, key=lambda one: float(one[1] or 0))[0]


def _pixels(raw: object) -> int:
    found = re.match(r"\s*(\d{1,5})(?:px)?\s*$", raw) if isinstance(raw, str) else None
    return int(found[1]) if found else 10_000


def _caption(tag: Tag) -> tuple[str, str]:
    """Return the words of a caption, and those of its credit."""
    for node in tag.descendants:
        if isinstance(node, Tag) and _CREDIT_CLASS.search(class_names.names(node.attrs)):
            credit = words(node.contents)
            whole = words(tag.contents)
            if credit and len(credit) < 200 and credit in whole:
                return line(whole.replace(credit, " ", 1)), credit
    return part(words(tag.contents))


def part(text: str) -> tuple[str, str]:
    """Part a caption from the credit at its end, where there is one."""
    found = _CREDIT.search(text) or _AGENCY_END.search(text)
    if not found:
        return text, ""
    return text[: found.start()].rstrip(" |–—-/(["), found[1].strip(" ()[]")
