"""What some bytes are, as far as it must be known before they are read: nothing, a picture, a program, a page, plain text.

The signatures are those of the files themselves (https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern and its
neighbours; the archives' own specifications); the binary bytes are those of its section 7.
"""

from __future__ import annotations

import re

from reader.errors import UnreadableError

CAP = 20 * 1024 * 1024
"""Bytes: no page is larger, unpacked."""
CAP_TEXT = "20 MiB"

_UNPACK = "unpack it first"
_NOT_A_PAGE = "give a web page or a text"
_SIGNATURES: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture", _NOT_A_PAGE),
    (0, b"\xff\xd8\xff", "a JPEG picture", _NOT_A_PAGE),
    (0, b"GIF87a", "a GIF picture", _NOT_A_PAGE),
    (0, b"GIF89a", "a GIF picture", _NOT_A_PAGE),
    (8, b"WEBPVP", "a WebP picture", _NOT_A_PAGE),
    (0, b"II*\x00", "a TIFF picture", _NOT_A_PAGE),
    (0, b"MM\x00*", "a TIFF picture", _NOT_A_PAGE),
    (0, b"\x00\x00\x01\x00", "an icon", _NOT_A_PAGE),
    (4, b"ftyp", "a film or a picture", _NOT_A_PAGE),
    (0, b"\x1aE\xdf\xa3", "a film", _NOT_A_PAGE),
    (0, b"OggS\x00", "a sound or film file", _NOT_A_PAGE),
    (0, b"ID3", "a sound file", _NOT_A_PAGE),
    (0, b"fLaC", "a sound file", _NOT_A_PAGE),
    (8, b"WAVEfmt", "a sound file", _NOT_A_PAGE),
    (0, b"%PDF-", "a PDF document", "turn it into text first, with pdftotext for one"),
    (0, b"PK\x03\x04", "a zip archive, an EPUB or an office document", _UNPACK),
    (0, b"\x1f\x8b", "gzip data", "unpack it first, with gzip -dc"),
    (0, b"BZh", "bzip2 data", _UNPACK),
    (0, b"\xfd7zXZ\x00", "xz data", _UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "zstd data", _UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (0, b"Rar!\x1a\x07", "a rar archive", _UNPACK),
    (0, b"\x7fELF", "a program", _NOT_A_PAGE),
    (0, b"\xca\xfe\xba\xbe", "a program", _NOT_A_PAGE),
    (0, b"\xcf\xfa\xed\xfe", "a program", _NOT_A_PAGE),
    (0, b"\x00asm", "a program", _NOT_A_PAGE),
    (0, b"SQLite format 3\x00", "a database", _NOT_A_PAGE),
    (0, b"wOFF", "a font", _NOT_A_PAGE),
    (0, b"wOF2", "a font", _NOT_A_PAGE),
)
_NEVER_PAGES = ("image/", "audio/", "video/", "font/")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 4096
# Of the head.  No encoding of text has any; noise has a tenth of them, and a page that means harm may have a few strewn in.
_BINARY_SHARE, _BINARY_SHARE_WITH_TAGS = 0.05, 0.2
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_MARKUP = re.compile(
    rb"<(?:!doctype|!--|\?xml|html|head|body|title|meta|link|p|div|h[1-6]|article|section|main|a|span|table|ul|ol|br|script"
    rb"|style|rss|feed)(?=[\s/>:-])",
    re.IGNORECASE,
)


def refuse_what_is_no_page(body: bytes, *, source: str, media_type: str = "") -> None:
    """Refuse bytes that can be no page.

    Args:
        body: all of it.
        source: as the user wrote it, for the error's line.
        media_type: as the source declared it; empty if it did not.

    Raises:
        UnreadableError: it is empty, larger than the cap, or binary.
    """
    if len(body) > CAP:
        raise too_big(source)
    if not body or body.isspace():
        raise UnreadableError("it is empty", source=source, advice=_NOT_A_PAGE)
    for offset, signature, name, advice in _SIGNATURES:
        if body.startswith(signature, offset):
            raise UnreadableError(f"this is {name}, not a page", source=source, advice=advice)
    if media_type.startswith(_NEVER_PAGES):
        raise UnreadableError(f"the server sends {media_type}, not a page", source=source, advice=_NOT_A_PAGE)
    if _is_binary(body[:_HEAD]):
        raise UnreadableError("this is binary data, not a page", source=source, advice=_NOT_A_PAGE)


def too_big(source: str) -> UnreadableError:
    """Return the error for what is larger than the cap."""
    return UnreadableError(f"larger than {CAP_TEXT}", source=source, advice="no page is; give a part of it")


def media_type_of(body: bytes) -> str:
    """Guess what bytes of no declared type are: `text/html` if there is a tag at their start, else `text/plain`."""
    head = body[:_HEAD].replace(b"\x00", b"")
    return "text/html" if _MARKUP.search(head) else "text/plain"


def _is_binary(head: bytes) -> bool:
    if head.startswith(_BYTE_ORDER_MARKS) or _is_wide(head):
        return False
    share = _BINARY_SHARE_WITH_TAGS if _MARKUP.search(head) else _BINARY_SHARE
    return len(_BINARY.findall(head)) > share * len(head)


def _is_wide(head: bytes) -> bool:
    """Return whether the bytes are UTF-16 without a mark: Latin text has its NULs at the odd or at the even places only."""
    half = len(head) // 2
    odd, even = head[1::2].count(0), head[::2].count(0)
    return (odd > 0.4 * half and even < 0.01 * half) or (even > 0.4 * half and odd < 0.01 * half)
