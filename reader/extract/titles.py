"""The headline: which of the page's candidates it is, and without the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model.text import line

_BARS = re.compile(r"\s+[|•·»«‹›–—:-]{1,2}\s+|\s*\|\s*|\s+::\s+|\s*[|｜]\s*")
SHORTEST = 15
"""Letters; what is shorter is a word of the headline and not the headline."""
SITE_WORDS = 5
"""Words; what stands behind the last bar of a title and is longer is no site's name."""


def pick(headings: Sequence[str], stated: Sequence[str], page_title: str, site: str) -> str:
    """Give the title.

    The printed headline is the title, unless the page states another one twice over that only puts a kicker
    before it, or prints more in it (a kicker) than it states anywhere.

    Args:
        headings: the page's first-level headings, in order.
        stated: titles that the page states for other machines (OpenGraph, JSON-LD), the most trusted first.
        page_title: the text of `<title>`.
        site: the site's name; empty if it is not known.
    """
    others = [bare for text in (*stated, page_title) if text and (bare := without_site(text, site))]
    for heading in headings:
        if any(_alike(heading, other) for other in others):
            return _as_stated(heading, others)
    return next(iter(others), "") or next(iter(headings), "")


def _as_stated(heading: str, others: Sequence[str]) -> str:
    mine = letters(heading)
    for other in others[:1]:
        theirs = letters(other)
        if theirs == mine or len(theirs) < SHORTEST:
            continue
        if mine.endswith(theirs):
            return other
        if theirs.endswith(mine) and sum(letters(one) == theirs for one in others) > 1:
            return other
    return heading


def without_site(title: str, site: str) -> str:
    """Give a title without the name of the site at its end or start."""
    title = line(title)
    parts = _BARS.split(title)
    if len(parts) < 2:
        return title
    known = letters(site)
    last, start = letters(parts[-1]), letters(parts[0])
    if known and last and (last in known or known in last):
        return title[: title.rindex(parts[-1])].rstrip(" |•·»«‹›–—:-｜") if parts[-1] else title
    if known and start and start == known:
        return title[title.index(parts[0]) + len(parts[0]) :].lstrip(" |•·»«‹›–—:-｜")
    if len(parts[-1].split()) <= SITE_WORDS and len(title) - len(parts[-1]) > 2 * len(parts[-1]) and not known:
        return title[: title.rindex(parts[-1])].rstrip(" |•·»«‹›–—:-｜")
    return title


def behind_bar(title: str) -> str:
    """Give what stands behind the last bar of a title and is short enough for a site's name; empty if nothing is."""
    parts = _BARS.split(line(title))
    return parts[-1] if len(parts) > 1 and len(parts[-1].split()) <= SITE_WORDS else ""


def _alike(heading: str, title: str) -> bool:
    """A heading and a stated title are the same headline, or one is the other's beginning."""
    first, second = letters(heading), letters(title)
    if not first or not second:
        return False
    if first in second and len(first) > 12:
        return True
    mine, theirs = set(heading.casefold().split()), set(title.casefold().split())
    return len(mine & theirs) >= 0.5 * min(len(mine), len(theirs)) and len(mine) > 2


def letters(text: str) -> str:
    """Give the letters and digits of a text, in one case."""
    return "".join(filter(str.isalnum, text.casefold()))
