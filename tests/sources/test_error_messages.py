from __future__ import annotations

import contextlib
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FetchError, ReaderError, StatusError
from reader.model import Page
from reader.sources import fetch
from reader.sources.error_messages import status_error

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


@pytest.mark.parametrize(
    "header",
    ["Mon, 02 Nov 2026 10:00:00 +99999999999999999999", "Mon, 02 Nov 0000 10:00:00 GMT", "Mon, 99 Nov 2026 10:00:00 GMT",
     "9" * 5000, "-1", "1e9", "", "\u0663", "soon", "Fri, 31 Dec 9999 23:59:59 -2359", "Mon, 02 Nov 2026 10:00:99999999 GMT"],
)  # fmt: skip
def test_whatever_stands_in_retry_after_is_a_number_of_seconds_or_nothing(header: str) -> None:
    error = status_error(503, header)
    assert isinstance(error, StatusError)
    assert error.retry_after is None or error.retry_after >= 0


@given(st.text(max_size=60) | st.builds("Mon, {} Nov {} {}:00:00 {}{}".format, st.integers(), st.integers(), st.integers(),
       st.sampled_from(["", "+", "-", "GMT"]), st.integers()))  # fmt: skip
def test_no_retry_after_raises(header: str) -> None:
    status_error(429, header)
