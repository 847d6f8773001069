from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pytest

from reader.cli.output.console import wants_colour
from reader.cli.output.pager import command_of, page, rows
from reader.cli.output.styles import Ink, Piece, rendered

Stream = Literal["terminal", "pipe"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


ALIVE = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("choice", "stream", "environment", "coloured"),
    [
        ("auto", "terminal", ALIVE, True),
        ("auto", "pipe", ALIVE, False),
        ("auto", "terminal", {"TERM": "dumb"}, False),
        ("auto", "terminal", {}, False),
        ("auto", "terminal", {**ALIVE, "NO_COLOR": "1"}, False),
        ("auto", "terminal", {**ALIVE, "NO_COLOR": ""}, True),
        ("auto", "pipe", {**ALIVE, "CLICOLOR_FORCE": "1"}, True),
        ("auto", "pipe", {**ALIVE, "CLICOLOR_FORCE": "0"}, False),
        ("auto", "pipe", {**ALIVE, "CLICOLOR_FORCE": ""}, False),
        ("auto", "pipe", {"TERM": "dumb", "CLICOLOR_FORCE": "1"}, True),
        ("auto", "terminal", {**ALIVE, "NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
        ("always", "pipe", {**ALIVE, "NO_COLOR": "1"}, True),
        ("always", "pipe", {"TERM": "dumb"}, True),
        ("never", "terminal", {**ALIVE, "CLICOLOR_FORCE": "1"}, False),
    ],
)
def test_the_rules_of_colour_in_their_order(
    choice: str, stream: Stream, environment: Mapping[str, str], coloured: bool
) -> None:
    assert wants_colour(choice, Terminal() if stream == "terminal" else io.StringIO(), environment) is coloured


def test_a_closed_stream_has_no_colour() -> None:
    closed = io.StringIO()
    closed.close()
    assert not wants_colour("auto", closed, ALIVE)
    assert not wants_colour("auto", None, ALIVE)


def on_terminal(*words: str, stdout: Stream, stderr: Stream, environment: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Run the program with each stream at a terminal of its own or at a pipe; give what came out of both."""
    ends = {"stdout": stdout, "stderr": stderr}
    opened = {name: pty.openpty() if kind == "terminal" else os.pipe() for name, kind in ends.items()}
    inner = {name: end for name, (_, end) in opened.items()}
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", *words],
        stdin=subprocess.DEVNULL,
        stdout=inner["stdout"],
        stderr=inner["stderr"],
        env={**os.environ, "PAGER": "cat", **environment},
    )
    for end in inner.values():
        os.close(end)
    came = {name: read_all(outer) for name, (outer, _) in opened.items()}
    process.wait(60)
    return came["stdout"], came["stderr"]


def read_all(descriptor: int) -> bytes:
    parts = []
    with open(descriptor, "rb", buffering=0) as file:
        while True:
            try:
                part = file.read(65536)
            except OSError:  # a terminal's other side is gone
                break
            if not part:
                break
            parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize("stdout", ["terminal", "pipe"])
@pytest.mark.parametrize("stderr", ["terminal", "pipe"])
def test_each_stream_is_judged_alone(story: str, stdout: Stream, stderr: Stream) -> None:
    out, err = on_terminal("people", story, "nosuch", stdout=stdout, stderr=stderr, environment=ALIVE)
    assert (b"\x1b[" in out) is (stdout == "terminal")
    assert (b"\x1b[" in err) is (stderr == "terminal")
    assert b"Maria Okonkwo" in out
    assert b"no such file" in err


def test_a_terminal_gets_a_table_and_a_pipe_gets_lines(story: str) -> None:
    out, _ = on_terminal("people", story, stdout="terminal", stderr="pipe", environment={**ALIVE, "NO_COLOR": "1"})
    assert out.startswith(b"name")
    out, _ = on_terminal("people", story, stdout="pipe", stderr="pipe", environment=ALIVE)
    assert out.startswith(b"Maria Okonkwo\tthe mayor of Brackwater\t")


def test_a_dumb_terminal_is_never_drawn_on(story: str) -> None:
    out, err = on_terminal("cat", story, "nosuch", stdout="terminal", stderr="terminal", environment={"TERM": "dumb"})
    assert b"\x1b" not in out + err
    assert b"\r\n\r\n" in out


def test_nothing_moves_on_a_terminal_that_is_no_stderr(web_url: str) -> None:
    out, err = on_terminal("cat", web_url, stdout="pipe", stderr="pipe", environment=ALIVE)
    assert out.startswith(b"Ferry back\n")
    assert err == b""


def test_a_slow_page_is_waited_for_aloud_and_the_words_go_away(slow_url: str) -> None:
    out, err = on_terminal("cat", slow_url, stdout="pipe", stderr="terminal", environment=ALIVE)
    assert out.startswith(b"Ferry back\n")
    assert f"reader: waiting for {slow_url}".encode() in err
    assert err.endswith(b"\r\x1b[K")
    _, err = on_terminal("cat", "-q", slow_url, stdout="pipe", stderr="terminal", environment=ALIVE)
    assert err == b""


def test_every_word_passes_the_gate_at_the_door() -> None:
    line = (Piece("\x1b]0;owned\x07a\x9b31mb", Ink.BOLD), Piece("c\u202ed"))
    assert rendered([line], colour=True) == "\x1b[1m]0;owneda31mb\x1b[0mcd\n"
    assert rendered([line], colour=False) == "]0;owneda31mbcd\n"


def test_rows_are_counted_as_the_terminal_breaks_them() -> None:
    assert rows("", 80) == 0
    assert rows("a\n\nb\n", 80) == 3
    assert rows("a" * 81 + "\n", 80) == 2
    assert rows("漢" * 41, 80) == 2
    assert rows("\x1b[1m" + "a" * 80 + "\x1b[0m\n", 80) == 1


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, ["less", "-FRX"]),
        ({"PAGER": "more"}, ["more"]),
        ({"PAGER": "more", "READER_PAGER": "less -S 'a b'"}, ["less", "-S", "a b"]),
        ({"PAGER": ""}, []),
        ({"PAGER": "less 'unfinished"}, []),
        ({"PAGER": "less; touch owned"}, ["less;", "touch", "owned"]),
    ],
)
def test_the_pager_is_what_the_user_says_and_never_a_shell(environment: Mapping[str, str], command: list[str]) -> None:
    assert command_of(environment) == command


def test_only_what_is_longer_than_the_terminal_is_paged(tmp_path: Path) -> None:
    took = tmp_path / "took"
    script = tmp_path / "pager"
    script.write_text(f"#!/bin/sh\ncat > '{took}'\n")
    script.chmod(0o755)
    size = os.terminal_size((80, 10))
    assert not page("short\n" * 8, size, {"PAGER": str(script)})
    assert not took.exists()
    assert page("long\n" * 12, size, {**os.environ, "PAGER": str(script)})
    assert took.read_text() == "long\n" * 12


@pytest.mark.parametrize("pager", ["", "cat", "/nosuch/pager", "less 'unfinished"])
def test_without_a_pager_that_works_the_text_is_printed(pager: str) -> None:
    assert not page("long\n" * 50, os.terminal_size((80, 10)), {"PAGER": pager})


def test_a_pager_that_ends_early_is_no_error(tmp_path: Path) -> None:
    assert page("long\n" * 100_000, os.terminal_size((80, 10)), {**os.environ, "PAGER": "true"})


def test_a_long_text_on_a_terminal_goes_through_the_pager(story: str, tmp_path: Path) -> None:
    script = tmp_path / "pager"
    script.write_text("#!/bin/sh\necho PAGED\ncat\n")
    script.chmod(0o755)
    paging = {**ALIVE, "PAGER": str(script), "LINES": "5", "COLUMNS": "40"}
    out, _ = on_terminal("cat", story, stdout="terminal", stderr="pipe", environment=paging)
    assert out.startswith(b"PAGED\r\n")
    assert max(map(len, out.decode().replace("\x1b[1m", "").splitlines())) <= 41
    out, _ = on_terminal("cat", "--pager", "never", story, stdout="terminal", stderr="pipe", environment=paging)
    assert b"PAGED" not in out
    out, _ = on_terminal("cat", story, stdout="pipe", stderr="pipe", environment=paging)
    assert b"PAGED" not in out
