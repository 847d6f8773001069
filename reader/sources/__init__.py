"""A source to a Page.

Room not furnished yet; its face stands.
"""

from __future__ import annotations

from reader.model import NotModified, Page


def fetch(
    source: str, *, timeout: float = 30.0, offline: bool = False, etag: str = "", last_modified: str = ""
) -> Page | NotModified:
    """Fetch a page from a URL, a file, `-` (standard input) or `seed:NAME`.

    Raises:
        FetchError: the network gave no answer.
        StatusError: the server said no.
        UnreadableError: the input cannot be read as a page.
        UsageError: there is no such seed.
    """
    raise NotImplementedError
