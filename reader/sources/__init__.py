"""A source to a Page.

What comes in is what a person writes (or a page links to): an `http` or `https` URL, a file, `-` for standard input, or
`seed:NAME` for a page of the bundled edition.  What goes out is a `Page`: bytes that are worth reading as a page, or one error
that says in a line why there are none.  Nothing is cut, decoded or understood here; only what can never be a page is refused
(nothing at all, more than 20 MiB, a picture, a program).

The only sockets of the program are opened here, and on these terms:

- One deadline bounds the whole of it: looking the name up, connecting, TLS, every redirect, and a server that drips bytes (a
  read timeout alone bounds none of these).
- The size is counted after unpacking, chunk by chunk, so that a bomb costs what the cap says and no more.
- The address is judged where the connection is made, after the name has been looked up: a page cannot lead into the user's own
  network, neither by a redirect nor by a name that resolves to another address the second time.  What the user typed goes.
- No cookies, no referrer, no credentials but those in the URL that the user typed, and those to that host only.

Rejected: one client kept between fetches (it would keep cookies and connections between strangers), and httpx2's own redirects
and proxies (the first would connect before the address is judged, the second would hide where it is judged).
"""

from __future__ import annotations

from reader.errors import UnreadableError, UsageError
from reader.model import NotModified, Page
from reader.sources.bundled_pages import check_seed, fetch_seed, seed_names
from reader.sources.files import STDIN, check_file, fetch_file, fetch_stdin, page_from_bytes, read_stdin
from reader.sources.sniff import media_type_of

__all__ = ["check", "fetch", "is_url", "media_type_of", "page_from_bytes", "read_stdin", "seed_names"]

SEED = "seed:"
_WEB = ("http://", "https://")


def is_url(source: str) -> bool:
    """Say whether a source is an address on the web, and so needs the network."""
    return source[:8].lower().startswith(_WEB)


def check(source: str) -> None:
    """Look, without reading anything, whether a source that the user wrote can be read: for who would rather know early.

    Raises:
        UnreadableError: there is no such file.
        UsageError: there is no such bundled page.
    """
    if source.startswith(SEED):
        check_seed(source.removeprefix(SEED))
    elif source != STDIN and not is_url(source):
        check_file(source)


def fetch(
    source: str,
    *,
    timeout: float = 30.0,
    offline: bool = False,
    linked: bool = False,
    etag: str = "",
    last_modified: str = "",
) -> Page | NotModified:
    """Fetch a page from a URL, a file, `-` (standard input) or `seed:NAME`.

    Args:
        source: as the user wrote it, or as a page links to it.
        timeout: seconds, everything included; files and standard input are read without one.
        offline: refuse to open a connection.
        linked: a page or a feed names the source, not the user: only public addresses on the web are good.
        etag: the validator of an earlier answer, sent back as it is.
        last_modified: as `etag`.

    Raises:
        FetchError: the network gave no answer.
        StatusError: the server said no.
        UnreadableError: the input cannot be read as a page, or its address is refused.
        UsageError: there is no such seed, or the name is empty.
    """
    if is_url(source):
        from reader.sources.http import FetchRequest, fetch_url  # noqa: PLC0415 - a file needs no network

        request = FetchRequest(
            url=source, timeout=timeout, offline=offline, linked=linked, etag=etag, last_modified=last_modified
        )
        return fetch_url(request)
    if linked:
        raise UnreadableError("a page may only lead to http and https addresses", source=source)
    if not source:
        raise UsageError("the name is empty", source="''", advice="name a URL or a file")
    if source == STDIN:
        return fetch_stdin()
    if source.startswith(SEED):
        return fetch_seed(source.removeprefix(SEED))
    return fetch_file(source)
