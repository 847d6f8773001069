"""What the user or a page names, fetched by the way that it names: the web, a file, standard input, the bundled edition."""

from __future__ import annotations

from reader.errors import UnreadableError, UsageError
from reader.model import NotModified, Page
from reader.sources.bundled_pages import check_seed, fetch_seed
from reader.sources.files import STDIN, check_file, fetch_file, fetch_stdin
from reader.sources.shortcuts import shortcut_target

SEED = "seed:"
VIEW_SOURCE = "view-source:"
"""What browsers put before the address of a page whose source they show."""
_WEB = ("http://", "https://")


def is_url(source: str) -> bool:
    """Return whether a source is an address on the web, and so needs the network."""
    return source.removeprefix(VIEW_SOURCE)[:8].lower().startswith(_WEB)


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
    source = source.removeprefix(VIEW_SOURCE)
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
    if target := shortcut_target(source):
        return fetch(target, timeout=timeout, offline=offline, linked=True)
    return fetch_file(source)
