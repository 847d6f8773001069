"""A search in the text of an article: every match as a passage, so that all of them can be lit."""

from __future__ import annotations

import re
from bisect import bisect_left

from reader.model import Article, Span


def matches(article: Article, words: str) -> tuple[Span, ...]:
    """Return every place where some words stand, in text order.

    Case counts only if the words hold a capital letter, as in less and vim; a space matches any white space.
    """
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return ()
    flags = 0 if any(letter.isupper() for letter in words) else re.IGNORECASE
    pattern = re.compile(r"\s+".join(parts), flags)
    return tuple(
        Span(block=index, start=found.start(), end=found.end())
        for index, block in enumerate(article.blocks)
        for found in pattern.finditer(block.text)
    )


def nearest(found: tuple[Span, ...], block: int, offset: int) -> int:
    """Return the first match at or behind a place, or the first of all; -1: there is none."""
    if not found:
        return -1
    at = bisect_left(found, (block, offset), key=lambda span: (span.block, span.start))
    return at if at < len(found) else 0
