from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from reader.cli.output.notification import notify
from tests.cli.terminals import ALIVE, on_terminal_python


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program in the place of the desktop's; return it."""
    program = tmp_path / "notify-send"
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    program.write_text(f'#!/bin/sh\nfor word; do echo "$word"; done > "{tmp_path}/shown"\n')
    program.chmod(0o755)
    return program


def test_a_notification_is_words_and_no_option_and_no_markup(desktop: Path) -> None:
    notify("--icon=x", ["<b>Storm</b> & sea", "Wall\x1b[31m falls", *["more"] * 9])
    shown = (desktop.parent / "shown").read_text().splitlines()
    assert shown == [
        "--app-name=Broadsheet",
        "--",
        "--icon=x",
        "&lt;b>Storm&lt;/b> &amp; sea",
        "Wall[31m falls",
        "more",
        "more",
        "more",
    ]


def test_a_desktop_that_does_not_answer_holds_nothing_up(desktop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desktop.write_text("#!/bin/sh\nexec sleep 60\n")
    before = time.monotonic()
    notify("1 new entry", ["Storm"])
    assert time.monotonic() - before < 20
    assert capsys.readouterr() == ("", "")


def test_without_a_desktop_the_terminal_is_told_and_a_pipe_is_not(tmp_path: Path) -> None:
    code = "from reader.cli.output.notification import notify; notify('1 new entry', ['Storm\\x07\\x1b]52;c;x\\x07'])"
    empty = {**ALIVE, "PATH": str(tmp_path)}
    assert on_terminal_python(code, environment=empty) == b"\x1b]9;1 new entry: Storm]52;c;x\x07"
    assert on_terminal_python(code, environment={**empty, "TERM": "dumb"}) == b""
    assert os.environ.get("PATH") != str(tmp_path)
