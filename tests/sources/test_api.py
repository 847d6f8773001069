"""Calls of a server's interface: what is sent goes to the host that was named, or nowhere."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from typing import Protocol

import pytest

from reader.errors import FetchError, StatusError, UnreadableError
from reader.sources.api import ApiRequest, call


class Web(Protocol):
    requests: list[bytes]

    def page(self, path: str, body: bytes, *, status: int = 200) -> str: ...
    def redirect(self, path: str, location: str, *, status: int = 302) -> str: ...
    def raw(self, path: str, answer: Callable[[socket.socket], None]) -> str: ...
    def url(self, path: str = "/") -> str: ...


def test_a_form_is_posted_with_its_headers_and_a_query_is_asked(web: Web) -> None:
    posted: list[bytes] = []

    def answer(connection: socket.socket) -> None:
        come = web.requests[-1].partition(b"\r\n\r\n")[2]
        posted.append(come or connection.recv(65536))
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK")

    url = web.raw("/edit", answer)
    web.page("/edit?output=json&c=a%26b", b"{}")
    assert (
        call(ApiRequest(url=url, form=(("T", "t"), ("i", "1"), ("i", "2")), headers={"Authorization": "GoogleLogin auth=x"}))
        == b"OK"
    )
    head = web.requests[0].lower()
    assert head.startswith(b"post /edit http/1.1")
    assert b"authorization: googlelogin auth=x" in head
    assert posted == [b"T=t&i=1&i=2"]
    assert call(ApiRequest(url=url, query=(("output", "json"), ("c", "a&b")))) == b"{}"


def test_a_redirect_takes_no_password_anywhere(web: Web) -> None:
    web.page("/there", b"Auth=x")
    with pytest.raises(UnreadableError, match="leads elsewhere"):
        call(ApiRequest(url=web.redirect("/login", "/there"), form=(("Passwd", "geheim"),)))
    assert len(web.requests) == 1


@pytest.mark.parametrize("status", [401, 404, 500])
def test_a_no_is_told_with_its_status(web: Web, status: int) -> None:
    with pytest.raises(StatusError) as caught:
        call(ApiRequest(url=web.page("/no", b"no", status=status)))
    assert caught.value.status == status


def test_a_password_is_neither_logged_nor_shown(web: Web, caplog: pytest.LogCaptureFixture) -> None:
    request = ApiRequest(
        url=web.page("/login", b"no", status=401), form=(("Passwd", "geheim"),), headers={"Authorization": "geheim"}
    )
    with caplog.at_level(logging.DEBUG), pytest.raises(StatusError) as caught:
        call(request)
    assert "geheim" not in caplog.text + str(caught.value) + repr(caught.value) + repr(request)


def test_a_server_without_the_encryption_that_was_asked_for_is_refused(web: Web) -> None:
    with pytest.raises(FetchError):
        call(ApiRequest(url=web.url("/login").replace("http:", "https:"), form=(("Passwd", "geheim"),)))
    assert b"geheim" not in b"".join(web.requests)
