"""Bytes to text, as browsers resolve it.

The order is that of the WHATWG encoding and HTML standards (https://html.spec.whatwg.org/#determining-the-character-encoding):
a byte order mark, what the source declared, a `<meta>` in the first bytes; then the bytes themselves: valid UTF-8 is UTF-8,
anything else is guessed by a detection library.  Labels mean what they mean to browsers: `latin-1` is windows-1252.

One departure: text that is valid UTF-8 and not ASCII is UTF-8 whatever single-byte charset its `<meta>` names.  Pages that a
program saved again keep their old `<meta>`, and text in such a charset is next to never valid UTF-8 by chance.
"""

from __future__ import annotations

import codecs
import re

FALLBACK = "cp1252"
PRESCAN = 4096
"""Bytes searched for a `<meta>`; the standard says 1024, browsers look further while the page arrives."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)
# Labels whose meaning to browsers differs from Python's (https://encoding.spec.whatwg.org/#names-and-labels).
_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "l1": "cp1252",
    "x-cp1252": "cp1252",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "logical": "iso-8859-8",
    "visual": "iso-8859-8",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ms_kanji": "cp932",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "chinese": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "korean": "cp949",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "x-mac-cyrillic": "mac-cyrillic",
    "macintosh": "mac-roman",
    "x-mac-roman": "mac-roman",
    "unicode": "utf-16-le",
    "utf-16": "utf-16-le",
    "ucs-2": "utf-16-le",
    "unicode-1-1-utf-8": "utf-8",
    "x-user-defined": "cp1252",
}
# Codecs of Python's that are no charsets of pages; some of them do not even give text.
_NO_TEXT = frozenset(
    "utf-7 idna punycode"
    " unicode-escape raw-unicode-escape undefined mbcs oem base64 bz2 hex quopri rot13 rot-13 uu zlib".split()
)
# Charsets whose bytes are ASCII, so that valid UTF-8 says nothing against them.
_STATEFUL = {"iso-2022-jp", "iso2022_jp", "hz", "hz-gb-2312"}


def codec(label: str) -> str:
    """Give the Python codec that browsers would use for a label; empty for a label that they don't know."""
    label = label.strip().lower()
    name = _LABELS.get(label, label)
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    return "" if found.name in _NO_TEXT else name


def decode(body: bytes, charset: str | None = None) -> str:
    """Give the text of some bytes; what cannot be decoded becomes U+FFFD.

    Args:
        body: the bytes of a page.
        charset: the label that the source declared (HTTP header, or the user); None or an unknown label: look into the bytes.
    """
    return resolve(body, charset)[0]


def resolve(body: bytes, charset: str | None = None) -> tuple[str, bool]:
    """Give the text of some bytes, see `decode`, and whether the bytes are that text in UTF-8."""
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
    return (codec(best.encoding) if best else "") or FALLBACK
