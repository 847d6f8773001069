"""Pages from the web: one GET, its redirects followed by hand, its body unpacked and counted as it comes."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.request import getproxies, proxy_bypass

import httpcore2
import httpx2

from reader.errors import FetchError, ReaderError, UnreadableError
from reader.model import NotModified, Page
from reader.model.address import display_url
from reader.resources import __version__
from reader.sources.addresses import Space
from reader.sources.containers import open_container, unpacked
from reader.sources.error_messages import network_error, status_error
from reader.sources.guarded_transport import Deadline, GuardedBackend, Network
from reader.sources.shortcuts import refresh_target
from reader.sources.sniff import CAP, refuse_what_is_no_page, too_big

_LOG = logging.getLogger(__name__)
_HEADERS = {
    "User-Agent": f"Broadsheet/{__version__} (+terminal news reader)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.5",
}
_HOPS = 10
_CHUNK = 1 << 20
_MOVED = frozenset({301, 302, 303, 307, 308})
_MOVED_FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRequest:
    """What to fetch, and on what terms; the fields are the arguments of `sources.fetch`."""

    url: str
    timeout: float = 30.0
    offline: bool = False
    linked: bool = False
    etag: str = ""
    last_modified: str = ""

    @property
    def validators(self) -> Mapping[str, str]:
        """The request headers that ask for an answer only if the page has changed.

        What a server calls its page by may hold letters that no header of ours can: that page is fetched anew each time.
        """
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value and value.isascii() and value.isprintable()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What one hop came to."""

    url: httpx2.URL
    status: int
    headers: httpx2.Headers
    body: bytes
    reached: Space


def fetch_url(request: FetchRequest, network: Network | None = None) -> Page | NotModified:
    """Fetch a page from the web.

    Raises:
        FetchError: the network gave no answer.
        StatusError: the server said no.
        UnreadableError: the answer cannot be a page, or its address is refused.
    """
    if request.offline:
        raise FetchError("this needs the network", source=display_url(request.url), advice="leave out --offline")
    deadline = Deadline(request.timeout)
    with errors_told(request.url, request.timeout):
        answer, moved_to, is_private = _follow(request, network or Network(), deadline)
        return replace(_page(request, answer, moved_to), is_private=is_private)


@contextmanager
def errors_told(url: str, timeout: float) -> Iterator[None]:
    """Turn what the libraries raise into errors of ours that name the address.

    Raises:
        FetchError: the network gave no answer.
        UnreadableError: the address is none.
    """
    source = display_url(url)
    try:
        yield
    except ReaderError as error:
        error.source = source
        raise
    except (httpcore2.TimeoutException, TimeoutError) as error:
        advice = "try again, or a longer --timeout"
        raise FetchError(f"no full answer within {timeout:g} seconds", source=source, advice=advice) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.ProxyError, httpx2.HTTPError, OSError) as error:
        raise network_error(error, source=source) from error
    except (httpx2.InvalidURL, httpcore2.UnsupportedProtocol, UnicodeError, ValueError) as error:
        raise UnreadableError("this is no proper address", source=source, advice="check it") from error


def _follow(request: FetchRequest, network: Network, deadline: Deadline) -> tuple[_Answer, str, bool]:
    """Follow redirects, and pages that only send their reader on.

    Returns:
        The last answer; where the page lives now if it has moved for good; whether any hop was in the user's own network.
    """
    url = httpx2.URL(request.url)
    most_private = Space.PUBLIC if request.linked else Space.LOCAL
    moved_to, for_good, is_private = "", True, False
    for _ in range(_HOPS + 1):
        answer = _ask(url, request.validators, GuardedBackend(network, deadline, most_private=most_private), deadline)
        is_private = is_private or answer.reached is not Space.PUBLIC
        page = _sent_on_to(answer) if answer.status not in _MOVED else None
        if answer.status not in _MOVED and page is None:
            return answer, moved_to, is_private
        url = page or _next(answer)
        for_good = for_good and answer.status in _MOVED_FOR_GOOD
        if for_good:
            moved_to = display_url(str(url))
        most_private = min(most_private, answer.reached)
    raise FetchError(f"more than {_HOPS} redirects", advice="the server sends readers in circles; try another address")


def _sent_on_to(answer: _Answer) -> httpx2.URL | None:
    """Return the address that a page without a story of its own leads to; None: it is a page as others are."""
    target = refresh_target(answer.body) if 200 <= answer.status < 300 else ""
    try:
        url = answer.url.join(target).copy_with(fragment=None) if target else answer.url
    except httpx2.InvalidURL:
        return None
    if url == answer.url.copy_with(fragment=None) or url.scheme not in ("http", "https") or not url.host:
        return None
    is_same = (url.scheme, url.host, url.port) == (answer.url.scheme, answer.url.host, answer.url.port)
    return url.copy_with(userinfo=answer.url.userinfo if is_same else b"")


def _next(answer: _Answer) -> httpx2.URL:
    """Return the address that an answer leads to, without a fragment; credentials stay with their host."""
    location = answer.headers.get("Location", "")
    if not location:
        raise FetchError("the server redirects, but does not say where to")
    try:
        url = answer.url.join(location)
    except httpx2.InvalidURL as error:
        raise FetchError("the server redirects to an address that is none") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise UnreadableError("the server redirects to what is not an http or https address")
    is_same = (url.scheme, url.host, url.port) == (answer.url.scheme, answer.url.host, answer.url.port)
    return url.copy_with(fragment=None, userinfo=answer.url.userinfo if is_same else b"")


def _ask(url: httpx2.URL, validators: Mapping[str, str], backend: GuardedBackend, deadline: Deadline) -> _Answer:
    """Make one request and read its answer; the client lives no longer, so it carries no cookie anywhere."""
    _LOG.info("GET %s", display_url(str(url)))
    bare = url.copy_with(userinfo=b"")  # httpx2 logs the address that it is given
    credentials = (url.username, url.password) if url.userinfo else None
    with (
        httpx2.Client(transport=Transport(url, backend), trust_env=False, headers={**_HEADERS, **validators}) as client,
        client.stream("GET", bare, auth=credentials, timeout=None) as response,
    ):
        wanted = response.status_code < 300
        body = read_body(response, deadline) if wanted else b""
        return _Answer(url=url, status=response.status_code, headers=response.headers, body=body, reached=backend.reached)


def read_body(response: httpx2.Response, deadline: Deadline) -> bytes:
    """Read a body as it comes, unpacked and counted.

    Raises:
        UnreadableError: it is larger than any page may be.
        TimeoutError: time is up.
    """
    declared = response.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdecimal() and int(declared[:12]) > CAP:
        raise too_big("")
    body = bytearray()
    for chunk in _unpacked(response):
        body += chunk
        if len(body) > CAP or response.num_bytes_downloaded > CAP:
            raise too_big("")
        deadline.left()
    return bytes(body)


def _unpacked(response: httpx2.Response) -> Iterator[bytes]:
    """Yield an answer's body, unpacked piece by piece; of gzip by ourselves, since httpx2 says nothing where it is cut off."""
    if response.headers.get("Content-Encoding", "").strip().lower() not in ("gzip", "x-gzip"):
        yield from response.iter_bytes()
        return
    packed, is_begun = zlib.decompressobj(zlib.MAX_WBITS | 16), False
    for chunk in response.iter_raw():
        is_begun, rest = is_begun or bool(chunk), chunk
        while rest and not packed.eof:
            try:
                yield packed.decompress(rest, _CHUNK)
            except zlib.error as error:
                raise httpx2.DecodingError(str(error)) from error
            rest = packed.unconsumed_tail
    if is_begun and not packed.eof:
        raise FetchError("the answer is cut off", advice="try again later")


def _page(request: FetchRequest, answer: _Answer, moved_to: str) -> Page | NotModified:
    headers = answer.headers
    etag, last_modified = headers.get("ETag", ""), headers.get("Last-Modified", "")
    now = datetime.now(UTC)
    if answer.status == 304 and request.validators:
        return NotModified(
            url=display_url(request.url), fetched_at=now, etag=etag, last_modified=last_modified, moved_to=moved_to
        )
    if not 200 <= answer.status < 300:
        raise status_error(answer.status, headers.get("Retry-After", ""))
    media_type = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    body = unpacked(answer.body, source="")
    refuse_what_is_no_page(body, source="", media_type=media_type)
    page = Page(
        url=display_url(request.url),
        final_url=display_url(str(answer.url)).partition("#")[0],
        status=answer.status,
        body=body,
        media_type=media_type,
        charset=_charset(headers.get("Content-Type", "")),
        fetched_at=now,
        etag=etag,
        last_modified=last_modified,
        moved_to=moved_to,
    )
    return open_container(page)


def _charset(content_type: str) -> str | None:
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").lower() or None
    return None


class Transport(httpx2.BaseTransport):
    """Carries httpx2's requests over connections that our backend opens, to the host or to the environment's proxy."""

    def __init__(self, url: httpx2.URL, backend: GuardedBackend) -> None:
        """Connect nowhere yet."""
        proxy = _proxy_for(url)
        if proxy is None:
            self._pool = httpcore2.ConnectionPool(network_backend=backend)
        else:
            backend.pass_through_proxy(url.host)
            self._pool = httpcore2.HTTPProxy(
                httpcore2.URL(scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=b"/"),
                proxy_auth=proxy.raw_auth,
                network_backend=backend,
            )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request, and return the answer with a body that is still to be read."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx2.Response(
            status_code=answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


class _Stream(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _proxy_for(url: httpx2.URL) -> httpx2.Proxy | None:
    named = getproxies()
    proxy = named.get(url.scheme) or named.get("all")
    if not proxy or proxy_bypass(f"{url.host}:{url.port}" if url.port else url.host):
        return None
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    if not proxy.lower().startswith(("http://", "https://")):
        kind = proxy.partition("://")[0]
        raise FetchError(f"the proxy is of a kind that cannot be used: {kind}", advice="set HTTPS_PROXY to an http proxy")
    return httpx2.Proxy(proxy)
