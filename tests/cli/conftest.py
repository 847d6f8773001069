"""How the command line is called in tests: in this process, which is fast, or as a program, which is what a user does."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from reader.cli import main

STORY = """<!doctype html><html lang="en"><head><title>Harbour inquiry opens - Brackwater Courier</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour inquiry opens</h1>
<p>Maria Okonkwo, the mayor of Brackwater, opened an inquiry on Monday into the storm that broke the harbour wall in three
places last winter, and said that it would hear everybody who had signed a plan of it.</p>
<p>"We were warned in March, and nobody came to look at the wall," said Okonkwo, who took office after the storm.</p>
<h2>What the report says</h2>
<p>The report runs to three hundred pages and <a href="/firms?a=1&amp;b=2">names the firms</a> that built the wall, the people
who signed for it, and the letters that were never answered.</p>
<h3>The letters</h3>
<p>Eleven letters were sent by the harbour master, and the archive of the town has kept the stamps of every one of them.</p>
<div class="share"><a href="/fb">Share on Facebook</a> <a href="/mail">Share by mail</a></div>
<h2>What comes next</h2>
<p>The inquiry sits again on Thursday, when the engineers of the two firms are to be heard one after the other, all day.</p>
</article><footer>Copyright Brackwater Courier. All rights reserved.</footer></body></html>
"""


@dataclass(frozen=True)
class Done:
    """What became of a command line."""

    status: int
    out: str
    err: str


Call = Callable[..., Done]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test an empty home, and no word of the user's own terminal."""
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    for name in ("NO_COLOR", "CLICOLOR_FORCE", "PAGER", "READER_PAGER", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def story(tmp_path: Path) -> str:
    """Give the name of a file with a page in it."""
    path = tmp_path / "story.html"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


PAGE = b"""<html><body><article><h1>Ferry back</h1><p>The ferry to Lower Quay runs again from Monday, when the tide is high enough
for it to pass the bar, and the fare is what it was before the storm took the landing stage away.</p></article></body></html>"""


class Site(Protocol):
    """The fixture `web` of tests/conftest.py, as far as it is used here."""

    def page(self, path: str, body: bytes) -> str: ...
    def raw(self, path: str, answer: Callable[[socket.socket], None]) -> str: ...


@pytest.fixture
def web_url(web: Site) -> str:
    """Give the address of a page."""
    return web.page("/a", PAGE)


@pytest.fixture
def slow_url(web: Site) -> str:
    """Give the address of a page that is longer in coming than one likes to wait without a word."""

    def answer(connection: socket.socket) -> None:
        time.sleep(1.5)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + PAGE)

    return web.raw("/slow", answer)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line in this process; its stdout is no terminal."""

    def run(*words: str) -> Done:
        status = main(words)
        out, err = capsys.readouterr()
        return Done(status=status, out=out, err=err)

    return run


@pytest.fixture
def program() -> Call:
    """Run the program, in a process of its own."""

    def run(
        *words: str, given: bytes | None = None, environment: Mapping[str, str] | None = None, encoding: str = "utf-8"
    ) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *words],
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            timeout=60,
            check=False,
            env={**os.environ, **(environment or {})},
        )
        return Done(status=done.returncode, out=done.stdout.decode(encoding), err=done.stderr.decode(encoding))

    return run
