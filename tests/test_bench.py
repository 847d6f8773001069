"""The programs that measure and build: each explains itself, and none writes where it was not told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
EXTRAS = ("numpy", "lightgbm")
"""What only a builder needs, and the project does not bring."""
PROGRAMS = sorted(
    path
    for folder in ("bench", "training")
    for path in TESTS.joinpath(folder).rglob("*.py")
    if '__name__ == "__main__"' in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: str(path.relative_to(TESTS)))
def test_a_program_that_is_asked_for_help_helps_and_does_nothing_else(program: Path, tmp_path: Path) -> None:
    roads = os.pathsep.join(map(str, (TESTS.parent, TESTS / "bench")))
    before = {path: path.stat().st_mtime_ns for path in program.parent.iterdir() if path.is_file()}
    done = subprocess.run(
        [sys.executable, program, "--help"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": roads, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if any(f"No module named '{name}'" in done.stderr for name in EXTRAS):
        pytest.skip("it needs a library that only builders need")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: ")
    assert list(tmp_path.iterdir()) == []
    assert {path: path.stat().st_mtime_ns for path in program.parent.iterdir() if path.is_file()} == before
