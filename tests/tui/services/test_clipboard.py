"""Text on the clipboard: which programs are given it, and what the terminal is told."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

import pytest

from reader.tui.services.clipboard import copy_by_program, programs, sequence


def put(folder: Path, name: str, script: str = 'cat > "$0.text"') -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("variables", "name"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wl-copy"),
        ({"DISPLAY": ":0"}, "xclip"),
        ({}, "pbcopy"),
        ({"TMUX": "/tmp/tmux-1000/default,1,0"}, "pbcopy"),
    ],
)
def test_the_program_of_the_desktop_that_runs_is_given_the_text(tmp_path: Path, variables: dict[str, str], name: str) -> None:
    for each in ("wl-copy", "xclip", "xsel", "pbcopy", "tmux"):
        put(tmp_path, each)
    environment = {"PATH": f"{tmp_path}", **variables}
    assert next(iter(programs(environment)))[0] == f"{tmp_path}/{name}"


def test_tmux_is_asked_to_hand_the_text_on(tmp_path: Path) -> None:
    put(tmp_path, "tmux")
    assert list(programs({"PATH": str(tmp_path), "TMUX": "x"})) == [[f"{tmp_path}/tmux", "load-buffer", "-w", "-"]]
    assert list(programs({"PATH": str(tmp_path)})) == []


def test_a_program_that_fails_is_followed_by_the_next(tmp_path: Path) -> None:
    put(tmp_path, "wl-copy", "exit 1")
    put(tmp_path, "xclip", '/bin/cat > "$0.text"')
    environment = {"PATH": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    assert copy_by_program("“We were warned.” – M. Okonkwo", environment) == "xclip"
    assert (tmp_path / "xclip.text").read_text("utf-8") == "“We were warned.” – M. Okonkwo"


def test_where_none_is_nothing_is_claimed() -> None:
    assert copy_by_program("words", {"PATH": ""}) == ""


def test_the_terminal_is_told_in_base64() -> None:
    told = sequence("a\x1b]0;b\x07ü", {"TERM": "xterm-256color"})
    assert told.startswith("\x1b]52;c;")
    assert told.endswith("\x07")
    assert b64decode(told[7:-1]).decode() == "a\x1b]0;b\x07ü"


def test_tmux_and_screen_are_told_to_hand_it_on() -> None:
    assert sequence("a", {"TERM": "tmux-256color", "TMUX": "x"}) == "\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\"
    assert sequence("a", {"TERM": "screen", "STY": "1.pts"}) == "\x1bP\x1b]52;c;YQ==\x07\x1b\\"
    long = sequence("a" * 3000, {"TERM": "screen", "STY": "1.pts"})
    assert all(len(piece) <= 768 for piece in long.split("\x1b\\"))


@pytest.mark.parametrize(("text", "terminal"), [("a", "linux"), ("a", "dumb"), ("a" * 100_000, "xterm")])
def test_terminals_that_would_not_take_it_are_not_told(text: str, terminal: str) -> None:
    assert sequence(text, {"TERM": terminal}) == ""
