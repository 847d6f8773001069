"""The README is true: its commands, its tables and its code are the program's."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import reader
from reader import errors
from reader.cli.command_table import COMMANDS
from reader.cli.exit_status import INTERRUPTED, NOTHING_FOUND, SOME_FAILED, status_of

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _block(mark: str) -> str:
    found = re.search(rf"<!-- {mark} -->\n```sh\n(.*?)\n```", README, re.DOTALL)
    assert found, f"no block is marked {mark}"
    return found[1]


def test_one_command_installs_and_runs_and_one_installs_and_tests() -> None:
    assert _block("run").endswith("pip install . && reader")
    assert "pip install '.[test]'" in _block("tests")
    assert "pytest" in _block("tests")


@pytest.mark.parametrize("command", filter(None, COMMANDS))
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert re.search(rf"\breader {command}\b", README)


def test_every_name_of_the_public_face_stands_in_the_readme() -> None:
    names = [name for name in reader.__all__ if name[0].islower()]
    assert [name for name in names if f"`{name}`" not in README] == []


def test_every_exit_status_stands_in_the_readme() -> None:
    told = {int(number) for number in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.ReaderError)]
    made = [kind.__new__(kind) for kind in kinds if kind not in (errors.ReaderError, errors.SourceError)]
    assert {status_of(error) for error in made} | {NOTHING_FOUND, SOME_FAILED, INTERRUPTED} <= told


def test_the_python_example_runs(tmp_path: Path) -> None:
    found = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert found
    (tmp_path / "page.html").write_text(
        "<article><h1>Pier shut</h1><p>“The pier stays shut,” said Mara Lindqvist, the harbour master.</p>"
        "<p>It has been shut since the storm of last week tore off its planks, and nobody knows for how long.</p></article>",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-c", found[1]], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert "Mara Lindqvist" in done.stdout
    assert "# Pier shut" in done.stdout


PAPERS = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_links_to_what_is_only_beside_it(name: str) -> None:
    """A description on the web, or in a wheel, has no files beside it: those are named, not linked."""
    assert re.findall(r"\]\((?!https:|#)([^)]+)\)", (ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", PAPERS)
def test_every_file_that_a_paper_names_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for path in re.findall(r"(?<![\w/])((?:reader|tests|styles|seeds)/[\w./*-]*[\w*])", text):
        if not re.search(r"[A-Z]{2,}", path.removesuffix("README.md")):  # NAME stands for any
            assert list(ROOT.glob(path)), path
