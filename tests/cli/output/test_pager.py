from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.cli.output.pager import command_of, page, rows
from tests.cli.terminals import ALIVE, on_terminal


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
