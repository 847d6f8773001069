"""The tables of options and commands, and all that is written from them: help, completions, manual page."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import resources
from reader.cli.command_table import COMMANDS, READ, Command, command
from reader.cli.help import help_of
from reader.cli.manual import STATUSES, page
from reader.cli.options import Choices, Option
from reader.cli.output.styles import rendered
from reader.cli.parsing import parse
from reader.cli.scripts import bash, fish, zsh
from reader.errors import UsageError
from reader.model.wrap import width
from tests.cli.conftest import Call

ROOT = Path(resources.__file__).parents[1]
ALL = (READ, *COMMANDS)
OPTIONS = tuple(dict.fromkeys(option for one in ALL for option in one.options))
each_command = pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)


@each_command
def test_a_command_has_code_and_examples_and_its_options_are_fields(one: Command) -> None:
    module, _, function = one.run.partition(":")
    assert callable(getattr(import_module(f"reader.cli.{module}"), function))
    assert one.examples
    assert not one.summary.endswith(".")
    assert {option.name for option in one.options} <= {field.name for field in fields(Choices)}
    assert command(one.name) is one


@each_command
@pytest.mark.parametrize("columns", [40, 80])
def test_help_says_all_there_is_within_the_width(one: Command, columns: int) -> None:
    text = rendered(help_of(one, columns), colour=False)
    for option in one.options:
        assert all(flag in text for flag in option.flags)
    for line, _ in one.examples:
        assert line in text
    own = [line for line in text.splitlines() if not any(example in line for example, _ in one.examples)]
    assert max(map(width, own)) <= columns + 6


def test_help_is_printed_and_is_no_error(call: Call) -> None:
    for words in (["-h"], ["--help"], ["cat", "-h"], ["-h", "cat"], ["doctor", "--help"]):
        done = call(*words)
        assert (done.status, done.err) == (0, "")
        assert "Usage\n  reader" in done.out
    assert call("-h", "cat").out == call("cat", "-h").out


def test_help_is_a_command_too(call: Call) -> None:
    assert call("help", "quotes").out == call("quotes", "-h").out
    assert call("help").out == call("-h").out
    done = call("help", "quots")
    assert (done.status, done.err) == (2, "reader: quots: no such command (did you mean reader help quotes?)\n")


def test_the_first_help_names_every_command(call: Call) -> None:
    text = call("-h").out
    for one in COMMANDS:
        assert re.search(rf"^  {one.name} +{re.escape(one.summary[:30])}", text, re.MULTILINE)


def test_the_version_is_the_bundles(call: Call) -> None:
    assert call("-V").out == call("cat", "--version").out == f"reader {resources.__version__}\n"


@each_command
def test_every_example_is_a_command_line_that_can_be_read(one: Command) -> None:
    for line, _ in one.examples:
        own = next(part for part in re.split(r"[|<>;]", line) if "reader" in part)
        words = [word.strip("'") for word in re.findall(r"'[^']*'|\S+", own[own.index("reader") :])][1:]
        found, choices = parse(words)
        assert found is one
        assert choices.command == one.name


def spellings(option: Option) -> list[list[str]]:
    """Give every way in which an option may be typed."""
    if not option.metavar:
        return [[flag] for flag in option.flags]
    value = {"width": "72", "timeout": "5", "base": "https://example.org/"}.get(
        option.name, option.choices[-1] if option.choices else "x"
    )
    long = next(flag for flag in option.flags if flag.startswith("--"))
    ways = [[flag, value] for flag in option.flags] + [[f"{long}={value}"]]
    return ways + [[f"{flag}{value}"] for flag in option.flags if not flag.startswith("--")]


@each_command
def test_every_option_can_be_given_before_and_after_the_command_and_the_source(one: Command) -> None:
    name = [] if one is READ else [one.name]
    operand = list(one.words[:1]) or (["page.html"] if one.takes_sources else [])
    for option in one.options:
        for words in spellings(option):
            orders = ([*words, *name, *operand], [*name, *words, *operand], [*name, *operand, *words])
            (first, *rest) = (parse(order) for order in orders)
            assert all(one_way == first for one_way in rest)
            assert first[0] is one
            assert getattr(first[1], option.name) != getattr(Choices(), option.name) or option.choices


def test_short_options_can_stand_together() -> None:
    found, choices = parse(["-qvw", "40", "cat", "a"])
    assert (found.name, choices.quiet, choices.verbose, choices.width, choices.words) == ("cat", True, 1, 40, ("a",))
    assert parse(["-vv"])[1].verbose == 2


words = st.sampled_from(
    [flag for option in OPTIONS for flag in option.flags] + [one.name for one in ALL] + ["-", "--", "a", "-x", "--fo", "=", ""]
)


@given(st.lists(words | st.text(max_size=5), max_size=6))
def test_any_command_line_is_read_or_refused_in_one_line(line: list[str]) -> None:
    try:
        found, choices = parse(line)
    except UsageError as error:
        assert "\n" not in error.problem.strip() or "\n" in "".join(line)  # noqa: PT017 - reading it is as good
    else:
        assert choices.command == found.name


def test_an_abbreviated_option_is_no_option() -> None:
    with pytest.raises(UsageError, match="did you mean --format"):
        parse(["--forma", "json"])


# --- completions -------------------------------------------------------------------------------------------------------------


def completed(line: str, folder: Path, before: str = "") -> set[str]:
    """Ask bash what it would complete at the end of a line."""
    words = line.split(" ")
    script = f"""
{before}
{bash()}
COMP_WORDS=({" ".join(map(shlex.quote, words))}) COMP_CWORD={len(words) - 1} COMP_WORDBREAKS=' '
COMP_LINE={shlex.quote(line)} COMP_POINT={len(line)}
_reader
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-uc", script], cwd=folder, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return set(filter(None, done.stdout.split("\n")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").touch()
    return tmp_path


needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")


@needs_bash
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("reader out", {"outline"}),
        ("reader c", {"cat", "config", "completion"}),
        ("reader pa", {"page.html"}),
        ("reader cat pa", {"page.html"}),
        ("reader cat --for", {"--format"}),
        ("reader cat -f js", {"json", "jsonl"}),
        ("reader quotes -f js", {"json", "jsonl"}),
        ("reader -f m", {"md"}),
        ("reader quotes -f t", {"text", "tsv"}),
        ("reader feeds -f o", {"opml"}),
        ("reader cat --color a", {"auto", "always"}),
        ("reader cat -o pa", {"page.html"}),
        ("reader config ", {"path", "show", "check"}),
        ("reader -q config s", {"show"}),
        ("reader completion z", {"zsh"}),
        ("reader quotes --ra", set()),
    ],
)
def test_bash_completes(folder: Path, line: str, found: set[str]) -> None:
    assert completed(line, folder) == found


NAMES = (
    "brackwater courier",
    "breeze",
    "$(touch owned) `touch owned`; touch owned",
    "quo\"te's & |<>*?[a]!~# ${IFS} \\",
    "münchen",
    "* /",
)
ASKED = f"reader() {{ [[ $1 == completion ]] && printf '%s\\n' {' '.join(map(shlex.quote, NAMES))} 'feed:\"a b\"' feed:breeze tag:sea; }}"
"""What stands in for the program in the shell: whatever it is asked for, it names these."""


@needs_bash
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("reader feeds bra", {r"brackwater\ courier"}),
        ("reader refresh bre", {"breeze"}),
        ("reader list feed:bre", {"feed:breeze"}),
        ("reader list feed:", {r"feed:\"a\ b\"", "feed:breeze"}),
        ("reader mark feed:a", {r"feed:\"a\ b\""}),
        ("reader star --remove tag:", {"tag:sea"}),
        ("reader tag bre", {"breeze"}),
        ("reader list pa", set()),
        ("reader cat bre", set()),
    ],
)
def test_bash_completes_what_the_library_names(folder: Path, line: str, found: set[str]) -> None:
    assert completed(line, folder, before=ASKED) == found


@needs_bash
@pytest.mark.parametrize("name", NAMES)
def test_bash_puts_any_name_on_the_command_line_as_that_name_and_runs_nothing(folder: Path, name: str) -> None:
    (quoted,) = completed(f"reader feeds {name.split(maxsplit=1)[0][:3]}", folder, before=ASKED)
    done = subprocess.run(["bash", "-c", f"printf %s {quoted}"], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout == name
    assert {path.name for path in folder.iterdir()} == {"page.html"}


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("reader feeds brack", ["brackwater courier"]),
        (r"reader feeds \$", [NAMES[2]]),
        ("reader list feed:a", ['feed:"a b"']),
        ("reader cat pa", ["page.html"]),
        ("reader list pa", []),
        ("reader config ch", ["check"]),
    ],
)
def test_fish_completes_too_and_runs_nothing(folder: Path, line: str, found: list[str]) -> None:
    program = folder / "bin" / "reader"
    program.parent.mkdir()
    program.write_text(f'#!/bin/bash\n{ASKED}\nreader "$@"\n')
    program.chmod(0o755)
    typed = line.replace("\\", "\\\\")
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"{fish()}\ncomplete -C '{typed}'"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HOME": str(folder), "PATH": f"{program.parent}:{os.environ['PATH']}"},
    )
    assert [row.partition("\t")[0] for row in done.stdout.splitlines()] == found
    assert not (folder / "owned").exists()


@needs_bash
def test_bash_completes_the_bundled_pages(folder: Path) -> None:
    from reader.sources import seed_names  # noqa: PLC0415 - the only test of it

    assert completed("reader cat seed:", folder) == {f"seed:{name}" for name in seed_names()}


@pytest.mark.parametrize(("shell", "script"), [("bash", bash), ("zsh", zsh), ("fish", fish)])
def test_a_script_names_every_command_and_option_and_is_good_syntax(call: Call, shell: str, script: Callable[[], str]) -> None:
    text = script()
    assert call("completion", shell).out == text
    for one in COMMANDS:
        assert re.search(rf"\b{one.name}\b", text)
    for option in OPTIONS:
        for flag in option.flags:
            assert flag in text or f"-l {flag[2:]}" in text or f"-s {flag[1:]}" in text
    if shutil.which(shell):
        done = subprocess.run([shell, "-n"], input=text, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


# --- the manual page ---------------------------------------------------------------------------------------------------------


def test_the_manual_page_holds_all_commands_options_and_statuses(call: Call) -> None:
    text = call("man").out
    assert text == "\n".join(page()) + "\n"
    for one in COMMANDS:
        assert f"\\fB{one.name}\\fR" in text
    for option in OPTIONS:
        assert all(f"\\fB{flag}\\fR".replace("-", "\\-") in text for flag in option.flags)
    assert {status for status, _ in STATUSES} == {0, 1, 2, 3, 4, 5, 6, 7, 8, 70, 130}


@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_the_manual_page_is_set_without_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "reader.1"
    path.write_text("\n".join(page()) + "\n")
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
    assert [one.name for one in COMMANDS if not re.search(rf"\b{one.name}\b", text)] == []
