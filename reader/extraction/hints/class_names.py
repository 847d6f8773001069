"""What the class and id of a container say of it: bits, one for each kind of hint.

The words are those that page templates of many systems use, in English and, where templates are written in it, in other
languages.  They are hints for the decisions, seldom decisions by themselves.  A name is cut into words at its marks and
capitals; single words and pairs of neighbours are looked up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from bs4.element import Tag
from lxml import etree

from reader.extraction.hints import data_files

STORY = 1
"""The body of an article."""
AROUND = 2
"""What stands around an article: sidebars, promotions, lists of other stories."""
SHARE = 4
RELATED = 8
COMMENTS = 16
CAPTION = 32
PLAYER = 64
BYLINE = 128
NEWSLETTER = 256
ABOUT = 512
NAVIGATION = 1024
ADVERT = 2048
HIDDEN = 4096
PULLED = 8192
"""A quote set out from the text that it repeats."""
LEAD = 16384
"""A standfirst, the sentences under the headline."""
NOTICE = 32768
"""Cookie text, log-in forms, and the dialogs that show them."""
TAGS = 65536
LIVE = 131072
"""One post of a live page, or all of them."""
SOCIAL = 262144
"""Somebody's post from elsewhere, set into the page."""

PAYWALL = 524288
"""What only subscribers see, or what tells the others so."""
CORRECTION = 1048576
"""What a newsroom says of its own text."""
CALLOUT = 2097152
"""A box in the story: a warning, a tip, facts."""
NAMES = {
    "story": STORY,
    "around": AROUND,
    "share": SHARE,
    "related": RELATED,
    "comments": COMMENTS,
    "caption": CAPTION,
    "player": PLAYER,
    "byline": BYLINE,
    "newsletter": NEWSLETTER,
    "about": ABOUT,
    "navigation": NAVIGATION,
    "advert": ADVERT,
    "hidden": HIDDEN,
    "pulled": PULLED,
    "lead": LEAD,
    "notice": NOTICE,
    "tags": TAGS,
    "live": LIVE,
    "social": SOCIAL,
    "paywall": PAYWALL,
    "correction": CORRECTION,
    "callout": CALLOUT,
}
"""The bit of each list in `data/class_names.json`."""

KEPT = 1 << 14
"""Classes whose bits are kept: those of a hundred sites, which come again with every page of theirs; some 4 MiB."""
NAMING = ("id", "data-component", "data-testid", "data-type")
"""Attributes that name an element beside its class."""
_WORD = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+")
# Page-wide elements and build tools put these next to anything: <body class="single-post has-sidebar comments-open">.
_FURNITURE = re.compile(r"\b(?:has|no|with|without|js|is|not)[-_][\w-]+", re.I)


@cache
def bits() -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Return the bits of each word in `data/class_names.json`, and, by the first of them, of each pair of words."""
    listed = data_files.word_lists("class_names")
    single: dict[str, int] = {}
    pairs: dict[str, dict[str, int]] = {}
    for name, words in listed.items():
        for word in words:
            first, _, second = word.partition(" ")
            row, key = (pairs.setdefault(first, {}), second) if second else (single, first)
            row[key] = row.get(key, 0) | NAMES[name]
    return single, pairs


class Name(NamedTuple):
    """What one of the names in a class says, and what it says with the names beside it."""

    hints: int
    first: str
    """Its first word."""
    after: Mapping[str, int]
    """What a word says that comes behind its last."""


_NO_PAIRS: Mapping[str, int] = {}


@lru_cache(maxsize=KEPT)
def read(names: str) -> int:
    """Return the bits of a class and id."""
    found, after = 0, _NO_PAIRS
    for name in names.split():
        hints, first, following = _name(name)
        found |= hints
        if first:
            if first in after:
                found |= after[first]
            after = following
    return found


@lru_cache(maxsize=KEPT)
def _name(name: str) -> Name:
    """Return what a name says; the same few stand in the classes of all elements."""
    single, pairs = bits()
    found, after = 0, _NO_PAIRS
    bare = _FURNITURE.sub(" ", name) if "has-" in name or "with" in name or "no-" in name else name
    words = " ".join(_WORD.findall(bare)).lower().split()
    for word in words:
        found |= single.get(word, 0) | after.get(word, 0)
        after = pairs.get(word, _NO_PAIRS)
    return Name(found, words[0] if words else "", after)


def names(attributes: Mapping[str, str | list[str]]) -> str:
    """Return the words that an element's attributes name it with; a class may be a string or a list."""
    if not attributes:
        return ""
    listed = attributes.get("class", "")
    given = listed if isinstance(listed, str) else " ".join(listed)
    if len(attributes) > 1 or not listed:
        for name in NAMING:
            if name in attributes:
                given = f"{given} {attributes[name]}"
    return given[:300]


def names_of(element: etree._Element) -> str:
    """Return the words that the attributes of an element of the page's tree name it with, see `names`."""
    given = element.get("class", "")
    for name in NAMING:
        if (more := element.get(name)) is not None:
            given = f"{given} {more}"
    return given[:300]


def of(element: etree._Element) -> int:
    """Return the bits of an element of the page's tree, by its class and id alone."""
    listed, identity = element.get("class"), element.get("id")
    if listed is None:
        return read(identity[:300]) if identity else 0
    return read(f"{listed} {identity}"[:300] if identity else listed[:300])


def of_tag(tag: Tag) -> int:
    """Return the bits of a tag, by all that names it."""
    named = names(tag.attrs)
    return read(named) if named else 0
