"""What only leads to an address: `.webloc`, `.url`, `.desktop`, pages that send on; and what a browser wrote over a page.

A shortcut is data of somebody else's: its address is followed as a page's link is, to public places only.
"""

from __future__ import annotations

import plistlib
import re
from html import unescape
from pathlib import Path

ENDINGS = frozenset({".webloc", ".url", ".desktop"})
_LARGEST = 64 * 1024
_XML = re.compile(rb"<key>\s*URL\s*</key>\s*<string>(.*?)</string>", re.DOTALL)
_INI = re.compile(rb"^\s*URL\s*=\s*(\S+)", re.MULTILINE | re.IGNORECASE)
_BINARY = b"bplist00"
_SAVED_FROM = (
    re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)\s*-->"),  # a complete page, of most browsers
    re.compile(rb"Page saved with SingleFile\s+url:\s*(\S+)"),
)
_REFRESH = re.compile(rb"<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh\b[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_WAIT = re.compile(r"""\s*[0-5](?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*|(?!url\s*=))["']?(?P<url>[^"'\s][^"']*)""", re.IGNORECASE)
_MARKUP = re.compile(rb"<(script|style|title)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_SHORT_PAGE, _FEW_WORDS = 16 * 1024, 40  # bytes, and words beside the title
_WEB = re.compile(r"https?://\S+\Z", re.IGNORECASE)


def shortcut_target(source: str) -> str:
    """Return the address that a file leads to; empty if it is no shortcut.

    Args:
        source: a file; one that cannot be read is no shortcut.
    """
    path = Path(source)
    if path.suffix.lower() not in ENDINGS:
        return ""
    try:
        with path.open("rb") as file:
            body = file.read(_LARGEST)
    except (OSError, ValueError):
        return ""
    found = _in_binary(body) if body.startswith(_BINARY) else _in_text(body)
    return found if _WEB.match(found) else ""


def saved_from(body: bytes) -> str:
    """Return the address that a browser wrote over a page when it saved it; empty if none did."""
    head = body[:4096]
    for pattern in _SAVED_FROM:
        if found := pattern.search(head):
            url = unescape(found[1].decode("utf-8", "replace"))
            return url if _WEB.match(url) else ""
    return ""


def refresh_target(body: bytes) -> str:
    """Return the address that a page leads to which only sends its reader on; empty if it has words of its own to read.

    See https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh.
    """
    meta = _REFRESH.search(body) if len(body) <= _SHORT_PAGE else None
    content = _CONTENT.search(meta[0]) if meta else None
    found = _WAIT.match(unescape((content[1] or content[2]).decode("utf-8", "replace"))) if content else None
    if found is None or len(_MARKUP.sub(b" ", body).split()) > _FEW_WORDS:
        return ""
    return found["url"].strip()


def _in_text(body: bytes) -> str:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        body = body.decode("utf-16", "replace").encode()
    found = _XML.search(body) or _INI.search(body)
    return unescape(found[1].decode("utf-8", "replace")).strip() if found else ""


def _in_binary(body: bytes) -> str:
    try:
        found = plistlib.loads(body, fmt=plistlib.FMT_BINARY)
    except (ValueError, OverflowError, RecursionError, KeyError, TypeError, IndexError, plistlib.InvalidFileException):
        return ""
    url = found.get("URL") if isinstance(found, dict) else None
    return url if isinstance(url, str) else ""
