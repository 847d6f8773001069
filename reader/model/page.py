"""A page as it came from its source, before anybody has read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The bytes of one page, and what its source said about them."""

    url: str
    """As it was asked for: a URL, a `file:` URL, or `seed:NAME`; empty for standard input."""
    final_url: str = ""
    """After all redirects; the base of relative links.  Empty if nothing is known to resolve them against."""
    status: int = 200
    body: bytes = b""
    media_type: str = ""
    """Without parameters, in lower case, e.g. `text/html`; empty if the source did not say."""
    charset: str | None = None
    """As the source declared it (HTTP header, or the user); None: look into the bytes."""
    fetched_at: datetime
    """UTC."""
    etag: str = ""
    """The `ETag` header byte for byte, to be sent back as it is; empty if there was none."""
    last_modified: str = ""
    """The `Last-Modified` header byte for byte; empty if there was none."""
    moved_to: str = ""
    """Where the server says that the page lives now (only 301 and 308 on the way); empty if it has not moved for good."""
    is_private: bool = False
    """It was fetched from this machine or the user's own network: what it names on the same server may stand there too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The server's answer that the page has not changed since the validators that were sent."""

    url: str
    fetched_at: datetime
    """UTC."""
    etag: str = ""
    last_modified: str = ""
    moved_to: str = ""
    is_private: bool = False
