from __future__ import annotations

from dataclasses import dataclass

import click
import pytest

from reader.cli.output.console import Console
from reader.cli.parameters import GENERAL, flag, format_option, gather, limit_option, row_options
from tests.cli.conftest import Call


@dataclass(frozen=True)
class Wanted:
    limit: int | None = None
    deep: bool = False


@click.command()
@click.argument("word")
@gather(Wanted, "wanted", flag("--deep", help="Deep."), limit_option)
def gathered(wanted: Wanted, word: str) -> int:
    """Print what came."""
    click.echo(f"{wanted} {word}")
    return 0


@pytest.mark.parametrize(
    ("words", "came"),
    [
        (["a"], "Wanted(limit=None, deep=False) a\n"),
        (["a", "--deep", "-n", "0"], "Wanted(limit=0, deep=True) a\n"),
    ],
)
def test_options_that_belong_together_reach_the_command_as_one(
    capsys: pytest.CaptureFixture[str], words: list[str], came: str
) -> None:
    with gathered.make_context("gathered", words) as context:
        gathered.invoke(context)
    assert capsys.readouterr().out == came


def test_a_command_has_the_formats_that_it_says() -> None:
    @click.command()
    @row_options("text", "opml")
    def rows(console: Console) -> int:
        return bool(console)

    @click.command()
    @format_option("md")
    def texts(console: Console) -> int:
        return bool(console)

    for made, words in ((rows, ["text", "opml"]), (texts, ["md"])):
        (option,) = (one for one in made.params if one.name == "format")
        assert isinstance(option.type, click.Choice)
        assert list(option.type.choices) == words


def test_help_and_version_come_before_what_is_wrong_behind_them(call: Call) -> None:
    assert call("cat", "-h", "-w", "wide").status == 0
    assert call("cat", "-w", "wide", "-V").status == 0
    assert {flag for make in GENERAL for flag in make().opts} == {
        "--color", "--pager", "-q", "--quiet", "-v", "--verbose", "-V", "--version", "-h", "--help",
    }  # fmt: skip
