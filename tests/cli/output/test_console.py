from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Literal

import pytest

from reader.cli.output.console import wants_colour
from tests.cli.terminals import ALIVE, on_terminal

Stream = Literal["terminal", "pipe"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


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
