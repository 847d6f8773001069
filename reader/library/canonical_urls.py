"""The addresses under which a story is known: one story, however its links are written."""

from __future__ import annotations

import sqlite3
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Query parameters that say where a reader came from, not what is to be read.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ito", "ref_src", "igshid", "at_medium", "at_campaign")


def canonical(url: str) -> str:
    """Return the form of a URL under which a story is known: no fragment, no tracking, no `www.`, no trailing slash.

    What is no http or https URL, or a broken one, is given back as it is.
    """
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return url
    if parts.scheme not in ("http", "https"):
        return url
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(_TRACKING)
    ]
    host = (parts.hostname or "").removeprefix("www.")
    return urlunsplit(("https", host + port, parts.path.rstrip("/") or "/", urlencode(query), ""))


def find(connection: sqlite3.Connection, url: str) -> int | None:
    """Return the entry that is known under a URL; None: there is none."""
    row = connection.execute("SELECT entry_id FROM addresses WHERE canonical = ?", (canonical(url),)).fetchone()
    return int(row[0]) if row else None


def add(connection: sqlite3.Connection, url: str, identity: int) -> None:
    """Record that an entry is known under a URL too, if nothing else is."""
    if url:
        connection.execute("INSERT OR IGNORE INTO addresses VALUES (?, ?)", (canonical(url), identity))
