"""What a page says of itself in JSON-LD (https://schema.org/Article), read with patience.

Pages write it by hand and by template: single objects, lists, graphs, broken strings, comments, HTML in strings.  Only the
objects that speak of an article are given, the one that says most first.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from html import unescape

from lxml import etree

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
Thing = Mapping[str, Value]

MAX_OBJECTS = 2000
_ARTICLES = re.compile(
    r"Article|BlogPosting|LiveBlog|Report|Review|NewsStory|CreativeWork$|Recipe|WebPage$|ItemPage|Posting|VideoObject$"
)
_LESSER = re.compile(r"CreativeWork$|WebPage$|ItemPage|VideoObject$|Recipe")
_OPENED = re.compile(r"(?://)?\s*(?:<!\[CDATA\[|<!--)")
_CLOSED = ("]]>", "-->")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")


def read(root: etree._Element) -> list[Thing]:
    """Return the objects of a page's JSON-LD that speak of an article."""
    found: list[Thing] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found.extend(_things(_loaded(script.text)))
    articles = [thing for thing in found if _ARTICLES.search(kind(thing))]
    return sorted(articles, key=_rank)


def _rank(thing: Thing) -> tuple[bool, int]:
    fields = ("headline", "datePublished", "author", "articleBody", "publisher", "image")
    return bool(_LESSER.search(kind(thing))), -sum(1 for name in fields if thing.get(name))


def kind(thing: Thing) -> str:
    """Return the type of an object; several types joined by a space."""
    given = thing.get("@type")
    return (
        given
        if isinstance(given, str)
        else " ".join(one for one in given if isinstance(one, str))
        if isinstance(given, list)
        else ""
    )


def _loaded(text: str) -> Value:
    text = _bare(text)
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            loaded: Value = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return loaded
    return None


def _bare(text: str) -> str:
    """Return a script without the comment or CDATA section that it stands in."""
    text = text.strip()
    opened = _OPENED.match(text)
    text = text[opened.end() :] if opened else text
    text = text.rstrip("; \t\r\n")
    if text.endswith(_CLOSED):
        text = text[:-3].rstrip().removesuffix("//")
    return text.strip().rstrip(";")


def _things(value: Value) -> Iterator[Thing]:
    """Return all objects in a value, the outer before the inner; a loop, because pages nest them deep."""
    waiting: deque[Value] = deque([value])
    given = 0
    while waiting and given < MAX_OBJECTS:
        one = waiting.popleft()
        given += 1
        if isinstance(one, dict):
            if "@type" in one:
                yield one
            waiting.extend(
                inner for name, inner in one.items() if name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
            )
        elif isinstance(one, list):
            waiting.extend(one)


def strings(value: Value, *names: str) -> list[str]:
    """Return the strings of a value: itself, those of its parts, or what its parts have under the first of some names."""
    waiting: deque[Value] = deque([value])
    found: list[str] = []
    while waiting and len(found) < 100:
        one = waiting.popleft()
        if isinstance(one, str):
            found.append(unescape(one) if "&" in one else one)
        elif isinstance(one, list):
            waiting.extendleft(reversed(one))
        elif isinstance(one, dict):
            waiting.extendleft([inner for name in names if (inner := one.get(name))][:1])
    return found


def first(value: Value, *names: str) -> str:
    """Return the first string of a value, see `strings`; empty if there is none."""
    return next(iter(strings(value, *names)), "")
