"""Faults that a first user met on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


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


def test_explain_is_tab_separated_in_a_pipe() -> None:
    lines = _reader("explain", "seed:harbour").stdout.decode().splitlines()
    assert len({line.count("\t") for line in lines}) == 1
    assert lines[0].count("\t") >= 3
    assert not any(line.endswith("…") for line in lines)


@pytest.mark.parametrize(("source", "said"), [("", b"empty"), ("ftp://x.example/a", b"http")])
def test_a_source_that_can_never_be_one_is_told_for_what_it_is(source: str, said: bytes) -> None:
    done = _reader("cat", source)
    assert done.returncode in (2, 6)
    assert said in done.stderr


def test_a_base_that_is_no_address_is_refused() -> None:
    assert _reader("cat", "--base", "foo", "seed:harbour").returncode == 2


def test_sections_have_the_numbers_that_the_app_shows() -> None:
    """The text before the first sub-headline is section 1, in the outline, for `--section` and in the app alike."""
    rows = [line.split("\t") for line in _reader("outline", "seed:harbour").stdout.decode().splitlines()]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    second = _reader("cat", "--section", "2", "--no-header", "seed:harbour").stdout.decode()
    assert rows[1][2] in second.splitlines()[0]


def test_random_bytes_are_no_page() -> None:
    noise = bytes((7919 * i * i + 31 * i) % 251 for i in range(3000))
    done = _reader("cat", "-", stdin=noise)
    assert (done.returncode, done.stdout) == (6, b"")


def test_the_closing_note_is_printed_once_with_raw() -> None:
    text = _reader("cat", "--raw", "-w", "0", "seed:harbour").stdout.decode()
    notes = [line for line in text.splitlines() if "With reporting by" in line]
    assert len(notes) == 1
