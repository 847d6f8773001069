from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Mapping
from typing import Protocol

import pytest

from reader.errors import FetchError, ReaderError, UnreadableError
from reader.model import Page
from reader.sources import fetch
from reader.sources.addresses import Space
from reader.sources.guarded_transport import Network
from reader.sources.http import FetchRequest, fetch_url

PAGE = b"<!doctype html><title>Ferry back</title><p>The ferry to Lower Quay runs again from Monday.</p>"


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


PUBLIC = "127.0.0.2"


def network(**names: str) -> Network:
    """A network in which one loopback address passes for a public one; a name may have another address each time."""
    answers = {name: iter(found.split()) for name, found in names.items()}

    def look_up(host: str, port: int, seconds: float) -> tuple[str, ...]:
        return (next(answers[host]),) if host in answers else (host,)

    return Network(look_up=look_up, space_of=lambda address: Space.PUBLIC if address == PUBLIC else Space.LOCAL)


Webs = Callable[[str], Site]


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


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "169.254.169.254", "[::1]", "10.1.2.3", "2130706433", "0x7f.1", "127.1", "localhost."]
)
def test_a_proxy_is_no_way_into_a_private_network(web: Site, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    proxied(web, monkeypatch)
    web.redirect("http://paper.example/a", f"http://{host}/keys")
    assert "private network" in failure("http://paper.example/a", UnreadableError)
    assert len(web.requests) == 1
