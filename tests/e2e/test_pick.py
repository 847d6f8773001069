"""`reader pick` in a pipe: the app on the terminal, the choice on standard output."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest


class Terminal(Protocol):
    text: str
    sent: bytes

    def press(self, keys: str) -> None: ...
    def resize(self, columns: int, rows: int) -> None: ...
    def until(self, words: str, *, gone: bool = False) -> str: ...
    def settle(self) -> str: ...
    def status(self) -> int: ...


Open = Callable[..., Terminal]
STORY = "<html><body><article><h1>Wall falls</h1>{}</article></body></html>".format(
    "<p>The harbour wall fell in the storm of last week, and nobody knows who is to build it again.</p>" * 3
)


@pytest.fixture
def picked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep an article, and return the file that takes what is picked."""
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    (tmp_path / "wall.html").write_text(STORY)
    subprocess.run([sys.executable, "-m", "reader", "add", str(tmp_path / "wall.html")], check=True, capture_output=True)
    return tmp_path / "picked.txt"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (41, 12), (200, 50)], ids=str)
def test_it_draws_in_the_terminals_size_and_rests(open_reader: Open, picked: Path, size: tuple[int, int]) -> None:
    reader = open_reader("pick", size=size, streams=f"> {picked}")
    reader.until("Wall falls")
    reader.settle()
    drawn = len(reader.sent)
    assert drawn < 400_000
    reader.press("\r")
    assert reader.status() == 0
    assert picked.read_text().endswith("wall.html\n")


@pytest.mark.parametrize("keys", ["q", "Q"])
def test_who_leaves_picks_nothing(open_reader: Open, picked: Path, keys: str) -> None:
    reader = open_reader("pick", size=(100, 30), streams=f"> {picked}")
    reader.until("Wall falls")
    reader.settle()
    reader.press(keys)
    assert reader.status() == 1
    assert picked.read_text() == ""


def test_it_follows_the_terminal_when_that_changes_its_size(open_reader: Open, picked: Path) -> None:
    reader = open_reader("pick", size=(80, 24), streams=f"> {picked}")
    reader.until("Wall falls")
    reader.resize(130, 40)
    reader.until("Wall falls")
    assert max(len(row.rstrip()) for row in reader.settle().splitlines()) > 80
    reader.press("Q")
    assert reader.status() == 1
    assert picked.read_text() == ""
