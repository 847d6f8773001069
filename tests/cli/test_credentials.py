"""A password that the user types into an address goes to that host, stays in one file, and is shown and exported nowhere."""

from __future__ import annotations

import json
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from reader import settings
from tests.cli.conftest import Call, Done

SECRET = "hunter2"
TOKEN = b"Authorization: Basic YWRhOmh1bnRlcjI=\r\n"  # ada:hunter2
FEED = (
    b'<rss version="2.0"><channel><title>{}</title><item><guid>1</guid><title>Harbour wall falls</title>'
    b"<link>https://courier.example/1</link></item></channel></rss>"
)


class Site(Protocol):
    requests: list[bytes]

    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, status: int = 200) -> str: ...
    def redirect(self, path: str, location: str, *, status: int = 302) -> str: ...
    def raw(self, path: str, answer: bytes | Callable[[socket.socket], None]) -> str: ...


@pytest.fixture
def quiet(call: Call) -> Call:
    """Call the command line, and look at all that it says."""

    def run(*words: str) -> Done:
        done = call(*words)
        assert SECRET not in done.out + done.err, words
        assert "Traceback" not in done.err or "-v" in words
        return done

    return run


def typed(url: str) -> str:
    return url.replace("http://", f"http://ada:{SECRET}@")


@pytest.fixture
def feed(web: Site) -> str:
    return typed(web.page("/rss", FEED))


@pytest.mark.parametrize("verbose", [(), ("-v",), ("-v", "-v")], ids=len)
def test_what_fails_is_told_without_it(quiet: Call, web: Site, verbose: tuple[str, ...]) -> None:
    pages = {
        "/none": 4, "/empty": 6, "/form": 5, "/rss": 5, "/picture": 6, "/junk": 3, "/away": 6, "/round": 3,
    }  # fmt: skip
    web.page("/empty", b"")
    web.page("/form", b"<form><button>Log in</button></form>")
    web.page("/rss", FEED)
    web.page("/picture", b"\x89PNG\r\n\x1a\n....")
    web.raw("/junk", b"junk\r\n\r\n")
    web.redirect("/away", "ftp://a.example/")
    web.redirect("/round", "/round")
    for path, status in pages.items():
        for command in ("cat", "people", "add"):
            done = quiet(command, *verbose, typed(web.url(path)))
            assert done.status in (status, 5) or (command == "add" and path == "/rss"), (command, path, done)
    for source in (f"http://ada:{SECRET}@nobody.invalid/", f"http://ada:{SECRET}@[::1", f"ftp://ada:{SECRET}@a.example/"):
        assert quiet("cat", *verbose, "--timeout", "5", source).status in (3, 6)


def test_a_page_is_printed_without_it(quiet: Call, web: Site, web_url: str) -> None:
    source = typed(web_url)
    for words in (
        ["cat"], ["cat", "-f", "json"], ["meta"], ["explain"], ["explain", "-f", "json"], ["links", "-f", "json"], ["people", "-f", "json"],
    ):  # fmt: skip
        for sources in ([source], [source, source]):
            assert quiet(*words, *sources).status in (0, 1)
    assert all(TOKEN in head for head in web.requests)


def test_a_feed_is_followed_with_it_and_listed_without(quiet: Call, web: Site, feed: str) -> None:
    assert quiet("add", feed).status == 0
    assert quiet("add", feed).err.startswith("reader: {}: followed already")
    assert quiet("refresh", "1").status == 0
    assert quiet("refresh", "1", "-v", "-v", "-f", "tsv").status == 0
    assert len(web.requests) == 4
    assert all(TOKEN in head for head in web.requests)
    for words in (
        ["feeds"],
        ["feeds", "-f", "json"],
        ["feeds", "-f", "text"],
        ["feeds", "-f", "opml"],
        ["list"],
        ["list", "-f", "json"],
    ):
        assert quiet(*words).status == 0
    assert web.url("/rss") in quiet("feeds", "-f", "opml").out


def test_a_feed_without_a_title_is_not_called_by_it(quiet: Call, web: Site, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text(typed(web.url("/none")) + "\n")
    (tmp_path / "a.opml").write_text(f'<opml><body><outline xmlUrl="{typed(web.url("/gone"))}"/></body></opml>')
    for name in ("urls", "a.opml"):
        assert quiet("import", str(tmp_path / name)).status == 0
    assert quiet("refresh").status == 6  # a list may not lead into the own network, whoever stands there
    assert quiet("feeds").status == 0
    assert {one["title"] for one in json.loads(quiet("feeds", "-f", "json").out)["feeds"]} == {
        web.url("/none"),
        web.url("/gone"),
    }


def test_a_feed_that_moves_keeps_it_on_its_host_and_loses_it_on_another(quiet: Call, web: Site, feed: str) -> None:
    web.page("/new", FEED)
    web.redirect("/rss", "/new", status=301)
    assert quiet("add", feed).status == 0
    assert quiet("refresh", "1").status == 0
    assert TOKEN in web.requests[-1]
    web.page("/there", FEED)
    web.redirect("/new", web.url("/there").replace("127.0.0.1", "localhost"), status=301)
    for _ in range(4):
        assert quiet("refresh", "1").status == 0
    assert "localhost" in quiet("feeds").out
    elsewhere = [head for head in web.requests if b"Host: localhost" in head]
    assert len(elsewhere) >= 4
    assert all(TOKEN not in head for head in elsewhere)


def test_a_site_that_names_its_feed_gets_it_there_too_and_no_other_site_does(quiet: Call, web: Site) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="{}">'
    web.page("/own", FEED)
    web.page("/", link.format("/own").encode())
    assert quiet("add", typed(web.url("/"))).status == 0
    assert [TOKEN in head for head in web.requests] == [True, True]
    del web.requests[:]
    web.page("/", link.format(web.url("/own").replace("127.0.0.1", "localhost")).encode())
    quiet("add", "--feed", typed(web.url("/")))
    assert all(TOKEN not in head for head in web.requests if b"Host: localhost" in head)


def test_only_its_owner_may_read_the_file_that_holds_it(quiet: Call, feed: str, tmp_path: Path) -> None:
    assert quiet("add", feed).status == 0
    assert quiet("backup", str(tmp_path / "copy.db")).status == 0
    assert quiet("backup", "--restore", str(tmp_path / "copy.db")).status == 0
    kept = [*settings.folders().data.iterdir(), tmp_path / "copy.db"]
    assert len(kept) >= 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    holding = [path for path in (tmp_path / "home").rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert {path.parent for path in holding} == {settings.folders().data}
