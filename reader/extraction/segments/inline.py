"""The words of one element with their links and emphasis, whatever stands in it; and the addresses that links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urljoin

from bs4.element import NavigableString, PageElement, Tag

from reader.extraction.page.soup import INLINE
from reader.extraction.segments.segment import NO_STYLE, InlineRun
from reader.model import Style
from reader.model.address import display_url
from reader.model.text import line

STYLES = {
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "i": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "dfn": Style.EMPHASIS,
    "var": Style.EMPHASIS,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
    "s": Style.DELETED,
    "strike": Style.DELETED,
    "del": Style.DELETED,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
}
_SET = {
    **dict.fromkeys(("strong", "bold", "b", "fw-bold", "font-bold", "text-bold"), Style.STRONG),
    **dict.fromkeys(("em", "italic", "i", "font-italic", "fst-italic"), Style.EMPHASIS),
}
"""What a class says of the words in a `span`."""
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
NOTE_LABEL = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})\s*[\])]?")
"""What the mark of a footnote says."""
_OF_NOTES = re.compile(r"fn|note|ref|cite|^n\d|^\d+$", re.I)
LISTS = ("ul", "ol")
_RAISED = frozenset({Style.SUPERSCRIPT})
_SPACE = InlineRun(" ", NO_STYLE, None)
SHOWN = ("http://", "https://", "mailto:")
_SCHEME = re.compile(r"\s*[a-zA-Z][\w+.-]*:")
LONG_ADDRESS = 500
"""Characters; a longer one is not remembered."""


def absolute(base: str, raw: object) -> str | None:
    """Return the absolute URL that a page's reference leads to; None if it is not one that a reader can follow."""
    if not isinstance(raw, str) or raw[:1] == "#":
        return None
    if not (raw.isascii() and raw.isprintable()) or " " in raw:
        raw = line(raw).replace(" ", "%20")
    if not raw or raw[0] == "#":
        return None
    if raw[:8].lower().startswith(SHOWN):
        return display_url(raw)
    if not base:
        return None
    joined = _joined(base, raw) if len(raw) < LONG_ADDRESS else _joined.__wrapped__(base, raw)
    return display_url(joined) if joined[:8].lower().startswith(SHOWN) else None


def target(base: str, raw: object) -> str | None:
    """Return where a link leads; empty if it leads somewhere on a site whose address is not known, None if nowhere."""
    if (found := absolute(base, raw)) is not None or base or not isinstance(raw, str):
        return found
    return "" if raw.strip()[:1] not in ("", "#") and not _SCHEME.match(raw) else None


@lru_cache(maxsize=2048)
def _joined(base: str, raw: str) -> str:
    try:
        return urljoin(base, raw)
    except ValueError:
        return ""


def style_of(tag: Tag) -> Style | None:
    """Return how an element sets its words: by its name, or, of a `span`, by its class or its style."""
    if tag.name != "span":
        return STYLES.get(tag.name)
    given = tag.attrs.get("class")
    for name in given if isinstance(given, list) else ():
        if name in _SET:
            return _SET[name]
    by_hand = tag.attrs.get("style")
    return Style.STRONG if isinstance(by_hand, str) and _BOLD.search(by_hand) else None


def note_label(tag: Tag) -> str:
    """Return the label of the footnote to which a link leads; empty if it leads to none."""
    site, mark, place = str(tag.attrs.get("href", "")).partition("#")
    if not mark or not place or (found := NOTE_LABEL.fullmatch(tag.get_text().strip())) is None:
        return ""
    is_raised = tag.find("sup") is not None or (tag.parent is not None and tag.parent.name == "sup")
    return found[1] if is_raised or _OF_NOTES.search(place) or (not site and found[1].isdigit()) else ""


def is_break(tag: Tag) -> bool:
    """Tell whether an empty `span` stands for a line break where its class says so."""
    given = tag.attrs.get("class")
    return not tag.contents and isinstance(given, list) and "br" in given


def inline_runs(nodes: Iterable[PageElement], base: str, *, apart: list[Tag] | None = None) -> tuple[InlineRun, ...]:
    """Return the words of some nodes; block elements and line breaks inside them become a space.

    Args:
        nodes: siblings, in order.
        base: the URL that relative links lead from.
        apart: where the outermost lists in the nodes are put, instead of their words among the others.
    """
    found: list[InlineRun] = []
    walk: list[tuple[Iterator[PageElement], frozenset[Style], str | None, bool]] = [(iter(nodes), NO_STYLE, None, False)]
    while walk:
        children, style, href, is_block = walk[-1]
        for node in children:
            if type(node) is NavigableString:
                found.append(InlineRun(node, style, href))
            elif isinstance(node, Tag):
                name, contents = node.name, node.contents
                if apart is not None and name in LISTS:
                    apart.append(node)
                    continue
                if name == "a" and (label := note_label(node)):
                    found.append(InlineRun(f"[{label}]", style - _RAISED | {Style.REFERENCE}, None))
                    continue
                if block := name not in INLINE:
                    found.append(_SPACE)
                if contents:
                    inner = style | {STYLES[name]} if name in STYLES else style
                    leads = target(base, node.attrs.get("href")) if name == "a" else href
                    walk.append((iter(contents), inner, leads, block))
                    break
        else:
            walk.pop()
            if is_block:
                found.append(_SPACE)
    return tuple(found)


def words(nodes: Iterable[PageElement]) -> str:
    """Return the plain words of some nodes, as one line."""
    return line("".join(run.text for run in inline_runs(nodes, "")))


def linked(found: Iterable[InlineRun]) -> tuple[int, int]:
    """Return how many characters stand in links, and in how many links."""
    letters, links, last = 0, 0, None
    for run in found:
        if run.href is not None:
            letters += len(run.text.strip())
            links += run.href != last
        last = run.href
    return letters, links
