"""The text of a feed out of its bytes, with what commonly breaks its XML mended.

A parser of XML stops at the first byte, sign or entity that should not be there, and what is read after that is read loosely.
So the bytes are decoded here, and an ampersand that nobody escaped, an entity that only HTML has, and a control character are
made what their author meant; feedparser then reads nearly every feed strictly.
"""

from __future__ import annotations

import codecs
import re
from html.entities import html5

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARATION = re.compile(rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']""")
_OWN_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>\s*")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPOILT = 0.2
"""Of the letters beyond ASCII in a text that says to be UTF-8: if fewer are bad, it is UTF-8 all the same."""
_CDATA_OR_ENTITY = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:(#[xX]?[0-9a-fA-F]+|\w+);)?", re.DOTALL)
_XML_ENTITIES = frozenset({"lt", "gt", "amp", "quot", "apos"})
_ITEM_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_ROOT = re.compile(r"<(rss|(?:\w+:)?(?:feed|RDF))[\s>]", re.IGNORECASE)


def decoded(body: bytes, charset: str | None) -> str:
    """Return the text of a feed: a mark at its head and bytes that are UTF-8 count more than what is said of them.

    Args:
        body: as it came.
        charset: as the server said; None: it did not.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace").removeprefix("\ufeff")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARATION.match(body[:1000])
    labels = [label for label in (charset, declared and declared[1].decode("ascii")) if label]
    for label in labels:
        if (text := _strict(body, label)) is not None:
            return text
    text = body.decode("utf-8", "replace")
    bad, good = text.count("\ufffd"), sum(not sign.isascii() for sign in text)
    return text if bad < _SPOILT * good or (labels and "utf" in labels[0].lower()) else body.decode("cp1252", "replace")


def repaired(text: str) -> str:
    """Return the text of a feed as XML that more parsers can read, without its declaration."""
    text = _UNPRINTABLE.sub("", _OWN_DECLARATION.sub("", text))
    declares = "<!DOCTYPE" in text
    return _CDATA_OR_ENTITY.sub(lambda found: _entity(found, declares=declares), text)


def is_cut_off(text: str) -> bool:
    """Say whether a feed breaks off before its end."""
    root = _ROOT.search(text)
    return root is not None and f"</{root[1]}".lower() not in text[-2_000:].lower()


def without_broken_end(text: str) -> str:
    """Return a feed that breaks off without its last item, if others stand before it: half an item has half a name."""
    ends = [found.end() for found in _ITEM_END.finditer(text)]
    return text[: ends[-1]] if ends else text


def _strict(body: bytes, label: str) -> str | None:
    name = label.lower().replace("_", "-")
    name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name  # as all browsers read them
    try:
        return body.decode({"shift-jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030"}.get(name, name))
    except (LookupError, ValueError):
        return None


def _entity(found: re.Match[str], *, declares: bool) -> str:
    name = found[1]
    if not found[0].startswith("&") or name in _XML_ENTITIES:
        return found[0]
    if name is None:
        return "&amp;"
    if not name.startswith("#"):
        return html5.get(f"{name};", found[0] if declares else f"&amp;{name};")
    try:
        character = chr(int(name[2:], 16) if name[1] in "xX" else int(name[1:]))
    except (ValueError, OverflowError):
        return ""
    return "" if _UNPRINTABLE.match(character) else f"&#{ord(character)};"
