from __future__ import annotations

import contextlib
import gzip
import re
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

import brotli  # type: ignore[import-untyped]  # ships no types
import pytest

from reader.errors import FetchError, ReaderError, StatusError, UnreadableError
from reader.model import NotModified, Page
from reader.sources import fetch
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


def test_credentials_that_a_redirect_brings_are_dropped(web: Site) -> None:
    web.page("/b", PAGE)
    got = page(web.redirect("/a", f"http://eve:trap@127.0.0.1:{web.port}/b", status=301))
    assert b"authorization" not in web.requests[-1].lower()
    assert "trap" not in repr(got)


def test_an_error_line_shows_no_credentials(web: Site) -> None:
    with pytest.raises(StatusError) as caught:
        page(web.url("/none").replace("http://", "http://ada:secret@"))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 429, 451, 499, 500, 503, 599])
def test_a_server_that_says_no_is_told_with_its_status(web: Site, status: int) -> None:
    with pytest.raises(StatusError) as caught:
        page(web.page("/no", PAGE, status=status))
    assert caught.value.status == status
    assert str(status) in caught.value.problem
    assert caught.value.advice


def test_what_the_server_writes_into_its_status_line_is_not_shown(web: Site) -> None:
    url = web.raw("/no", b"HTTP/1.1 404 \x1b]0;owned\x07Gone fishing\r\nContent-Length: 0\r\n\r\n")
    with pytest.raises(ReaderError) as caught:
        page(url)
    assert "owned" not in str(caught.value)
    assert "fishing" not in str(caught.value)


def test_nothing_listens(web: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    assert failure(f"http://127.0.0.1:{port}/", FetchError) == "connection refused"


def test_a_name_that_nobody_has() -> None:
    assert failure("http://nobody.invalid/", FetchError) in ("no such host", "the name cannot be looked up")


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


def drip(head: bytes, every: bytes) -> Callable[[socket.socket], None]:
    def answer(connection: socket.socket) -> None:
        connection.sendall(head)
        with contextlib.suppress(OSError):
            for _ in range(100):
                connection.sendall(every)
                time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    ("head", "every"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"<p>"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b""),
    ],
    ids=["status line", "headers", "body", "chunks", "silence"],
)
def test_a_server_that_drips_is_given_up_at_the_deadline(web: Site, head: bytes, every: bytes) -> None:
    start = time.monotonic()
    assert "within 0.4 seconds" in failure(web.raw("/slow", drip(head, every)), FetchError, timeout=0.4)
    assert time.monotonic() - start < 2


def test_the_deadline_holds_over_all_redirects_together(web: Site) -> None:
    def late(connection: socket.socket) -> None:
        time.sleep(0.15)
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /late\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    start = time.monotonic()
    assert "within 0.5 seconds" in failure(web.raw("/late", late), FetchError, timeout=0.5)
    assert time.monotonic() - start < 2


def test_a_look_up_that_hangs_is_given_up_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        released.wait(10)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    start = time.monotonic()
    assert "within 0.3 seconds" in failure("http://slow.example/", FetchError, timeout=0.3)
    assert time.monotonic() - start < 2
    released.set()


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (b"", "the answer is not HTTP"),
        (b"<html><p>HTTP/0.9 has no head</p></html>", "the answer is not HTTP"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<p>short", "the answer broke off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "the answer broke off"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope", "the answer is packed wrongly"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 500_000, "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000, "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabcdef", "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n", "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"f" * 30 + b"\r\nab", "the answer is not HTTP"),
        (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nabc", "the answer is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nX-A: a\r\n folded\r\n: no name\r\n\r\n", "the answer is not HTTP"),
    ],
)
def test_what_is_not_proper_http_is_told(web: Site, answer: bytes, problem: str) -> None:
    assert failure(web.raw("/odd", answer), FetchError) == problem


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


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    both = tmp_path_factory.mktemp("tls") / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    try:
        subprocess.run([*command, "-keyout", both, "-out", both.with_suffix(".crt")], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    both.write_bytes(both.read_bytes() + both.with_suffix(".crt").read_bytes())
    return both


@pytest.fixture
def strange_tls(certificate: Path) -> Iterator[str]:
    """A TLS server whose certificate nobody has signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with contextlib.suppress(OSError):
                connection, _ = listener.accept()
                connection.settimeout(5)
                with connection:
                    context.wrap_socket(connection, server_side=True)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"https://localhost:{listener.getsockname()[1]}/"
        thread.join(5)


def test_a_certificate_that_nobody_signed_is_refused(strange_tls: str) -> None:
    assert failure(strange_tls, FetchError).startswith("its certificate is not good: self")


def test_a_server_without_tls_is_told(web: Site) -> None:
    assert failure(web.url("/a").replace("http:", "https:"), FetchError) == "no secure connection came about"


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


@pytest.mark.parametrize(
    "host",
    "127.0.0.1 localhost 127.1 2130706433 0x7f000001 0177.0.0.1 0 127.0.0.1. [::1] [::ffff:127.0.0.1] [::] [::ffff:7f00:1]".split(),
)
def test_no_way_of_writing_this_machine_leads_into_it(web: Site, host: str) -> None:
    """As the system looks the name up, and judged as it is in earnest."""
    web.page("/keys", PAGE)
    with pytest.raises((UnreadableError, FetchError)) as caught:  # a resolver may know none of it
        page(f"http://{host}:{web.port}/keys", linked=True, timeout=5.0)
    assert isinstance(caught.value, UnreadableError) or "no such host" in caught.value.problem
    assert not web.requests


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


def test_a_name_that_changes_its_address_between_two_hops_gains_nothing(web: Site, webs: Webs) -> None:
    with socket.create_server((PUBLIC, web.port)) as listener:

        def redirect_once() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /keys\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        thread = threading.Thread(target=redirect_once, daemon=True)
        thread.start()
        web.page("/keys", PAGE)
        request = FetchRequest(url=f"http://rebind:{web.port}/")
        with pytest.raises(UnreadableError, match="may not lead to rebind"):
            fetch_url(request, network(rebind=f"{PUBLIC} 127.0.0.1"))
        thread.join(5)
    assert not web.requests


def test_only_the_addresses_of_a_name_that_are_allowed_are_tried(web: Site) -> None:
    def look_up(host: str, port: int, seconds: float) -> tuple[str, ...]:
        return ("127.0.0.1", PUBLIC)

    judge = network()
    with pytest.raises(FetchError, match="refused"):  # nothing listens at the public one, and the other is not tried
        fetch_url(FetchRequest(url=web.page("/a", PAGE), linked=True), Network(look_up=look_up, space_of=judge.space_of))
    assert not web.requests


def test_the_next_address_of_a_name_is_tried_when_one_does_not_answer(web: Site) -> None:
    def look_up(host: str, port: int, seconds: float) -> tuple[str, ...]:
        return (PUBLIC, "127.0.0.1")

    assert isinstance(fetch_url(FetchRequest(url=web.page("/a", PAGE)), Network(look_up=look_up)), Page)


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


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "169.254.169.254", "[::1]", "10.1.2.3", "2130706433", "0x7f.1", "127.1", "localhost."]
)
def test_a_proxy_is_no_way_into_a_private_network(web: Site, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    proxied(web, monkeypatch)
    web.redirect("http://paper.example/a", f"http://{host}/keys")
    assert "private network" in failure("http://paper.example/a", UnreadableError)
    assert len(web.requests) == 1
