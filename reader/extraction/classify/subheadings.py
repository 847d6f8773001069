"""Paragraphs that are sub-headlines: bold ones, styled ones, and in plain text short lines on their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4.element import Tag

from reader.extraction.segments.segment import Kind, Segment

LONGEST = 120
"""Characters of a sub-headline that its setting shows."""
PLAIN_LONGEST = 70
PLAIN_WORDS = 9
"""Words of a sub-headline in plain text, unless most of them begin with a capital."""
CAPITALS = 0.6
BELOW = 60
"""Characters of the paragraph that must follow."""

_CLASS = re.compile(
    r"sub-?(?:head|title|heading|headline|hd|hed|hdr|hdg|ttl)|\bh[2-6]\b"
    r"|cross-?head|inter-?title|intertitre|zwischen-?(?:titel|ueberschrift|überschrift)|mittelzeile"
    r"|ladillo|mellanrubrik|tussenkop|heading|section-?title|inter-?line|mellemrubrik|mellomtittel",
    re.I,
)
_SENTENCE_END = (".", ",", ";", "…", "。", "،", "؛", "।", ")", "]", ":", "!", '"', "”", "»", "“")
_LISTED = re.compile(r"^[\W_]*$|^\W*\d[\d\s.,:/-]*$|^[•*–—-]")


def promote(segments: Sequence[Segment], *, is_plain: bool) -> None:
    """Make headings of the kept paragraphs that are sub-headlines."""
    kept = [segment for segment in segments if segment.kept and segment.kind is not Kind.FIGURE]
    for i, segment in enumerate(kept):
        after = kept[i + 1] if i + 1 < len(kept) else None
        if segment.kind is not Kind.PARAGRAPH or after is None or after.kind is Kind.HEADING:
            continue
        if stands_out(segment) if not is_plain else _is_short_line(segment, after):
            segment.kind, segment.level = Kind.HEADING, 2


def stands_out(segment: Segment) -> bool:
    """Tell whether a paragraph is set as a sub-headline: all of it is bold, or its class says so."""
    text = segment.text
    if len(text) > LONGEST or _LISTED.match(text) or segment.container.tag.name in ("li", "td", "th", "blockquote", "figure"):
        return False
    if segment.strong >= 0.95 * len(text.replace(" ", "")) and segment.strong >= len(text) - 4:
        return text[-1] not in (".", ",", ";", "…", "。") or len(text.split()) <= 4
    named = " ".join(_classes(segment.tag))
    return bool(named) and bool(_CLASS.search(named)) and text[-1] not in (".", ",", ";")


def _classes(tag: Tag) -> list[str]:
    listed = tag.attrs.get("class")
    return [listed] if isinstance(listed, str) else list(listed or ())


def _is_short_line(segment: Segment, after: Segment) -> bool:
    text = segment.text
    if len(text) > LONGEST or text.endswith(_SENTENCE_END) or _LISTED.match(text) or len(after.text) < BELOW:
        return False
    words = text.split()
    if words[0][:1].islower():
        return False
    capitals = sum(word[:1].isupper() for word in words)
    return capitals >= CAPITALS * len(words) or (len(words) <= PLAIN_WORDS and len(text) <= PLAIN_LONGEST)
