"""What pages come wrapped in: gzip, letters, and files that browsers save.  What is inside is a page as any other."""

from __future__ import annotations

import zlib
from dataclasses import replace

from reader.errors import UnreadableError
from reader.model import Page
from reader.sources.shortcuts import saved_from
from reader.sources.sniff import CAP, too_big

_GZIP = b"\x1f\x8b"
_DEEPEST, _MOST_MEMBERS = 2, 64
_LETTERS = ("message/rfc822", "multipart/related", "application/mbox", "application/x-mimearchive")
_PACKED = ("application/gzip", "application/x-gzip")


def unpacked(body: bytes, *, source: str) -> bytes:
    """Return what gzip data holds (RFC 1952); other bytes as they are.

    Args:
        body: all of it.
        source: as the user wrote it, for the error's line.

    Raises:
        UnreadableError: it is damaged, cut off, or larger than the cap.
    """
    for _ in range(_DEEPEST):
        if not body.startswith(_GZIP):
            break
        body = _gunzip(body, source)
    if body.startswith(_GZIP):
        raise UnreadableError("this is gzip data in gzip data", source=source, advice="unpack it first, with gzip -dc")
    return body


def open_container(page: Page) -> Page:
    """Return the page that is inside a letter, or that a browser has saved, with the address that it is from."""
    from reader.sources.letters import is_letter, page_of_letters  # noqa: PLC0415 - few pages are letters

    if page.media_type in _PACKED:
        page = replace(page, media_type="")
    if page.media_type in _LETTERS or (page.media_type in ("", "text/plain") and is_letter(page.body)):
        body, url = page_of_letters(page.body)
        return replace(page, body=body, media_type="text/html", charset="utf-8", final_url=url or page.final_url)
    url = "" if page.final_url else saved_from(page.body)
    return replace(page, final_url=url) if url else page


def _gunzip(body: bytes, source: str) -> bytes:
    found = bytearray()
    for _ in range(_MOST_MEMBERS):
        if not body.startswith(_GZIP):
            return bytes(found)
        stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            found += stream.decompress(body, CAP + 1 - len(found))
        except zlib.error as error:
            raise UnreadableError("its gzip data is damaged", source=source, advice="get it again") from error
        if len(found) > CAP:
            raise too_big(source)
        if not stream.eof:
            raise UnreadableError("its gzip data ends too early", source=source, advice="get it again")
        body = stream.unused_data
    raise UnreadableError("this is too many pieces of gzip data", source=source, advice="unpack it first, with gzip -dc")
