from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from tests.cli.conftest import Call


def _reader(*words: str, stdin: bytes = b"", folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *words], input=stdin, capture_output=True, cwd=folder, timeout=60, check=False
    )


@pytest.mark.parametrize(("source", "said"), [("", b"empty"), ("ftp://x.example/a", b"http")])
def test_a_source_that_can_never_be_one_is_told_for_what_it_is(source: str, said: bytes) -> None:
    done = _reader("cat", source)
    assert done.returncode in (2, 6)
    assert said in done.stderr


def test_random_bytes_are_no_page() -> None:
    noise = bytes((7919 * i * i + 31 * i) % 251 for i in range(3000))
    done = _reader("cat", "-", stdin=noise)
    assert (done.returncode, done.stdout) == (6, b"")


class Web(Protocol):
    requests: list[bytes]

    def page(self, path: str, body: bytes, *, status: int = 200) -> str: ...


@pytest.fixture
def kept(call: Call, web: Web, web_url: str) -> str:
    """Keep a page, and return its address."""
    assert call("add", "--article", web_url).status == 0
    del web.requests[:]
    return web_url


def number(call: Call) -> str:
    return "id:" + call("list").out.split("\t")[0]


@pytest.mark.parametrize("command", ["cat", "quotes", "people", "links", "meta", "outline"])
def test_an_entry_is_read_in_the_library_by_its_number(call: Call, web: Web, kept: str, command: str) -> None:
    asked = call(command, number(call))
    assert asked.err in ("", f"reader: {number(call)}: no {command} in this article\n")
    assert not web.requests
    assert asked.out == call(command, kept).out


def test_an_entry_that_is_not_there_is_told(call: Call, kept: str) -> None:
    for words in (["cat", "id:7"], ["explain", "id:7"], ["quotes", "id:999999999999999999"]):
        done = call(*words)
        assert (done.status, done.out) == (1, "")
        assert "there is no such entry (reader list prints the numbers in a pipe)" in done.err


def test_a_kept_page_is_read_as_it_was_kept_when_it_cannot_be_had(call: Call, web: Web, kept: str) -> None:
    for words in (["cat", "--offline", kept], ["meta", "--offline", kept]):
        done = call(*words)
        assert done.status == 0
        assert "Ferry back" in done.out
        assert "this was kept on 20" in done.err
    web.page("/a", b"gone", status=410)
    assert call("cat", kept).out == call("cat", number(call)).out
    web.page("/a", b"<form>Log in to read on <input></form>")
    assert call("cat", kept).status == 0


def test_who_wants_it_fresh_gets_it_from_the_net_or_not_at_all(call: Call, web: Web, kept: str) -> None:
    assert "Ferry back" in call("cat", "--fresh", number(call)).out
    assert len(web.requests) == 1
    web.page("/a", b"gone", status=410)
    assert call("cat", "--fresh", kept).status == 4
    done = call("cat", "--fresh", number(call))
    assert done.status == 0
    assert "this is what the library has of it" in done.err


def test_an_entry_that_was_never_read_is_fetched_else_its_feed_is_read(call: Call, web: Web, followed: str) -> None:
    done = call("cat", "--offline", number(call))
    assert done.status == 0
    assert "Bridge closes, says the Courier." in done.out
    assert "this is what the library has of it" in done.err


def test_why_a_kept_page_was_cut_so_is_told_of_its_page(call: Call, web: Web, kept: str) -> None:
    assert call("explain", number(call)).out == call("explain", kept).out
    assert len(web.requests) == 2
