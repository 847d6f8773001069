"""The short lines that a page prints around its headline: who wrote the story, when, and where it belongs.

What stands in boxes of other kinds (teasers, comments, quotations, pictures) is no such line, and the lines end where the
story's prose begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reader.extraction.hints import class_names
from reader.extraction.page.soup import INLINE
from reader.extraction.page.text import letters
from reader.model.text import line

PROSE = 150
"""Characters of a line that begins the story."""
MOST_BEHIND, MOST_BEFORE = 30, 5
"""Lines."""
_OTHER_TAGS = frozenset("aside blockquote nav footer figure figcaption form table select".split())
_SILENT = frozenset("script style noscript template svg iframe button textarea rt rp".split())
_OTHER_HINTS = class_names.RELATED | class_names.COMMENTS | class_names.SOCIAL | class_names.PULLED | class_names.NAVIGATION
_NAMED = ("a", "address")
_INLINE = INLINE | {"address"}


@dataclass(slots=True)
class Line:
    """A line of text, in the parts that elements and line breaks make of it."""

    parts: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    """Those in links and in elements for an address."""
    stated: str = ""
    """The time that an element in it states for machines."""

    @property
    def text(self) -> str:
        """Return all its words."""
        return line(" ".join(self.parts))


def around(root: etree._Element, title: str) -> list[Line]:
    """Return the lines behind the headline in order, then those before it, the nearest first."""
    heading, wanted = _heading(root, title), letters(title)
    before: list[Line] = []
    behind: list[Line] | None = None
    for at, one in _lines(root, heading):
        if at or (heading is None and behind is None and letters(one.text) == wanted):
            behind = []
        elif behind is None:
            before.append(one)
        elif len(one.text) >= PROSE or len(behind) == MOST_BEHIND:
            break
        else:
            behind.append(one)
    return before[:MOST_BEHIND] if behind is None else [*behind, *before[: -MOST_BEFORE - 1 : -1]]


def short(root: etree._Element, longest: int) -> Iterator[str]:
    """Yield all lines of the page that are no longer than so many characters, those behind the story too."""
    for _, one in _lines(root, None):
        if 0 < len(text := one.text) <= longest:
            yield text


def is_other(element: etree._Element) -> bool:
    """Tell whether an element stands in a box of something else: a teaser, a comment, a quotation, the foot of the page."""
    one: etree._Element | None = element
    while one is not None and one.tag not in ("article", "main", "body", "html"):
        if one.tag in ("aside", "blockquote", "nav", "footer") or class_names.of(one) & _OTHER_HINTS:
            return one.tag not in ("aside", "footer") or not any(
                around.tag in ("article", "main") for around in one.iterancestors()
            )
        one = one.getparent()
    return False


def _heading(root: etree._Element, title: str) -> etree._Element | None:
    wanted = letters(title)
    headings = list(root.iter("h1", "h2", "h3"))[:80]
    for one in headings:
        said = letters("".join(map(str, one.itertext())))
        if said and (said == wanted or (len(said) > len(wanted) // 2 and said in wanted)):
            return one
    return next((one for one in headings if one.tag == "h1"), None)


def _lines(root: etree._Element, heading: etree._Element | None) -> Iterator[tuple[bool, Line]]:
    """Yield each line of a page that is not of another box, and a line of no words where the heading is."""
    body = root.find("body")
    walk = etree.iterwalk(root if body is None else body, events=("start", "end"))
    now = Line()
    for event, element in walk:
        if event == "start" and (element is heading or element.tag in _SILENT or (element is not body and _is_box(element))):
            if now.parts:
                yield False, now
                now = Line()
            if element is heading:
                yield True, Line()
            walk.skip_subtree()
            continue
        if (element.tag not in _INLINE or element.tag == "br") and now.parts:
            yield False, now
            now = Line()
        text = element.text if event == "start" else element.tail
        if event == "start" and (stated := element.get("datetime") or (element.get("title") if element.tag == "abbr" else "")):
            now.stated = now.stated or stated
        if text and not text.isspace():
            now.parts.append(line(text))
            if event == "start" and _is_named(element):
                now.linked.append(line(text))
    if now.parts:
        yield False, now


def _is_box(element: etree._Element) -> bool:
    return element.tag in _OTHER_TAGS or bool(
        class_names.of(element) & _OTHER_HINTS and element.tag not in ("article", "main")
    )


def _is_named(element: etree._Element) -> bool:
    return element.tag in _NAMED or ((parent := element.getparent()) is not None and parent.tag in _NAMED)
