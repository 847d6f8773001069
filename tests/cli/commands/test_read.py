from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Done

Program = Callable[..., Done]


def test_in_a_pipe_reader_prints_as_cat_does(call: Call, story: str) -> None:
    assert call(story) == call("cat", story)


def test_what_is_piped_in_is_read_without_being_named(program: Program, story: str) -> None:
    page = Path(story).read_bytes()
    named = program("cat", "-", given=page)
    assert named.status == 0
    assert named == program(given=page) == program("-", given=page) == program("cat", given=page)


def test_a_file_may_be_called_as_a_command_is(call: Call, story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("cat", "outlin", "-x"):
        Path(name).write_bytes(Path(story).read_bytes())
    assert call("./cat").status == call("--", "cat").status == call("outlin").status == call("--", "-x").status == 0


def _reader(*words: str, stdin: bytes = b"", folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *words], input=stdin, capture_output=True, cwd=folder, timeout=60, check=False
    )


@pytest.mark.parametrize("word", ["serch", "quots", "explian", "outlin"])
def test_a_mistyped_command_names_the_nearest_one(word: str, tmp_path: Path) -> None:
    done = _reader(word, "harbour", folder=tmp_path)
    assert done.returncode == 2
    assert b"did you mean" in done.stderr
    assert done.stderr.count(b"\n") == 1
