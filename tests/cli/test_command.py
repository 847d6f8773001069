"""What all commands have in common: where options may stand, help, examples, and one line for what is mistyped."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from reader import resources
from reader.cli import main
from reader.cli.command import ReaderCommand, load, program, refusal
from reader.cli.command_table import COMMANDS, READ
from reader.cli.words import OneOf
from reader.errors import UsageError
from tests.cli.conftest import Call

ALL = tuple(map(load, COMMANDS))
OPTIONS = tuple(option for one in ALL for option in one.params if isinstance(option, click.Option))
each_command = pytest.mark.parametrize("one", ALL, ids=lambda one: one.name or "read")


def parsed(words: list[str]) -> tuple[ReaderCommand, dict[str, object]]:
    """Return the command that a line means, and its parameters."""
    name, rest = program.route(words)
    command = load(name)
    try:
        return command, dict(command.make_context(name, rest).params)
    except click.UsageError as error:
        raise refusal(error) from error


@each_command
def test_a_command_has_a_summary_and_examples_that_its_help_shows(call: Call, one: ReaderCommand) -> None:
    assert one.examples
    assert not (one.short_help or ".").endswith(".")
    text = call(*filter(None, [one.name]), "-h").out
    for option in one.params:
        assert all(flag in text for flag in option.opts if flag.startswith("-"))
    for line, _ in one.examples:
        assert line in text


@pytest.mark.parametrize("columns", ["60", "80"])
def test_help_keeps_within_the_width(call: Call, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for name in COMMANDS:
        rows = call(*filter(None, [name]), "-h").out.partition("\nExamples:")[0].splitlines()
        assert max(map(len, rows)) <= int(columns)


def test_help_is_printed_and_is_no_error(call: Call) -> None:
    for words in (["-h"], ["--help"], ["cat", "-h"], ["-h", "cat"], ["doctor", "--help"]):
        done = call(*words)
        assert (done.status, done.err) == (0, "")
        assert done.out.startswith("Usage: reader")
    assert call("-h", "cat").out == call("cat", "-h").out


def test_the_first_help_names_every_command(call: Call) -> None:
    text = call("-h").out
    for name, entry in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(entry.summary[:30])}", text, re.MULTILINE) or name == READ


def test_the_version_is_the_bundles(call: Call) -> None:
    assert call("-V").out == call("cat", "--version").out == f"reader {resources.__version__}\n"


@each_command
def test_every_example_is_a_command_line_that_can_be_read(one: ReaderCommand) -> None:
    for line, _ in one.examples:
        own = next(part for part in re.split(r"[|<>;]", line) if "reader" in part)
        words = shlex.split(own[own.index("reader") :])[1:]
        assert parsed(words)[0] is one


def spellings(option: click.Option) -> list[list[str]]:
    """Return every way in which an option may be typed."""
    if option.is_flag or option.count:
        return [[flag] for flag in option.opts]
    usual = {"width": "72", "timeout": "5", "base": "https://example.org/", "limit": "3", "days": "3", "keep_days": "3"}
    value = option.type.choices[-1] if isinstance(option.type, OneOf) else usual.get(option.name or "", "x")
    long = next(flag for flag in option.opts if flag.startswith("--"))
    ways = [[flag, value] for flag in option.opts] + [[f"{long}={value}"]]
    return ways + [[f"{flag}{value}"] for flag in option.opts if not flag.startswith("--")]


@each_command
def test_every_option_can_be_given_before_and_after_the_command_and_the_source(one: ReaderCommand) -> None:
    name = [one.name] if one.name else []
    words = [
        one.type.choices[0] if isinstance(one.type, OneOf) else "page.html"
        for one in one.params
        if isinstance(one, click.Argument)
    ]
    for option in one.params:
        if not isinstance(option, click.Option) or not option.expose_value:
            continue
        for typed in spellings(option):
            orders = ([*typed, *name, *words], [*name, *typed, *words], [*name, *words, *typed])
            (first, *rest) = (parsed(order) for order in orders)
            assert all(one_way == first for one_way in rest)
            assert first[0] is one
            assert first[1][option.name or ""] not in (None, False, 0)


def test_short_options_can_stand_together() -> None:
    found, given = parsed(["-qvw", "40", "cat", "a"])
    assert (found.name, given["quiet"], given["verbose"], given["width"], given["sources"]) == ("cat", True, 1, 40, ("a",))
    assert parsed(["-vv"])[1]["verbose"] == 2


words = st.sampled_from(
    [flag for option in OPTIONS for flag in option.opts] + list(COMMANDS) + ["-", "--", "a", "-x", "--fo", "=", ""]
)


@given(st.lists(words | st.text(max_size=5), max_size=6))
def test_any_command_line_is_read_or_refused_in_one_line(line: list[str]) -> None:
    if {"-h", "--help", "-V", "--version"} & set(line):
        return
    try:
        parsed(line)
    except UsageError as error:
        assert "\n" not in error.problem.strip() or "\n" in "".join(line)  # noqa: PT017 - reading it is as good
    except click.exceptions.Exit:
        assert any("h" in word or "V" in word for word in line)


@pytest.mark.parametrize(
    ("words", "problem", "advice"),
    [
        (["--forma", "json"], "reader has no option --forma", "did you mean --format?"),
        (["quotes", "--raw"], "reader quotes has no option --raw", "reader quotes -h lists them"),
        (["cat", "--section"], "option '--section' requires an argument", "reader cat -h"),
        (["config"], "reader config needs a word", "reader config path|show|check|timer"),
        (["doctor", "me"], "reader doctor takes no words", "reader doctor -h"),
        (["config", "path", "show"], "got unexpected extra argument (show)", "reader config -h"),
    ],
)
def test_what_is_refused_is_told_with_what_to_do(call: Call, words: list[str], problem: str, advice: str) -> None:
    done = call(*words)
    assert (done.status, done.out) == (2, "")
    assert problem in done.err
    assert done.err.endswith(f"({advice})\n")
    assert done.err.count("\n") == 1


def test_options_may_stand_anywhere_and_a_double_dash_ends_them(call: Call, story: str, tmp_path: Path) -> None:
    assert call("cat", story, "-w", "40").out == call("-w", "40", "cat", story).out == call("cat", "-w40", story).out
    odd = tmp_path / "-f"
    odd.write_bytes(Path(story).read_bytes())
    assert call("cat", "--", str(odd)).out == call("cat", story).out


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("-w 40 cat a", "cat"), ("--tags cat add a", "cat"), ("--tags sea add a", "add"), ("--tags=sea add a", "add"), ("-n 3 list", "list"),
        ("--offline cat", "cat"), ("a cat", READ), ("-- cat", READ), ("-w cat b", READ), ("- cat", READ), ("", READ), ("--section cat cat a", "cat"),
    ],
)  # fmt: skip
def test_the_command_is_the_first_word_that_is_no_option_or_its_value(line: str, name: str) -> None:
    assert program.route(line.split())[0] == name


def test_a_fault_of_the_program_is_one_line_and_asks_for_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    @click.command("broken", cls=ReaderCommand)
    def broken(console: object) -> int:
        raise ZeroDivisionError(str(console)[:0])

    assert broken.invoke(broken.make_context("broken", [])) == 70
    assert "a fault of this program: ZeroDivisionError('') (please report it" in capsys.readouterr().err


def test_the_program_is_one_of_clicks_and_runs_in_its_runner(story: str) -> None:
    done = CliRunner().invoke(program, ["cat", "--no-header", story])
    assert (done.exit_code, done.output.split()[:2]) == (0, ["Maria", "Okonkwo,"])
    assert main(["-q", "cat", "nosuch"]) == 6
