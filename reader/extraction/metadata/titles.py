"""The headline: which of the page's candidates it is, and without the site's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from unicodedata import east_asian_width

from reader.extraction.metadata.heading_candidates import Headline
from reader.model.text import line

_BARS = re.compile(r"\s+[|•·»«‹›–—:-]{1,2}\s+|\s*\|\s*|\s+::\s+|\s*[|｜]\s*")
_TRIM = " |•·»«‹›–—:-｜"
_TIGHT_TAIL = re.compile(r"(?<=[\u3040-\u9fff！？。」』”）])[-_—–]{1,2}([^\s\-_—–！？。，、：]{2,8})$")
"""A site's name behind a hyphen, as scripts without spaces set it."""
_CUT_SHORT = ("...", "…")
_TICKER = re.compile(r"\s\+{3}\s")
"""Between several lines of news in one, as tickers print them."""
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|info|tv|[a-z]{2})", re.I)
SHORTEST = 15
"""Letters, wide ones counted twice; what is shorter is a word of the headline and not the headline."""
SITE_WORDS = 5
"""Words; what stands behind the last bar of a title and is longer is no site's name."""
SAME, PART, LIKE = 3, 2, 1
"""How well a heading fits what the page states: letter by letter, as a part of it, or by half of its words."""


def pick(
    headings: Sequence[Headline], lesser: Callable[[], Sequence[Headline]], stated: Sequence[str], page_title: str, site: str
) -> str:
    """Return the title.

    The title is what the page prints over the story: the first-level heading that fits what the page states best, or the
    only one there is.  Where such headings only lead somewhere, it is the lesser heading that stands for them.

    Args:
        headings: the page's first-level headings, in order.
        lesser: gives those of the levels below, where they are needed.
        stated: titles that the page states for other machines: that of OpenGraph, then the headline of JSON-LD.
        page_title: the text of `<title>`.
        site: the site's name; empty if it is not known.
    """
    heard = [bare for text in stated if not _is_cut_off(text, page_title) and (bare := without_site(text, site))]
    others = [*heard, bare] if (bare := without_site(page_title, site)) else heard
    firsts = _printed(headings, site)
    others += [part for part in _BARS.split(page_title)[:-1][:1] if _heads(part, firsts, site)]
    if (own := _marked(lesser, firsts, page_title)) is not None:
        return own.text
    if not site and (named := _beside_site(firsts, lesser, page_title)):
        return named
    if (best := _best(firsts, others)) is not None and fit(best, others):
        return _as_stated(best, others)
    second = _best(_printed(lesser(), site), others)
    fits = fit(second, others) if second is not None else 0
    over = [one for one in firsts if one.over_story]
    if fits < SAME and len(over) == 1 and _size(letters(over[0].text)) >= SHORTEST:
        return over[0].text
    if second is not None and fits >= PART:
        return _as_stated(second, others)
    return _unprinted(heard) or next(iter(others), "") or next((one.text for one in headings), "")


def _heads(part: str, firsts: Sequence[Headline], site: str) -> bool:
    """Tell whether the page's title begins with the only first-level heading over the story, however short that is."""
    over = [letters(one.text) for one in firsts if one.over_story]
    return over == [letters(part)] and letters(part) != letters(site)


def _marked(lesser: Callable[[], Sequence[Headline]], firsts: Sequence[Headline], page_title: str) -> Headline | None:
    """Return the heading called the story's title with which the page's title ends, where that begins with another."""
    start = letters(page_title)
    if not any(mine and start.startswith(mine) and mine != start for mine in (letters(one.text) for one in firsts)):
        return None
    ends = (one for one in lesser() if one.is_called_title and one.over_story and not one.leads)
    return next((one for one in ends if start.endswith(letters(one.text)) and letters(one.text)), None)


def _beside_site(headings: Sequence[Headline], lesser: Callable[[], Sequence[Headline]], page_title: str) -> str:
    """Return the lesser heading over the story with which the page's title begins.

    This where a greater one is what that ends with, or all of it: it says the site's name, then, or has that in it.
    """
    parts = [letters(part) for part in _BARS.split(page_title)]
    greater = {letters(text) for one in headings for text in (one.text, *one.parts)}
    if len(parts) < 2 or _size(parts[0]) < SHORTEST or parts[0] in greater:
        return ""
    if parts[-1] not in greater and letters(page_title) not in greater:
        return ""
    return next((one.text for one in lesser() if one.over_story and not one.leads and letters(one.text) == parts[0]), "")


def _is_cut_off(title: str, page_title: str) -> bool:
    """Tell whether a title in an attribute ends at its first quotation mark, where the page has forgotten to escape that."""
    return page_title.startswith(f'{title} "')


def _unprinted(stated: Sequence[str]) -> str:
    """Return the title of a page that prints none: the headline of its JSON-LD, the last that is stated."""
    return next((one for one in reversed(stated) if not one.endswith(_CUT_SHORT)), "")


def _printed(headings: Sequence[Headline], site: str) -> list[Headline]:
    """Return the headings that are there to be read and that stay: the line of a ticker is another an hour later."""
    own = letters(site)
    return [one for one in headings if not one.leads and letters(one.text) != own and not _is_ticker(one.text)]


def _is_ticker(text: str) -> bool:
    return sum(any(map(str.isalnum, news)) for news in _TICKER.split(text)) > 1


def _best(headings: Sequence[Headline], others: Sequence[str]) -> Headline | None:
    """Return the heading that fits best; of several that are parts of what the page states, the longest."""

    def rank(one: Headline) -> tuple[int, int]:
        fits = fit(one, others)
        return fits, len(one.text) if fits == PART else 0

    return max(headings, key=rank, default=None)


def fit(headline: Headline, others: Sequence[str]) -> int:
    """Return how well a heading fits what the page states; 0: not at all."""
    readings = {letters(text) for text in (headline.text, headline.whole, *headline.parts)}
    if any(letters(other) in readings for other in others):
        return SAME
    mine = letters(headline.text)
    if _size(mine) > 12 and any(mine in letters(other) for other in others):
        return PART
    return LIKE if headline.level == 1 and _alike(headline.text, others) else 0


def _as_stated(headline: Headline, others: Sequence[str]) -> str:
    """Return a printed headline as the page states it, where that only puts a kicker before it, or leaves one out."""
    for other in others:
        theirs = letters(other)
        if theirs == letters(headline.whole):
            return other if headline.parts else headline.whole
        if theirs == letters(headline.text):
            break
        if found := next((part for part in headline.parts if letters(part) == theirs), ""):
            return found
    mine = letters(headline.text)
    if any(_is_kicker(other, mine) and others.count(other) > 1 for other in others[:1]):
        return others[0]
    return headline.text


def _is_kicker(title: str, mine: str) -> bool:
    """Tell whether a title puts a line of its own, up to a colon, before a printed headline."""
    kicker, colon, rest = title.partition(":")
    return bool(colon) and bool(kicker) and letters(rest) == mine and _size(letters(title)) >= SHORTEST


def without_site(title: str, site: str) -> str:
    """Return a title without the name of the site at its end or start."""
    title = line(title)
    known = letters(site)
    if known and title.endswith(site):
        before = title.removesuffix(site).rstrip()
        if before != (bare := before.rstrip(_TRIM)) and bare:
            return bare
    if found := _TIGHT_TAIL.search(title):
        return title[: found.start()]
    parts = _BARS.split(title)
    if len(parts) < 2:
        return title
    start, last = parts[0], parts[-1]
    is_short = len(last.split()) <= SITE_WORDS and len(title) - len(last) > 2 * len(last)
    if _names_site(letters(last), known) or _DOMAIN.fullmatch(last) or (is_short and not known):
        return title[: title.rindex(last)].rstrip(_TRIM) if last else title
    if start and letters(start) == known:
        return title[title.index(start) + len(start) :].lstrip(_TRIM)
    return title


def _names_site(last: str, known: str) -> bool:
    """Tell whether the words behind the last bar name the site, or a part of its house; a headline may name it too."""
    if not known or not last:
        return False
    return last in known or (known in last and len(last) <= 3 * len(known))


def behind_bar(title: str) -> str:
    """Return what stands behind the last bar of a title and is short enough for a site's name; empty if nothing is."""
    parts = _BARS.split(line(title))
    return parts[-1] if len(parts) > 1 and len(parts[-1].split()) <= SITE_WORDS else ""


def _alike(heading: str, titles: Sequence[str]) -> bool:
    """Tell whether a heading and a stated title share half of the words of the shorter one."""
    mine = set(heading.casefold().split())
    stated = [set(title.casefold().split()) for title in titles]
    return len(mine) > 2 and any(len(mine & theirs) >= 0.5 * min(len(mine), len(theirs)) for theirs in stated)


def letters(text: str) -> str:
    """Return the letters and digits of a text, in one case."""
    return "".join(filter(str.isalnum, text.casefold()))


def _size(letters: str) -> int:
    """Return how many letters there are, those of scripts that write a word with two of them counted twice."""
    return len(letters) if letters.isascii() else sum(2 if east_asian_width(letter) == "W" else 1 for letter in letters)
