"""The command line about itself: completions, the help of a command, the manual page."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reader import resources, settings
from reader.cli.command import load
from reader.cli.command_table import COMMANDS
from reader.cli.commands.help import STATUSES
from reader.library import subscriptions
from reader.newsroom import library_file
from reader.sources import seed_names
from tests.cli.conftest import Call

ROOT = Path(resources.__file__).parents[1]
NAMES = (
    "brackwater courier",
    "breeze",
    "$(touch owned) `touch owned`; touch owned",
    "quo\"te's & |<>*?[a]!~# ${IFS} \\",
    "münchen",
    "* /",
)
needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a page and a program in it; six feeds are followed."""
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "page.html").touch()
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "reader"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n')
    program.chmod(0o755)
    with library_file.to_keep(settings.folders()) as library:
        for number, name in enumerate(NAMES):
            identity = subscriptions.subscribe(library, f"https://a.example/{number}", title=name)
            subscriptions.arrange(library, identity, title=name, folder=None)
    return tmp_path / "here"


def completed(line: str, folder: Path) -> set[str]:
    """Ask bash what it would complete at the end of a line."""
    words = line.split(" ")
    script = f"""
source /dev/stdin <<< "$(reader completion bash)"
COMP_WORDS=({" ".join(map(shlex.quote, words))}) COMP_CWORD={len(words) - 1} COMP_WORDBREAKS=' :'
COMP_LINE={shlex.quote(line)} COMP_POINT={len(line)}
_reader_completion reader
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    environment = {**os.environ, "PATH": f"{folder.parent}/bin:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-uc", script], cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.stderr == ""
    return set(filter(None, done.stdout.split("\n")))


@needs_bash
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("reader out", {"outline"}),
        ("reader c", {"cat", "config", "completion"}),
        ("reader pa", {"page.html"}),
        ("reader cat pa", {"page.html"}),
        ("reader cat --for", {"--format"}),
        ("reader quotes -f t", {"text", "tsv"}),
        ("reader -f m", {"md"}),
        ("reader cat --color a", {"auto", "always"}),
        ("reader cat -o pa", {"page.html"}),
        ("reader -q config s", {"show"}),
        ("reader completion z", {"zsh"}),
        ("reader quotes --ra", set()),
        ("reader feeds bra", {r"brackwater\ courier"}),
        ("reader list feed:bre", {"breeze"}),
        ("reader mark feed:brack", {r"\"brackwater\ courier\""}),
        ("reader list pa", set()),
        ("reader cat bre", set()),
    ],
)
def test_bash_completes(folder: Path, line: str, found: set[str]) -> None:
    assert completed(line, folder) == found


@needs_bash
@pytest.mark.parametrize("name", NAMES)
def test_bash_puts_any_name_on_the_command_line_as_that_name_and_runs_nothing(folder: Path, name: str) -> None:
    (quoted,) = completed(f"reader feeds {name.split(maxsplit=1)[0][:3]}", folder)
    done = subprocess.run(["bash", "-c", f"printf %s {quoted}"], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout == name.lower()
    assert {path.name for path in folder.iterdir()} == {"page.html"}


@needs_bash
def test_bash_completes_the_bundled_pages(folder: Path) -> None:
    assert completed("reader cat seed:", folder) == set(seed_names())


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("reader feeds brack", ["brackwater courier"]),
        (r"reader feeds \\$", [NAMES[2]]),
        ("reader cat pa", ["page.html"]),
        ("reader list pa", []),
        ("reader config ch", ["check"]),
        ("reader out", ["outline"]),
    ],
)
def test_fish_completes_too_and_runs_nothing(folder: Path, line: str, found: list[str]) -> None:
    environment = {**os.environ, "HOME": str(folder), "PATH": f"{folder.parent}/bin:{os.environ['PATH']}"}
    script = f"reader completion fish | source; complete -C '{line}'"
    done = subprocess.run(
        ["fish", "--no-config", "-c", script], cwd=folder, capture_output=True, text=True, check=False, env=environment
    )
    assert [row.partition("\t")[0] for row in done.stdout.splitlines()] == found
    assert {path.name for path in folder.iterdir()} <= {"page.html", ".local", ".config", ".cache"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_asks_the_program_and_is_good_syntax(call: Call, shell: str) -> None:
    text = call("completion", shell).out
    assert f"_READER_COMPLETE={shell}_complete" in text
    if shutil.which(shell):
        done = subprocess.run([shell, "-n"], input=text, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("asked", "status"), [("zsh_source", 0), ("tcsh_complete", 1), ("", 1)])
def test_a_shell_is_answered_by_the_environment(call: Call, monkeypatch: pytest.MonkeyPatch, asked: str, status: int) -> None:
    monkeypatch.setenv("_READER_COMPLETE", asked)
    done = call()
    assert (done.status, "#compdef reader" in done.out) == (status, not status)


def test_help_is_a_command_too(call: Call) -> None:
    assert call("help", "quotes").out == call("quotes", "-h").out
    assert call("help").out == call("-h").out
    done = call("help", "quots")
    assert (done.status, done.err) == (2, "reader: quots: no such command (did you mean reader help quotes?)\n")


def test_the_manual_page_holds_all_commands_options_and_statuses(call: Call) -> None:
    text = call("man").out
    for name in COMMANDS:
        assert f"\\fB{name}\\fR" in text or not name
        for option in load(name).params:
            flags = option.opts if isinstance(option, click.Option) else []
            assert all(f"\\fB{flag}\\fR".replace("-", "\\-") in text for flag in flags)
    assert {status for status, _ in STATUSES} == {0, 1, 2, 3, 4, 5, 6, 7, 8, 70, 130}


@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_the_manual_page_is_set_without_a_warning(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "reader.1"
    path.write_text(call("man").out)
    done = subprocess.run(
        ["man", "--warnings", "-l", path],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    for title in ("NAME", "SYNOPSIS", "COMMANDS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "EXAMPLES"):
        assert f"\n{title}\n" in done.stdout
    assert "reader cat -f json page.html | jq .title" in done.stdout


def test_the_readme_names_every_command() -> None:
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("an installed package has no README beside it")
    text = readme.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", text)] == []
