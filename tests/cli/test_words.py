from __future__ import annotations

import click
import pytest

from reader.cli.command import load
from reader.cli.words import OneOf, hide_terms, show_terms, whole
from tests.cli.conftest import Call


@pytest.mark.parametrize(
    ("words", "options"),
    [
        (["-harbour", "-october", "-news", "-feed:courier", "-(a"], []),
        ([], ["-q", "-qv", "-n20", "-fjson", "-f", "--limit", "-", "-n=3"]),
    ],
)
def test_terms_are_told_from_options(words: list[str], options: list[str]) -> None:
    given = [*words, *options, "--", "-x-y"]
    hidden = hide_terms(given, load("list").params)
    assert [one != two for one, two in zip(given, hidden, strict=True)] == [
        *[True] * len(words),
        *[False] * (len(options) + 2),
    ]
    assert show_terms(tuple(hidden)) == tuple(given)


@pytest.mark.parametrize("value", ["-1", "x", "1.5", "", "9" * 12])
def test_a_number_is_a_number(value: str) -> None:
    with pytest.raises(click.BadParameter, match="no number"):
        whole(value)


def test_a_mistyped_word_of_a_few_names_the_nearest() -> None:
    with pytest.raises(click.BadParameter, match=r"jsn is none of json, text \(did you mean json\?\)"):
        OneOf(("json", "text")).convert("jsn", None, None)
    with pytest.raises(click.BadParameter, match=r"zzz is none of json, text$"):
        OneOf(("json", "text")).convert("zzz", None, None)


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (["-w", "-3"], "-w/--width: -3 is no number of columns"),
        (["-w", "123456"], "no number of columns"),
        (["--timeout", "nan"], "nan is no number of seconds"),
        (["--timeout", "0"], "0 is no number of seconds"),
        (["--timeout", "90000"], "no number of seconds"),
        (["--base", "courier"], "courier is no http or https address"),
        (["--base", "http://[x"], "is no http or https address"),
        (["--base", "https:///a"], "is no http or https address"),
    ],
)
def test_a_value_that_cannot_be_is_refused(call: Call, words: list[str], holds: str) -> None:
    done = call("cat", *words, "x")
    assert (done.status, done.out) == (2, "")
    assert holds in done.err


def test_options_that_belong_together_reach_the_command_as_one(call: Call, story: str) -> None:
    assert call("cat", "-w0", "--no-header", "--links=ref", story).out.splitlines()[0].startswith("Maria Okonkwo, the mayor")
