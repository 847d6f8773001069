from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def _reader(*words: str, stdin: bytes = b"", folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *words], input=stdin, capture_output=True, cwd=folder, timeout=60, check=False
    )


@pytest.mark.parametrize(("source", "said"), [("", b"empty"), ("ftp://x.example/a", b"http")])
def test_a_source_that_can_never_be_one_is_told_for_what_it_is(source: str, said: bytes) -> None:
    done = _reader("cat", source)
    assert done.returncode in (2, 6)
    assert said in done.stderr


def test_random_bytes_are_no_page() -> None:
    noise = bytes((7919 * i * i + 31 * i) % 251 for i in range(3000))
    done = _reader("cat", "-", stdin=noise)
    assert (done.returncode, done.stdout) == (6, b"")
