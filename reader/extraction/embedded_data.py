"""The story of a page that a program builds: it stands in the program's data, with little or nothing of it in the page.

The data are JSON, in a script of their own or assigned to a name.  A story has one of two shapes in them: a list of objects,
each of them a paragraph, or a string of markup.  The page's own words are the stated: what it prints of its story stands in
the data too, and where it prints nothing, the words of its title do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import escape, unescape
from itertools import islice

from lxml import etree

from reader.extraction.classify.region_statistics import PROSE
from reader.extraction.hints import class_names
from reader.extraction.metadata.jsonld import Value
from reader.extraction.page.text import letters

SHORTEST = 500
"""Letters and digits of a story."""
MORE = 2
"""Times as much as is printed; what the data hold is no more than the page's text with other marks, else."""
TITLE_SHARE = 0.4
"""Of a title's words; as many at least stand in the story."""
MOST_WITNESSES = 4
"""Paragraphs that are looked for; half of them must be found."""
LONGEST = 3_000_000
"""Characters of a script that is read."""
MOST_VALUES, MOST_NAMES, DEEPEST = 100_000, 200, 20
"""Of a script: values that are looked at, names to which it assigns data, and lists in each other."""

_TEXTS = frozenset("text value html content children body paragraphs items".split())
"""Names under which data keep words; beside them stand names, addresses and settings."""
_TYPES = ("type", "kind", "__typename", "component")
_NO_STORY = (
    class_names.RELATED | class_names.ADVERT | class_names.NEWSLETTER | class_names.PLAYER | class_names.CAPTION
    | class_names.SHARE | class_names.AROUND
)  # fmt: skip
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)("?)', re.S)
"""One that does not end is taken whole, too: else each mark in it would be tried as the beginning of another."""
_ASSIGNED = re.compile(r"[\w\])]\s*=\s*(?=[{\[])")
_MARKUP = re.compile(r"<(?:p|br|div|h[2-6])\b", re.I)
_CODE = re.compile(r"\s*+[\w$.:]*+\s*+[\[{(]")
_TAG = re.compile(r"<[^<>]*>")
_PLACEHOLDER = re.compile(r"\$\$\w+\$\$|%%\w+%%|\{\{[^{}<>]*\}\}")
"""Where a program puts an advertisement or the like."""
_HEADING = re.compile(r"heading|sub-?head|sub-?title|^h[2-6]$", re.I)


def programs(root: etree._Element) -> list[etree._Element]:
    """Return the scripts of a page that may hold its data; to be called before they are taken out of the tree."""
    return [script for script in root.iter("script") if not script.get("src") and "ld+json" not in (script.get("type") or "")]


def find(scripts: Sequence[etree._Element], printed: Sequence[str], title: str) -> str:
    """Return the markup of the story that the data of some scripts hold; empty, if they hold none or no more than is printed.

    Args:
        scripts: what `programs` gave.
        printed: the paragraphs that the page prints of its story, or what is taken for them.
        title: the page's.
    """
    prose = [text for text in printed if len(text) >= PROSE][:MOST_WITNESSES]
    witnesses = [letters(text) for text in prose]
    least = max(SHORTEST, MORE * len(letters("".join(printed))))
    best, most = "", 0
    for script in scripts:
        text = script.text or ""
        if not least <= len(text) <= LONGEST or (prose and not any(_may_hold(text, paragraph) for paragraph in prose)):
            continue
        for markup in _stories(text):
            bare = letters(words(markup)) if len(markup) > max(most, least) else ""
            if len(bare) > max(most, least) and (_is_witnessed(bare, witnesses) if prose else _is_titled(bare, title)):
                best, most = markup, len(bare)
    return _PLACEHOLDER.sub("", best)


def paragraphs(text: str) -> str:
    """Return the markup of a story that the page states as text."""
    return text if _MARKUP.search(text) else "".join(f"<p>{escape(part, quote=False)}</p>" for part in text.split("\n"))


def words(markup: str) -> str:
    """Return the words of some markup."""
    return unescape(_TAG.sub(" ", markup))


def _may_hold(text: str, paragraph: str) -> bool:
    """Tell whether some data may hold a paragraph: its longest row of words that need no escape stands in them."""
    rows = re.split(r"[^\w ,.]", paragraph)
    row = max(rows, key=len).strip()
    return row in text or (not row.isascii() and json.dumps(row)[1:-1] in text)


def _is_witnessed(bare: str, witnesses: Sequence[str]) -> bool:
    return 2 * sum(stated in bare for stated in witnesses) >= len(witnesses)


def _is_titled(bare: str, title: str) -> bool:
    said = [word for word in map(letters, title.split()) if len(word) > 1]
    return bool(said) and sum(word in bare for word in said) >= TITLE_SHARE * len(said)


def _stories(text: str) -> Iterator[str]:
    """Return the markup of all that may be a story in a script."""
    for value in _values(text):
        waiting: list[tuple[Value, int]] = [(value, 0)]
        seen = 0
        while waiting and seen < MOST_VALUES:
            one, depth = waiting.pop()
            seen += 1
            if isinstance(one, str):
                if len(one) >= SHORTEST and _MARKUP.search(one) and not _CODE.match(one):
                    yield one
            elif isinstance(one, dict):
                waiting.extend((inner, depth) for inner in one.values())
            elif isinstance(one, list) and depth < DEEPEST:
                waiting.extend((inner, depth + 1) for inner in one)
                if story := _paragraphs(one):
                    yield story


def _values(text: str) -> Iterator[Value]:
    """Return the data in a script: all of it, what it assigns to names, or the strings in it."""
    stripped = text.strip()
    is_data = stripped[:1] in ("{", "[")
    decoder = json.JSONDecoder(strict=False)
    end = 0
    for start in (0,) if is_data else (found.end() for found in islice(_ASSIGNED.finditer(stripped), MOST_NAMES)):
        if start >= end:
            try:
                value, end = decoder.raw_decode(stripped, start)
            except (ValueError, RecursionError):
                continue
            yield value
    if not is_data and not end:
        for found in _STRING.finditer(stripped):
            if found[2] and len(found[1]) >= SHORTEST:
                try:
                    yield json.loads(found[0], strict=False)
                except ValueError:
                    continue


def _paragraphs(items: Sequence[Value]) -> str:
    """Return the markup of a list of objects of which several are paragraphs of prose; empty, if it is no such list."""
    if len(items) < 2 or not all(isinstance(item, dict) for item in items):
        return ""
    found: list[str] = []
    prose = 0
    for item in items:
        kind = _kind(item)
        if class_names.read(kind) & _NO_STORY:
            continue
        text = "".join(_strings(item))
        prose += len(text) >= PROSE
        found.append(_element(item, kind, text))
    return "".join(found) if prose > 1 else ""


def _element(item: Value, kind: str, text: str) -> str:
    """Return the markup of an object of a list."""
    inner = item.get("items") or item.get("content") if isinstance(item, dict) else None
    if "list" in kind and isinstance(inner, list):
        return f"<ul>{''.join(f'<li>{_marked(words)}</li>' for one in inner if (words := ''.join(_strings(one))))}</ul>"
    tag = "h2" if _HEADING.search(kind) else "p"
    return text if _MARKUP.search(text) else f"<{tag}>{_marked(text)}</{tag}>"


def _marked(text: str) -> str:
    """Return text as markup; what looks like markup is some."""
    return text if _TAG.search(text) else escape(text, quote=False)


def _kind(item: Value) -> str:
    if not isinstance(item, dict):
        return ""
    return next((kind for name in _TYPES if isinstance(kind := item.get(name), str)), "")


def _strings(item: Value) -> Iterator[str]:
    """Return the words in an object, in reading order."""
    waiting: list[Value] = [item]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            waiting.extend(value for name, value in reversed(one.items()) if name in _TEXTS)
