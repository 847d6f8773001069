"""The app as it is installed, in a terminal: opened, read, searched, resized, piped into, robbed of its worker, hung up on."""

from __future__ import annotations

import os
import signal
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest


class Terminal(Protocol):
    pid: int
    sent: bytes
    text: str
    modes: int

    def press(self, keys: str) -> None: ...
    def until(self, words: str, *, gone: bool = False) -> str: ...
    def settle(self) -> str: ...
    def status(self) -> int: ...
    def resize(self, columns: int, rows: int) -> None: ...
    def children(self) -> list[int]: ...
    def hang_up(self) -> None: ...


Open = Callable[..., Terminal]
PAGE = """<html><head><title>Ferry</title></head><body><article><h1>Ferry to Solvay runs again</h1>
<p>The ferry between Brackwater and Solvay runs again from Monday, four weeks after the storm that broke both landings.</p>
<p>"We have waited long enough," said Lena Voss, the ferry's captain. "The sea will not get calmer by waiting for it."</p>
<p>Tickets cost the same as before the storm, and the first crossing of the day is free until the end of the month.</p>
</article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.html"
    path.write_text(PAGE)
    return path


def is_alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:1]
    except FileNotFoundError:
        return False


def ends(pid: int, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end and is_alive(pid):
        time.sleep(0.02)
    return not is_alive(pid)


def test_the_first_run_opens_the_bundled_edition(open_reader: Open, tmp_path: Path) -> None:
    reader = open_reader()
    reader.until("HARBOUR INQUIRY OPENS")
    reader.until("Sample edition")
    reader.until("reader add URL")
    reader.until("OPML")
    reader.press("q")
    assert reader.status() == 0
    home = tmp_path / "home"
    assert not (home / "config").exists()
    assert not (home / "data").exists()


def test_the_text_stands_before_the_app(open_reader: Open) -> None:
    first = open_reader("seed:harbour")
    first.until("Ines Barrow")
    first.press("q")
    assert first.status() == 0
    again = open_reader("seed:harbour")  # its reading is kept now
    again.until("? help")
    painted, _, app = again.sent.partition(b"\x1b[?1000h")  # the app asks for the mouse
    assert b"HARBOUR INQUIRY OPENS" in painted
    assert b"Ines Barrow" in painted
    assert again.sent.count(b"\x1b[?1049h") == 1
    again.press("q")
    assert again.status() == 0
    assert again.sent.count(b"\x1b[?1049l") == 1
    assert app


def test_every_row_is_painted_anew_behind_a_stop(open_reader: Open) -> None:
    open_reader("seed:harbour").until("Ines Barrow")  # from now on its reading is kept, and painted first
    reader = open_reader("seed:harbour")
    reader.until("? help")
    reader.settle()
    assert not reader.modes & termios.ECHO
    reader.press("\x1a")  # ctrl+z
    assert os.WIFSTOPPED(os.waitpid(reader.pid, os.WUNTRACED)[1])
    assert reader.modes & termios.ECHO, "the shell has the terminal as it was"
    assert reader.modes & termios.ICANON
    before = len(reader.sent)
    os.kill(reader.pid, signal.SIGCONT)  # fg
    reader.settle()
    _, _, painted = reader.sent[before:].partition(b"\x1b[?1049h")
    assert b"HARBOUR INQUIRY OPENS" in painted
    assert b"? help" in painted


def test_a_theme_without_its_colours_is_told_on_the_first_screen(open_reader: Open, tmp_path: Path) -> None:
    open_reader("seed:harbour").until("Ines Barrow")
    themes = tmp_path / "home" / "config" / "themes"
    themes.mkdir(parents=True)
    (themes / "bare.tcss").write_text("$paper: #ffffff;")
    reader = open_reader("seed:harbour")
    reader.until("bare.tcss")
    assert reader.status() != 0
    assert b"HARBOUR INQUIRY" in reader.sent, "what has been painted with another theme"
    assert b"bare.tcss" in reader.sent.partition(b"\x1b[?1049l")[2]


def test_reading_searching_quotes_and_people(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", size=(80, 24))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press(" ")
    reader.until("HARBOUR INQUIRY OPENS", gone=True)
    reader.press("/gate\r")
    reader.until("/gate  ")
    reader.press("n")
    reader.until("/gate  2/")
    reader.press("\x1b")
    reader.until("/gate", gone=True)
    reader.press('"')
    reader.until("Quotes")
    reader.press("G")
    reader.settle()
    reader.press("q@")
    reader.until("People")
    reader.press("qq")
    assert reader.status() == 0


def test_a_terminal_that_tells_no_size_gets_the_usual_one(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", size=(80, 24), before="sleep 0.3; stty rows 0 cols 0")
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("]")
    reader.until("HARBOUR INQUIRY OPENS", gone=True)
    reader.press("Q")
    assert reader.status() == 0


def test_resizing_changes_the_panes_and_keeps_the_passage(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", size=(120, 30))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("]")
    reader.until("HARBOUR INQUIRY OPENS", gone=True)
    for size in ((80, 24), (200, 50), (40, 10), (120, 30)):
        reader.resize(*size)
        reader.until("An interim report of")
        assert "What the report says" in reader.settle(), size
    reader.press("Q")
    assert reader.status() == 0


def test_a_page_that_is_piped_in_is_read_with_keys_from_the_terminal(open_reader: Open, page: Path) -> None:
    reader = open_reader(stdin=page)
    reader.until("FERRY TO SOLVAY RUNS AGAIN")
    reader.press("?")
    reader.until("Help")
    reader.press("\x1b")
    reader.until("Help", gone=True)
    reader.press("q")
    assert reader.status() == 0


def test_several_sources_one_of_them_bad(open_reader: Open, page: Path) -> None:
    bad = page.with_name("bad.html")
    bad.write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    reader = open_reader(str(page), str(bad), size=(120, 30))
    reader.until("FERRY TO SOLVAY RUNS AGAIN")
    reader.press("J")
    reader.until("article in this page")
    reader.press("K")
    reader.until("FERRY TO SOLVAY RUNS AGAIN")
    reader.press("q")
    assert reader.status() == 0


def test_the_place_is_kept_from_one_time_to_the_next(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", size=(80, 24))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("]]")
    reader.until("The night of October 9")
    reader.settle()
    reader.press("q")
    assert reader.status() == 0
    again = open_reader("seed:harbour", size=(100, 24))
    again.until("The night of October 9")
    assert "HARBOUR INQUIRY OPENS" not in again.text
    again.press("q")
    assert again.status() == 0


def test_who_wants_to_leave_no_trace_leaves_none(open_reader: Open, tmp_path: Path) -> None:
    reader = open_reader("--no-store", "seed:harbour", size=(80, 24))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("]]")
    reader.until("The night of October 9")
    reader.settle()
    reader.press("q")
    assert reader.status() == 0
    assert [path for path in (tmp_path / "home").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("streams", ["<&-", "2>&-", "2>said", "<&- 2>&-", "</dev/null 2>/dev/null"])
def test_the_app_finds_the_terminal_wherever_its_streams_lead(open_reader: Open, tmp_path: Path, streams: str) -> None:
    source = ("seed:harbour",) if "/dev/null" not in streams else ("seed:harbour", "seed:night-train")
    reader = open_reader(*source, size=(80, 24), streams=streams)
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("]")
    reader.until("HARBOUR INQUIRY OPENS", gone=True)
    reader.press("q")
    assert reader.status() == 0
    said = tmp_path / "said"
    assert not said.exists() or said.read_bytes() == b""


def test_a_terminal_of_one_cell_is_outlived(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", size=(80, 24))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.resize(1, 1)
    for keys in ("j", "?", "\x1b", '"', "j", "#", "z", "v", ";", "\x1b", "/a\r", "\x1b"):
        reader.press(keys)
        reader.settle()
    reader.resize(80, 24)
    reader.press("gz")
    reader.until("Harbour inquiry opens")
    reader.press("Q")
    assert reader.status() == 0


def test_a_killed_worker_is_replaced(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", "seed:night-train", size=(120, 30))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.settle()
    for child in reader.children():
        os.kill(child, signal.SIGKILL)
    reader.press("J")
    reader.until("NIGHT TRAIN")
    reader.press("q")
    assert reader.status() == 0


def test_the_terminal_is_gone_and_so_is_everything(open_reader: Open) -> None:
    reader = open_reader("seed:harbour")
    reader.until("HARBOUR INQUIRY OPENS")
    children = reader.children()
    assert children
    reader.hang_up()
    assert reader.status() in (0, -signal.SIGHUP, 129)
    assert all(ends(child) for child in children)


def test_the_place_is_kept_when_the_terminal_is_gone(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", size=(80, 24))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("]]")
    reader.until("§3/4")
    reader.settle()
    reader.hang_up()
    reader.status()
    again = open_reader("seed:harbour", size=(80, 24))
    again.until("The night of October 9")
    again.press("q")
    assert again.status() == 0


def test_a_terminated_app_gives_the_terminal_back(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", size=(80, 24))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.settle()
    os.kill(reader.pid, signal.SIGTERM)
    assert reader.status() == 128 + signal.SIGTERM
    assert reader.sent.rfind(b"\x1b[?1049l") > reader.sent.rfind(b"\x1b[?1049h") >= 0


def test_a_killed_app_takes_its_worker_along(open_reader: Open) -> None:
    reader = open_reader("seed:harbour")
    reader.until("HARBOUR INQUIRY OPENS")
    children = reader.children()
    os.kill(reader.pid, signal.SIGKILL)
    assert reader.status() == -signal.SIGKILL
    assert all(ends(child) for child in children)


def test_suspended_and_brought_back(open_reader: Open) -> None:
    reader = open_reader("seed:harbour")
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("\x1a")
    end = time.monotonic() + 20
    while time.monotonic() < end and "T" not in Path(f"/proc/{reader.pid}/stat").read_text().rpartition(")")[2].split()[0]:
        reader.settle()
    os.kill(reader.pid, signal.SIGCONT)
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("q")
    assert reader.status() == 0


def test_a_command_gets_the_text_and_gives_the_terminal_back(open_reader: Open, tmp_path: Path) -> None:
    reader = open_reader("seed:harbour", size=(80, 24))
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press("|no-such-command-at-all\r")
    reader.until("there is no such command")
    assert "HARBOUR INQUIRY OPENS" in reader.text
    reader.press("|tee piped.txt\r")
    reader.until("[Enter]")
    reader.press("\r")
    reader.until("tee is done.")
    assert (tmp_path / "piped.txt").read_text().startswith("Harbour inquiry opens after storm")
    reader.press("q")
    assert reader.status() == 0


def test_no_colour_sends_no_colour(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", NO_COLOR="1")
    reader.until("HARBOUR INQUIRY OPENS")
    reader.press('"j')
    reader.settle()
    reader.press("Q")
    assert reader.status() == 0
    assert b"38;2;" not in reader.sent
    assert b"48;2;" not in reader.sent
    assert b"38;5;" not in reader.sent


def test_no_page_drives_the_terminal(open_reader: Open, tmp_path: Path) -> None:
    evil = "\x1b]52;c;ZXZpbA==\x07\x1b[31m\x9b32m"
    path = tmp_path / "evil.html"
    path.write_text(PAGE.replace("waited", f"wai{evil}ted").replace("Voss", f"Vo{evil}ss"), encoding="utf-8")
    reader = open_reader(str(path))
    reader.until("FERRY TO SOLVAY RUNS AGAIN")
    reader.settle()
    reader.press("q")
    assert reader.status() == 0
    assert b"\x1b]52;" not in reader.sent
    assert b"\x1b[31m" not in reader.sent
    assert "\x9b".encode() not in reader.sent


def test_a_dumb_terminal_gets_no_app(open_reader: Open) -> None:
    reader = open_reader("seed:harbour", TERM="dumb")
    assert reader.status() == 2
    assert b"cat" in reader.sent
