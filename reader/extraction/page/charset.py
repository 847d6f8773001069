"""Bytes to text, as browsers resolve it.

The order is that of the WHATWG encoding and HTML standards (https://html.spec.whatwg.org/#determining-the-character-encoding):
a byte order mark, what the source declared, a `<meta>` in the first bytes; then the bytes themselves: valid UTF-8 is UTF-8,
anything else is guessed by a detection library.  Labels mean what they mean
to browsers (`webencodings`): `iso-8859-1` is windows-1252.

One departure: text that is valid UTF-8 and not ASCII is UTF-8 whatever single-byte charset its `<meta>` names.  Pages that a
program saved again keep their old `<meta>`, and text in such a charset is next to never valid UTF-8 by chance.
"""

from __future__ import annotations

import codecs
import re

import webencodings

FALLBACK = "cp1252"
PRESCAN = 4096
"""Bytes searched for a `<meta>`; the standard says 1024, browsers look further while the page arrives."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)
# Charsets whose bytes are ASCII, so that valid UTF-8 says nothing against them.
_STATEFUL = frozenset(("iso2022_jp",))
_SUPERSETS = {"gbk": "gb18030", "x-user-defined": "cp1252"}
"""What browsers decode some charsets as (https://encoding.spec.whatwg.org/#gbk-decoder); the second is no charset of texts."""


def codec(label: str) -> str:
    """Return the Python codec that browsers would use for a label; empty for a label that they don't know.

    Python's own names of such a charset are labels too: `latin-1` is no label, but `iso8859-1` is.
    """
    found = webencodings.lookup(label)
    if found is None:
        try:
            found = webencodings.lookup(codecs.lookup(label.strip()).name)
        except (LookupError, ValueError):
            return ""
    return _SUPERSETS.get(found.name, found.codec_info.name) if found is not None else ""


def decode(body: bytes, charset: str | None = None) -> str:
    """Return the text of some bytes; what cannot be decoded becomes U+FFFD.

    Args:
        body: the bytes of a page.
        charset: the label that the source declared (HTTP header, or the user); None or an unknown label: look into the bytes.
    """
    return resolve(body, charset)[0]


def resolve(body: bytes, charset: str | None = None) -> tuple[str, bool]:
    """Return the text of some bytes, see `decode`, and whether the bytes are that text in UTF-8."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), False
    declared = codec(charset) if charset else ""
    if declared and declared not in ("utf-8", "utf8"):
        return body.decode(declared, "replace"), False
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode(declared or _stated(body) or _guessed(body), "replace"), False
    stated = "" if declared else _stated(body)
    return (body.decode(stated, "replace"), False) if stated in _STATEFUL else (text, True)


def _stated(body: bytes) -> str:
    head = body[:PRESCAN]
    found = _META.search(head) or _XML.search(head)
    if not found:
        return ""
    name = codec(found[1].decode("ascii", "replace"))
    # A page whose <meta> could be read is not UTF-16, whatever it says (the standard says UTF-8 then).
    return "utf-8" if name.startswith("utf-16") else name


def _guessed(body: bytes) -> str:
    if body.count(b"\0") * 4 > len(body):
        return "utf-16-be" if body[:1] == b"\0" else "utf-16-le"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, and needed by few pages

    best = from_bytes(body[:50_000]).best()
    return best.encoding if best else FALLBACK
