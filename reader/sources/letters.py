"""Letters as pages: `.eml`, `.mbox`, and MHTML, which is a page saved as a letter with its pictures.

A letter's HTML part is read, or else its plain text in paragraphs; its subject, sender and date stand where any page has them,
so that it takes the same road through the same cleaning.  Several letters of a box are parted by their subjects.

RFC 5322, RFC 2045 to 2049, RFC 2557 (MHTML) and RFC 4155 (mbox), by the standard library's `email` under its `compat32`
policy: the newer one takes minutes for a header of many addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from html import escape
from itertools import islice

_NAMES = (
    rb"From|To|Cc|Subject|Date|MIME-Version|Received|Return-Path|Message-ID|Delivered-To|Content-Type|Reply-To|DKIM-Signature"
)
_HEAD = re.compile(rb"\s*(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_HEADER = re.compile(rb"^(" + _NAMES + rb"):", re.MULTILINE | re.IGNORECASE)
_SURE = frozenset({b"from", b"received", b"message-id", b"mime-version", b"return-path"})
_BOX = re.compile(rb"^From [^\r\n]*\r?\n(?=[A-Za-z-]+:)", re.MULTILINE)
_MOST_PARTS, _MOST_LETTERS, _LONGEST_HEADER = 200, 100, 2000
_ERRORS = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)
_SIGNATURE = re.compile(r"^-- ?$.*", re.MULTILINE | re.DOTALL)  # RFC 3676, 4.3
_WHOLE = re.compile(r"<!doctype[^>]*>|<head\b.*?</head\s*>|</?(?:html|body)\b[^>]*>", re.IGNORECASE | re.DOTALL)


def is_letter(body: bytes) -> bool:
    """Return whether bytes begin as a letter or a box of letters does: with a head of which some lines are sure signs."""
    head = body[:8192].replace(b"\r\n", b"\n")
    found = _HEAD.match(head)
    names = {name.lower() for name in _HEADER.findall(found[0])} if found else set()
    return len(names) >= 2 and bool(names & _SURE)


def page_of_letters(body: bytes) -> tuple[bytes, str]:
    """Return the page that a letter or a box of letters holds, in UTF-8, and the address that it was saved from, if it was.

    Args:
        body: what `is_letter` holds for; what cannot be read of it is left out.
    """
    parts = [part for part in _BOX.split(body) if part.strip()] if _BOX.match(body.lstrip()) else [body]
    letters = [_read(part) for part in islice(parts, _MOST_LETTERS)]
    first = letters[0]
    if first.address:
        return first.html.encode("utf-8", "replace"), first.address
    if len(letters) == 1:
        title = f"<h1>{escape(first.subject)}</h1>" if first.subject else ""
        return _page(first.head, f"{title}{first.html}"), ""
    stories = "".join(f"<h2>{escape(one.subject)}</h2><p>{escape(one.sender)}</p>{one.html}" for one in letters)
    title = f"{len(letters)} letters"
    return _page(f"<title>{title}</title>", f"<article><h1>{title}</h1>{stories}</article>"), ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    subject: str
    sender: str
    date: str
    """In ISO 8601; empty if it is not known."""
    address: str
    """Where a saved page is from; empty for a letter."""
    html: str

    @property
    def head(self) -> str:
        """What stands in the head of the page."""
        author = f'<meta name="author" content="{escape(self.sender)}">' if self.sender else ""
        time = f'<meta property="article:published_time" content="{self.date}">' if self.date else ""
        return f"<title>{escape(self.subject)}</title>{author}{time}"


def _page(head: str, body: str) -> bytes:
    page = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return page.encode("utf-8", "replace")


def _read(body: bytes) -> _Letter:
    try:
        message = message_from_bytes(body)
    except _ERRORS:
        message = Message()
    name, address = parseaddr(_header(message, "From"))
    parts = [*_texts(message)]
    html = next((part for part in parts if part.get_content_type() == "text/html"), None)
    saved_from = _header(message, "Snapshot-Content-Location")
    if not saved_from and html is not None and message.get_content_type() == "multipart/related":
        saved_from = _header(html, "Content-Location")
    saved_from = saved_from if html is not None and saved_from.startswith(("http://", "https://")) else ""
    if html is None:
        text = "".join(_paragraphs(_decoded(part)) for part in parts if part.get_content_type() == "text/plain")
    else:
        text = _decoded(html) if saved_from else _WHOLE.sub("", _decoded(html))
    return _Letter(
        subject=_header(message, "Subject"),
        sender=name or address,
        date=_date(_header(message, "Date")),
        address=saved_from,
        html=text,
    )


def _date(value: str) -> str:
    try:
        return parsedate_to_datetime(value).isoformat() if value else ""
    except _ERRORS:
        return ""


def _texts(message: Message) -> Iterator[Message]:
    try:
        for part in islice(message.walk(), _MOST_PARTS):
            if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
                yield part
    except _ERRORS:
        return


def _decoded(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
        body = payload if isinstance(payload, bytes) else b""
        charset = part.get_content_charset() or "utf-8"
        try:
            return body.decode(charset)
        except (ValueError, LookupError):  # it is another one, or none
            return body.decode("utf-8" if charset != "utf-8" else "cp1252", "replace")
    except _ERRORS:
        return ""


def _paragraphs(text: str) -> str:
    """Return plain text as paragraphs of HTML: blank lines part them, `>` is quoted, and the signature is left out."""
    found = []
    for paragraph in re.split(r"\n\s*\n", _SIGNATURE.sub("", text.replace("\r\n", "\n"))):
        lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
        quoted = bool(lines) and all(line.startswith(">") for line in lines)
        words = escape(" ".join(line.lstrip("> ") if quoted else line for line in lines))
        found.append(f"<blockquote><p>{words}</p></blockquote>" if quoted else f"<p>{words}</p>")
    return "".join(found)


def _header(message: Message, name: str) -> str:
    """Return a header on one line, its encoded words read (RFC 2047); empty if it is not there or cannot be read."""
    try:
        value = str(message.get(name, ""))[:_LONGEST_HEADER]
        words = [
            (part.decode(charset or "ascii", "replace") if isinstance(part, bytes) else part)
            for part, charset in decode_header(value)
        ]
    except _ERRORS:
        return ""
    return " ".join("".join(words).split())
