"""The library in the app, from nothing: a feed is added, read, starred, picked from; nothing is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest


class Web(Protocol):
    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes) -> str: ...


class Terminal(Protocol):
    text: str

    def press(self, keys: str) -> None: ...
    def until(self, words: str, *, gone: bool = False) -> str: ...
    def settle(self) -> str: ...
    def status(self) -> int: ...


Open = Callable[..., Terminal]
SENTENCE = "The ferry between Brackwater and Solvay runs again, said Lena Voss, the captain, four weeks after storm number {}."


@pytest.fixture
def feed(web: Web) -> str:
    items = ""
    for number in range(3):
        story = "".join(f"<p>{SENTENCE.format(number)} It is paragraph {at} of its story.</p>" for at in range(6))
        title = f"Ferry story {number}"
        address = web.page(f"/{number}", f"<html><body><article><h1>{title}</h1>{story}</article></body></html>".encode())
        date = f"<pubDate>Sun, {24 - number} Nov 2024 12:00:00 +0000</pubDate>"
        items += f"<item><guid>{number}</guid><title>{title}</title><link>{address}</link>{date}</item>"
    web.page("/rss", f"<rss version='2.0'><channel><title>Ferry News</title>{items}</channel></rss>".encode())
    link = f"<link rel='alternate' type='application/rss+xml' href='{web.url('/rss')}'>"
    return web.page("/", f"<html><head>{link}</head><body>Ferry News</body></html>".encode())


def test_a_feed_is_added_read_starred_and_kept(open_reader: Open, feed: str, tmp_path: Path) -> None:
    reader = open_reader(size=(120, 30))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("a")
    reader.until("add:")
    reader.press(f"{feed}\r")
    reader.until("Ferry News: followed from now on, 3 new entries.")
    reader.until("Ferry story 2")
    reader.press("\r")
    reader.until("storm number 0")
    reader.until("People 1")
    reader.press("s")
    reader.until("Starred.")
    reader.press("J")
    reader.until("storm number 1")
    reader.press("R")
    reader.until("No feed is due yet.")
    reader.press("Q")
    assert reader.status() == 0
    with sqlite3.connect(tmp_path / "home" / "data" / "library.db") as library:
        rows = library.execute("SELECT title, read_at IS NOT NULL, starred FROM entries ORDER BY id DESC").fetchall()
        assert rows == [("Ferry story 0", 1, 1), ("Ferry story 1", 1, 0), ("Ferry story 2", 0, 0)]
        assert library.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    again = open_reader(size=(80, 24))
    again.until("Unread 1")
    again.until("Ferry story 2")
    again.press("qj")
    again.until("Ferry News")
    again.press("q")
    assert again.status() == 0


def test_one_entry_is_picked_and_printed(open_reader: Open, feed: str, tmp_path: Path) -> None:
    adding = open_reader("add", feed)
    assert adding.status() == 0
    out = tmp_path / "picked"
    picking = open_reader("pick", "ferry", "-o", str(out), size=(100, 24))
    picking.until("Pick: ferry")
    picking.press("j\r")
    assert picking.status() == 0
    assert out.read_text() == f"{feed}1\n"
    leaving = open_reader("pick", size=(100, 24))
    leaving.until("Ferry story 0")
    leaving.press("Q")
    assert leaving.status() == 1
