from __future__ import annotations

import gzip
import re
import socket
import time
import zlib
from collections.abc import Callable, Mapping
from typing import Protocol

import brotli  # type: ignore[import-untyped]  # ships no types
import httpx2
import pytest

from reader.errors import FetchError, ReaderError, StatusError, UnreadableError
from reader.model import NotModified, Page
from reader.sources import fetch, http
from reader.sources.addresses import Space
from reader.sources.guarded_transport import Network
from reader.sources.http import FetchRequest, fetch_url

PAGE = b"<!doctype html><title>Ferry back</title><p>The ferry to Lower Quay runs again from Monday.</p>"
MIB = 1024 * 1024


class Site(Protocol):
    """The fixture `web` of tests/conftest.py, as far as it is used here."""

    port: int
    requests: list[bytes]

    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None) -> str: ...
    def redirect(self, path: str, location: str, *, status: int = 302) -> str: ...
    def raw(self, path: str, answer: bytes | Callable[[socket.socket], None]) -> str: ...


def page(source: str, **terms: object) -> Page:
    got = fetch(source, **terms)  # type: ignore[arg-type]  # the terms are the test's
    assert isinstance(got, Page)
    return got


def failure(source: str, kind: type[ReaderError], **terms: object) -> str:
    with pytest.raises(kind) as caught:
        page(source, **{"timeout": 5.0, **terms})
    assert caught.value.source == source
    assert "\n" not in str(caught.value)
    return caught.value.problem


def test_a_page_comes_with_what_the_server_says_of_it(web: Site) -> None:
    headers = {
        "Content-Type": 'Text/HTML; Charset="ISO-8859-2"',
        "ETag": '"v1"',
        "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT",
    }
    got = page(web.page("/a", PAGE, headers=headers))
    assert (got.body, got.media_type, got.charset, got.status) == (PAGE, "text/html", "iso-8859-2", 200)
    assert (got.etag, got.last_modified, got.moved_to) == ('"v1"', "Mon, 02 Nov 2026 10:00:00 GMT", "")
    assert got.url == got.final_url == web.url("/a")
    assert got.fetched_at.tzinfo is not None


def test_the_request_says_who_asks_and_nothing_of_the_user(web: Site) -> None:
    page(web.page("/a", PAGE))
    head = web.requests[0].decode().lower()
    assert re.search(r"user-agent: broadsheet/\d+\.\d+\S* \(\+terminal news reader\)\r\n", head)
    assert not re.search(r"^(cookie|referer|authorization|from):", head, re.MULTILINE)


def test_validators_are_sent_and_not_modified_is_an_answer(web: Site) -> None:
    url = web.page("/a", b"", status=304, headers={"ETag": '"v1"'})
    got = fetch(url, etag='"v1"', last_modified="Mon, 02 Nov 2026 10:00:00 GMT")
    assert isinstance(got, NotModified)
    assert got.etag == '"v1"'
    assert b'If-None-Match: "v1"\r\n' in web.requests[0]
    assert b"If-Modified-Since: Mon, 02 Nov 2026 10:00:00 GMT\r\n" in web.requests[0]


def test_not_modified_without_having_been_asked_is_no_page(web: Site) -> None:
    assert "304" in failure(web.page("/a", b"", status=304), FetchError)


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress), ("zstd", None)],
)
def test_packed_answers_are_unpacked(web: Site, encoding: str, pack: Callable[[bytes], bytes] | None) -> None:
    if pack is None:
        zstd = pytest.importorskip("backports.zstd")
        pack = zstd.compress
    url = web.page("/a", pack(PAGE), headers={"Content-Encoding": encoding})
    assert page(url).body == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
def test_a_bomb_is_refused_when_the_cap_is_reached(web: Site, encoding: str) -> None:
    zeros = b"<p>" + bytes(64 * MIB)
    if encoding == "gzip":
        packed = gzip.compress(zeros)
    elif encoding == "br":
        packed = brotli.compress(zeros, quality=1)
    else:
        packed = pytest.importorskip("backports.zstd").compress(zeros)
    assert len(packed) < MIB
    url = web.page("/bomb", packed, headers={"Content-Encoding": encoding})
    assert failure(url, UnreadableError, timeout=20.0) == "larger than 20 MiB"


def test_an_answer_that_says_that_it_is_too_big_is_not_read(web: Site) -> None:
    url = web.page("/big", PAGE, headers={"Content-Length": str(30 * MIB)})
    assert failure(url, UnreadableError) == "larger than 20 MiB"


def test_a_flood_without_an_end_is_cut_off(web: Site) -> None:
    def flood(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            connection.sendall(b"<p>word</p>" * 8192)

    assert failure(web.raw("/flood", flood), UnreadableError, timeout=20.0) == "larger than 20 MiB"


@pytest.mark.parametrize(("status", "permanent"), [(301, True), (302, False), (303, False), (307, False), (308, True)])
def test_redirects_are_followed_and_permanent_ones_remembered(web: Site, status: int, permanent: bool) -> None:
    web.page("/new", PAGE)
    got = page(web.redirect("/old", "/new#part", status=status))
    assert got.url == web.url("/old")
    assert got.final_url == web.url("/new")
    assert got.moved_to == (web.url("/new") if permanent else "")


def test_a_page_lives_where_the_last_permanent_redirect_before_a_passing_one_leads(web: Site) -> None:
    web.page("/end", PAGE)
    web.redirect("/here-now", "/end", status=301)
    web.redirect("/home", "/here-now", status=302)
    got = page(web.redirect("/old", "/home", status=301))
    assert (got.moved_to, got.final_url) == (web.url("/home"), web.url("/end"))


def test_ten_redirects_are_followed_and_no_more(web: Site) -> None:
    web.page("/0", PAGE)
    for hop in range(1, 12):
        web.redirect(f"/{hop}", f"/{hop - 1}")
    assert page(web.url("/10")).final_url == web.url("/0")
    assert failure(web.url("/11"), FetchError) == "more than 10 redirects"


def test_a_redirect_in_a_circle_ends(web: Site) -> None:
    assert failure(web.redirect("/round", "/round"), FetchError) == "more than 10 redirects"


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "data:text/html,x", "seed:a"]
)
def test_redirects_lead_to_the_web_only(web: Site, location: str) -> None:
    assert "not an http or https address" in failure(web.redirect("/away", location), UnreadableError)


def test_a_redirect_without_a_target_is_told(web: Site) -> None:
    assert "where to" in failure(web.page("/lost", b"", status=302), FetchError)


@pytest.mark.parametrize("location", ["http://[::1", "http://exa mple:port/", "http://\x00/"])
def test_a_redirect_to_nonsense_is_told(web: Site, location: str) -> None:
    with pytest.raises((FetchError, UnreadableError)):
        page(web.redirect("/lost", location), timeout=5.0)


def test_cookies_are_not_carried_from_hop_to_hop(web: Site) -> None:
    web.page("/b", PAGE)
    page(web.page("/a", b"", status=302, headers={"Location": "/b", "Set-Cookie": "id=1; Path=/"}))
    assert len(web.requests) == 2
    assert b"cookie" not in web.requests[1].lower()


def test_credentials_go_to_the_host_they_were_typed_for_and_are_never_shown(web: Site) -> None:
    web.page("/b", PAGE)
    web.redirect("/a", "/b")
    got = page(web.url("/a").replace("http://", "http://ada:secret@"))
    assert all(b"Authorization: Basic YWRhOnNlY3JldA==\r\n" in head for head in web.requests)
    assert "secret" not in repr(got)
    web.redirect("/away", f"http://localhost:{web.port}/b")
    page(web.url("/away").replace("http://", "http://ada:secret@"))
    assert b"authorization" not in web.requests[-1].lower()


@pytest.mark.parametrize(
    ("location", "goes_along"),
    [
        ("/b", True),
        ("https://paper.example/b", True),
        ("https://paper.example:8443/b", False),
        ("http://paper.example/b", False),
        ("https://www.paper.example/b", False),
    ],
)
def test_a_password_goes_to_no_other_port_or_scheme_of_its_host(location: str, goes_along: bool) -> None:
    at = httpx2.URL("https://ada:secret@paper.example/a")
    answer = http._Answer(url=at, status=302, headers=httpx2.Headers({"Location": location}), body=b"", reached=Space.PUBLIC)
    assert http._next(answer).userinfo == (b"ada:secret" if goes_along else b"")


def test_credentials_that_a_redirect_brings_are_dropped(web: Site) -> None:
    web.page("/b", PAGE)
    got = page(web.redirect("/a", f"http://eve:trap@127.0.0.1:{web.port}/b", status=301))
    assert b"authorization" not in web.requests[-1].lower()
    assert "trap" not in repr(got)


def test_an_error_line_shows_no_credentials(web: Site) -> None:
    with pytest.raises(StatusError) as caught:
        page(web.url("/none").replace("http://", "http://ada:secret@"))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://", "http:///x", "https://[::1", "http://a b/", "http://exam\x00ple/", "http://" + "a" * 300 + "/"]
)
def test_a_malformed_address_is_told(url: str) -> None:
    with pytest.raises((UnreadableError, FetchError)) as caught:
        page(url, timeout=5.0)
    assert "\n" not in str(caught.value)


def test_offline_opens_no_connection(web: Site) -> None:
    assert failure(web.page("/a", PAGE), FetchError, offline=True) == "this needs the network"
    assert not web.requests


def test_the_deadline_holds_over_all_redirects_together(web: Site) -> None:
    def late(connection: socket.socket) -> None:
        time.sleep(0.15)
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /late\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    start = time.monotonic()
    assert "within 0.5 seconds" in failure(web.raw("/late", late), FetchError, timeout=0.5)
    assert time.monotonic() - start < 2


def endless(connection: socket.socket, head: bytes, every: bytes) -> None:
    connection.sendall(head)
    while True:
        connection.sendall(every * 500)


@pytest.mark.parametrize(
    ("head", "every"),
    [
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n0\r\n", b"X-Trailer: b\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1;" + b"x" * 200 + b"\r\na\r\n"),
        (b"HTTP/1.1 302 Found\r\nLocation: /flood\r\n\r\n", b"<p>word</p>" * 10),
    ],
    ids=["early hints", "continue", "headers", "trailers", "chunk extensions", "a redirect with a body"],
)
def test_a_flood_that_is_no_page_ends(web: Site, head: bytes, every: bytes) -> None:
    url = web.raw("/flood", lambda connection: endless(connection, head, every))
    start = time.process_time()
    with pytest.raises((FetchError, UnreadableError)):
        page(url, timeout=1.0)
    assert time.process_time() - start < 5


def test_trailers_are_no_part_of_the_page(web: Site) -> None:
    trailer = b"0\r\nContent-Type: image/png\r\nSet-Cookie: a=b\r\n\r\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (
        len(PAGE),
        PAGE,
    )
    got = page(web.raw("/a", answer + trailer))
    assert (got.body, got.media_type) == (PAGE, "text/html")


def test_more_bytes_than_promised_are_left_alone(web: Site) -> None:
    got = page(web.page("/more", PAGE + b"and more", headers={"Content-Length": str(len(PAGE))}))
    assert got.body == PAGE


def test_a_charset_that_nobody_knows_is_handed_on_as_it_was_said(web: Site) -> None:
    assert page(web.page("/a", PAGE, headers={"Content-Type": "text/html; charset=klingon"})).charset == "klingon"


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "font/woff2", "audio/ogg"])
def test_what_the_server_declares_to_be_no_page_is_refused(web: Site, media_type: str) -> None:
    assert media_type in failure(web.page("/a", PAGE, headers={"Content-Type": media_type}), UnreadableError)


def test_an_empty_answer_is_refused(web: Site) -> None:
    assert failure(web.page("/a", b""), UnreadableError) == "it is empty"


PUBLIC = "127.0.0.2"


def network(**names: str) -> Network:
    """A network in which one loopback address passes for a public one; a name may have another address each time."""
    answers = {name: iter(found.split()) for name, found in names.items()}

    def look_up(host: str, port: int, seconds: float) -> tuple[str, ...]:
        return (next(answers[host]),) if host in answers else (host,)

    return Network(look_up=look_up, space_of=lambda address: Space.PUBLIC if address == PUBLIC else Space.LOCAL)


Webs = Callable[[str], Site]


def test_what_the_user_typed_may_be_anywhere(web: Site) -> None:
    got = fetch_url(FetchRequest(url=web.page("/a", PAGE)), network())
    assert isinstance(got, Page)


def test_a_public_page_may_not_lead_into_a_private_network(web: Site, webs: Webs) -> None:
    secret = web.page("/keys", PAGE)
    request = FetchRequest(url=webs(PUBLIC).redirect("/a", secret))
    with pytest.raises(UnreadableError, match=r"may not lead to 127\.0\.0\.1, which is in a private network"):
        fetch_url(request, network())
    assert not web.requests


def test_a_public_page_may_lead_to_a_public_one(webs: Webs) -> None:
    public = webs(PUBLIC)
    public.page("/b", PAGE)
    assert isinstance(fetch_url(FetchRequest(url=public.redirect("/a", "/b"), linked=True), network()), Page)


def test_a_private_page_may_lead_to_a_private_one(web: Site) -> None:
    web.page("/b", PAGE)
    assert isinstance(fetch_url(FetchRequest(url=web.redirect("/a", "/b")), network()), Page)


def test_a_page_that_leads_out_may_not_lead_in_again(web: Site, webs: Webs) -> None:
    public = webs(PUBLIC)
    public.redirect("/out", web.page("/keys", PAGE))
    with pytest.raises(UnreadableError, match="private network"):
        fetch_url(FetchRequest(url=web.redirect("/a", public.url("/out"))), network())
    assert len(web.requests) == 1


def test_a_link_of_a_page_may_not_lead_into_a_private_network(web: Site) -> None:
    request = FetchRequest(url=web.page("/keys", PAGE), linked=True)
    with pytest.raises(UnreadableError, match="private network"):
        fetch_url(request, network())
    assert not web.requests


def proxied(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", web.url())
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)


def test_the_proxy_of_the_environment_is_asked(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    proxied(web, monkeypatch)
    web.page("http://paper.example/a", PAGE)
    assert page("http://paper.example/a", linked=True).body == PAGE
    assert web.requests[0].startswith(b"GET http://paper.example/a HTTP/1.1\r\n")


def test_no_proxy_is_heeded(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    proxied(web, monkeypatch)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert page(web.page("/a", PAGE)).body == PAGE
    assert web.requests[0].startswith(b"GET /a HTTP/1.1\r\n")


def test_a_proxy_of_another_kind_is_told(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    proxied(web, monkeypatch)
    monkeypatch.setenv("http_proxy", "socks5://ada:secret@127.0.0.1:9")
    assert failure("http://paper.example/a", FetchError) == "the proxy is of a kind that cannot be used: socks5"


def test_a_proxy_that_is_not_there_is_told(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    proxied(web, monkeypatch)
    monkeypatch.setenv("https_proxy", web.url())
    assert "proxy" in failure("https://paper.example/a", FetchError)


def test_a_page_says_whether_it_came_from_the_users_own_network(web: Site) -> None:
    url = web.page("/a", PAGE)
    assert page(url).is_private
    network = Network(look_up=lambda host, port, seconds: ("127.0.0.1",), space_of=lambda address: Space.PUBLIC)
    got = fetch_url(FetchRequest(url=url), network)
    assert not got.is_private


@pytest.mark.parametrize("cut", [1, 8, 20])
def test_gzip_that_is_cut_off_is_told(web: Site, cut: int) -> None:
    packed = gzip.compress(PAGE * 40)
    whole = web.page("/whole", packed, headers={"Content-Encoding": "gzip"})
    assert page(whole).body == PAGE * 40
    half = web.page("/half", packed[:-cut], headers={"Content-Encoding": "gzip"})
    assert failure(half, FetchError) == "the answer is cut off"


def test_gzip_with_something_behind_it_is_read_to_its_end(web: Site) -> None:
    url = web.page("/a", gzip.compress(PAGE) + b"\x00\x00", headers={"Content-Encoding": "x-gzip"})
    assert page(url).body == PAGE


def test_a_page_that_only_sends_on_leads_to_the_one_it_names(web: Site) -> None:
    web.page("/news/story", PAGE)
    sent = '<meta http-equiv="refresh" content="0; url={}"><p>Redirecting to the story.</p>'
    got = page(web.page("/news/old", sent.format("story#part").encode()))
    assert (got.body, got.final_url, got.moved_to) == (PAGE, web.url("/news/story"), "")


@pytest.mark.parametrize("target", ["/self", "javascript:alert(1)", "file:///etc/passwd", "http://[::1", ""])
def test_a_page_that_sends_on_to_itself_or_nowhere_is_that_page(web: Site, target: str) -> None:
    body = f'<meta http-equiv="refresh" content="0; url={target}"><p>Redirecting.</p>'.encode()
    assert page(web.page("/self", body)).body == body


def test_pages_that_send_on_in_a_circle_end(web: Site) -> None:
    for here, there in (("/a", "/b"), ("/b", "/a")):
        web.page(here, f'<meta http-equiv="refresh" content="0; url={there}">'.encode())
    assert failure(web.url("/a"), FetchError) == "more than 10 redirects"


def test_a_public_page_sends_nobody_into_a_private_network(web: Site, webs: Webs) -> None:
    secret = web.page("/keys", PAGE)
    sent = f'<meta http-equiv="refresh" content="0; url={secret}"><p>Redirecting.</p>'.encode()
    with pytest.raises(UnreadableError, match="which is in a private network"):
        fetch_url(FetchRequest(url=webs(PUBLIC).page("/a", sent)), network())
    assert not web.requests
