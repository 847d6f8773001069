"""`reader sync`, with a server of the protocol on loopback."""

from __future__ import annotations

import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qsl, urlsplit

import pytest

from reader.errors import ReaderError, StatusError
from reader.sources.api import ApiRequest
from tests.cli.conftest import Call
from tests.sync.fake_server import FakeServer


class Web(Protocol):
    answers: dict[str, Callable[[socket.socket], None]]
    requests: list[bytes]

    def url(self, path: str = "/") -> str: ...


class Answers(dict[str, Callable[[socket.socket], None]]):
    """Answers each path by the fake server, from the newest request."""

    def __init__(self, server: FakeServer, web: Web) -> None:
        super().__init__()
        self.server, self.web = server, web

    def get(self, path: str, default: object = None) -> Callable[[socket.socket], None]:
        def answer(connection: socket.socket) -> None:
            head, _, body = self.web.requests[-1].partition(b"\r\n\r\n")
            fields = dict(one.split(": ", 1) for one in head.decode().lower().split("\r\n")[1:])
            while len(body) < int(fields.get("content-length", 0)):
                body += connection.recv(65536)
            lines = dict(one.split(": ", 1) for one in head.decode().split("\r\n")[1:])
            url = urlsplit(path)
            query = tuple(parse_qsl(url.query))
            form = tuple(parse_qsl(body.decode())) if head.startswith(b"POST") else None
            given = {name.title(): value for name, value in lines.items()}
            status, text = 200, b""
            try:
                text = self.server.call(ApiRequest(url=f"http://x{url.path}", query=query, form=form, headers=given))
            except StatusError as error:
                status = error.status
            except ReaderError:
                return
            start = f"HTTP/1.1 {status} Whatever\r\nContent-Length: {len(text)}\r\nConnection: close\r\n\r\n"
            connection.sendall(start.encode() + text)

        return answer


@pytest.fixture
def server(web: Web) -> FakeServer:
    made = FakeServer()
    for number in range(1, 4):
        made.put(number)
    web.answers = Answers(made, web)
    return made


@pytest.fixture
def added(server: FakeServer, program: Call, web: Web) -> str:
    done = program("sync", "add", web.url(""), "--user", "ada", given=b"secret\n")
    assert (done.status, done.out) == (0, "")
    return web.url("")


def test_a_server_is_added_synced_told_of_and_removed(server: FakeServer, added: str, call: Call) -> None:
    assert call("sync").err.endswith("0 changes told, 3 new entries, 0 changes learnt\n")
    assert call("list", "-f", "tsv", "unread").out.count("Story") == 3
    call("mark", "title:3")
    status = call("sync", "status").out.split("\t")
    assert (status[0], status[1], status[3], status[4]) == (added, "ada", "1 change to tell", "in step\n")
    assert "1 change told" in call("sync", "now", added).err
    assert server.items[3].read
    assert call("sync", "remove", added).status == 0
    assert call("sync").status == 1
    assert call("list", "-f", "tsv").out.count("Story") == 3


def test_a_wrong_password_is_told_and_not_kept(server: FakeServer, program: Call, web: Web, tmp_path: Path) -> None:
    done = program("sync", "add", web.url(""), "--user", "ada", given=b"wrong-word\n")
    assert done.status == 4
    assert "wrong-word" not in done.out + done.err
    assert not list(tmp_path.rglob("*passwords*"))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["sync", "add"], 2),
        (["sync", "add", "https://ada:geheim@rss.example", "--user", "ada"], 2),
        (["sync", "add", "https://rss.example"], 2),
        (["sync", "remove", "https://nowhere.example"], 2),
        (["sync", "status"], 1),
        (["sync", "nosuch"], 2),
    ],
)
def test_what_is_missing_or_wrong_is_told(program: Call, words: list[str], status: int) -> None:
    done = program(*words, given=b"")
    assert done.status == status
    assert "geheim" not in done.out + done.err
    assert done.err.startswith(("reader: ", "there is no server"))


def test_a_password_is_in_no_library_backup_or_export(added: str, call: Call, tmp_path: Path) -> None:
    call("sync")
    call("backup", str(tmp_path / "copy.db"))
    call("export", "-o", str(tmp_path / "out"))
    holders = {path.name for path in tmp_path.rglob("*") if path.is_file() and b"secret" in path.read_bytes()}
    assert holders == {"sync-passwords.json"}


def test_a_failure_is_told_and_remembered(server: FakeServer, added: str, call: Call) -> None:
    server.password = "changed"
    done = call("sync")
    assert done.status == 4
    assert done.err.startswith(f"reader: {added}")
    assert "401" in call("sync", "status").out


def test_a_sync_that_is_killed_anywhere_loses_nothing(server: FakeServer, added: str, call: Call, tmp_path: Path) -> None:
    for number in range(4, 304):
        server.put(number)
    call("sync")
    for number, title in enumerate(("10", "11", "12", "13", "14", "15")):
        call("mark", f'title:"Story {title}"')
        process = subprocess.Popen([sys.executable, "-m", "reader", "sync"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            process.wait(timeout=0.15 + number * 0.06)
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()
    assert call("sync").status == 0
    assert [number for number, item in server.items.items() if item.read] == [10, 11, 12, 13, 14, 15]
    (library,) = tmp_path.rglob("library.db")
    with sqlite3.connect(library) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
    opened.close()
