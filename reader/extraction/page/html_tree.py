"""Text to an lxml tree, whatever the text is: pages that are broken, endless or nested beyond reason give a tree too.

Four bounds stand before the parser, because bytes alone say little: twenty megabytes of `<p>a` took it to 1.5 GB, a tag of
100,000 attributes kept it for minutes, and it gives up on everything behind 2,048 nested tags.  A page with more tags than
`MAX_TAGS` is cut there; a tag that is longer than `MAX_TAG` loses its attributes; a page that nests deeper than `MAX_DEPTH`
loses the tags below, but none of their words.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import AnyStr

from lxml import etree

MAX_TAGS = 20_000
"""PostStart tags.  With all that is made of them they take up to 4 KB and half a millisecond each; of 1,945 real pages the
median has 860, the largest 10,126."""
_LOOKED_AT = 30 * MAX_TAGS  # start tags, before those that nest too deep are dropped
MAX_TAG = 65_536
"""Characters between `<` and `>`."""
MAX_DEPTH = 400
"""Levels of tags kept when a page nests too deep for the parser; browsers stop at 512."""

_PARSER_DEPTH = 2000
"""libxml2 2.14 stops at 2,048 levels."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li".split())
_OF_HEAD = frozenset("title meta link script style base noscript template object basefont isindex".split())
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
_OPENING = re.compile("<[a-zA-Z]")
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9:-]*+)[^<>]{{{MAX_TAG},}}+>")
_NOT_STORABLE = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_PAGE_ENDS = ("</body", "</BODY", "</html", "</HTML")
_PAGE_END = re.compile(r"</(?:body|html)\s*>", re.I)
_STORY_BEHIND = re.compile(b"<(?:p|div|article|main|section|table|h1)[ >]", re.I)
MIN_COLUMNS, MAX_COLUMNS = 40, 100
"""Characters of the longest line in text that has been wrapped by hand."""
NEARLY = 0.75


def parse(text: str, encoded: bytes | None = None) -> etree._Element:
    """Return the root element of a page's tree; an empty page has an empty body.

    Args:
        text: the page.
        encoded: the same in UTF-8, if it is at hand: then nothing needs to be encoded for the parser.
    """
    if encoded is not None and _is_harmless(encoded):
        within = text
    else:
        within = _bounded(_reopened(text.replace("\0", "") if "\0" in text else text))
    root = _parsed(encoded if encoded is not None and within is text else within.encode("utf-8", "replace"))
    if root is not None and _too_deep(root):
        root = _parsed(_flattened(within).encode("utf-8", "replace"))
    return _opened(root) if root is not None else etree.Element("html")


def _opened(root: etree._Element) -> etree._Element:
    """Return the tree with the body where a browser begins it.

    libxml2 2.14 knows HTML 4: of a page without a `<body>` tag it keeps `<article>`, `<main>` and the like in the head.
    """
    head = root.find("head")
    elements = () if head is None else head.iterchildren("*")
    stray = next((child for child in elements if child.tag not in _OF_HEAD), None)
    if stray is None:
        return root
    body = root.find("body")
    body = etree.SubElement(root, "body") if body is None else body
    for at, child in enumerate([stray, *stray.itersiblings()]):
        body.insert(at, child)
    return root


def parse_plain(text: str) -> etree._Element:
    """Return the tree of plain text: a paragraph element for each of its paragraphs."""
    root = etree.Element("html")
    body = etree.SubElement(root, "body")
    for words in islice(paragraphs(text), MAX_TAGS // 4):
        etree.SubElement(body, "p").text = storable(words)
    return root


def paragraphs(text: str) -> list[str]:
    """Cut plain text at its empty lines, and at every line end unless the lines have been wrapped by hand."""
    wrapped = _is_wrapped(text)
    found: list[str] = []
    for chunk in re.split(r"\n[^\S\n]*\n", text):
        lines = [words for raw in chunk.split("\n") if (words := raw.strip())]
        if wrapped and len(lines) > 1:
            found.extend(_unwrapped(lines))
        else:
            found.extend(lines)
    return found


def _is_wrapped(text: str) -> bool:
    """Tell whether lines have been wrapped by hand: none is long, and most that another follows are nearly as long."""
    lines = text.split("\n")
    longest = max(map(len, lines))
    if not MIN_COLUMNS <= longest <= MAX_COLUMNS:
        return False
    followed = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    return len(followed) > 1 and sum(size > longest * NEARLY for size in followed) > len(followed) * 0.6


def _unwrapped(lines: list[str]) -> list[str]:
    """Join lines, but for those that end well before the margin: there a line was meant to end."""
    margin = max(map(len, lines)) * 0.5
    found = [lines[0]]
    for before, words in pairwise(lines):
        if len(before) < margin:
            found.append(words)
        else:
            found[-1] = f"{found[-1]} {words}"
    return found


def storable(words: str) -> str:
    """Return words without the characters that no tree takes."""
    return _NOT_STORABLE.sub("", words)


def _parsed(encoded: bytes) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(encoded, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _reopened(text: str) -> str:
    """Drop the ends of the page that do not end it: browsers read on behind them, the parser stops.

    Gives the same string where there is nothing to do.
    """
    end = next((at for mark in _PAGE_ENDS if (at := text.find(mark)) >= 0), -1)
    return _PAGE_END.sub(" ", text) if end >= 0 and _STORY_BEHIND.search(text[end:].encode("utf-8", "replace")) else text


def _is_harmless(encoded: bytes) -> bool:
    """Tell whether a page keeps within all bounds; bytes are searched faster than text."""
    end = encoded.find(b"</body")
    if end < 0 or _STORY_BEHIND.search(encoded, end):
        return False
    return encoded.count(b"<") <= MAX_TAGS and b"\0" not in encoded and not _has_endless_tag(encoded, b"<", b">")


def _bounded(text: str) -> str:
    """Shorten endless tags and cut off endless pages; gives the same string where there is nothing to do."""
    if _has_endless_tag(text, "<", ">"):
        text = _LONG_TAG.sub(lambda found: f"<{found[1]}>", text)
    if text.count("<") <= MAX_TAGS or text.count("<") - text.count("</") <= MAX_TAGS:
        return text
    return _cut(_flattened(_cut(text, _LOOKED_AT)), MAX_TAGS)


def _has_endless_tag(text: AnyStr, mark: AnyStr, end: AnyStr) -> bool:
    """Tell whether a tag does not end for as many characters as `MAX_TAG`; looks at a few places of the page only.

    Long scripts have as many without another tag, behind the `>` of their own.
    """
    at = text.find(mark)
    while 0 <= at < len(text) - MAX_TAG:
        last = text.rfind(mark, at + 1, at + 1 + MAX_TAG)
        if last < 0 and text.find(end, at, at + MAX_TAG) < 0:
            return True
        at = last if last >= 0 else text.find(mark, at + MAX_TAG)
    return False


def _cut(text: str, tags: int) -> str:
    """Return a page up to the end of so many start tags and what follows the last of them."""
    end = next(islice(_OPENING.finditer(text), tags, None), None)
    return text[: end.start()] if end else text


def _too_deep(root: etree._Element) -> bool:
    depth, node = 0, root
    while len(node):  # the parser gave up at the end of what it read: its last element is its deepest
        node, depth = node[-1], depth + 1
    return depth >= _PARSER_DEPTH


def _flattened(text: str) -> str:
    """Drop the tags that stand deeper than `MAX_DEPTH`; counts start and closing tags without minding their names."""
    depth = 0

    def keep(found: re.Match[str]) -> str:
        nonlocal depth
        if found[2].lower() in _VOID or found[3].endswith("/"):
            return found[0] if depth <= MAX_DEPTH else " "
        depth += -1 if found[1] else 1
        kept = depth <= MAX_DEPTH if not found[1] else depth < MAX_DEPTH
        depth = max(depth, 0)
        return found[0] if kept else " "

    return _TAG.sub(keep, text)
