"""A command line to what it asks for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from math import isfinite
from typing import NoReturn
from urllib.parse import urlsplit

from reader.cli.command_table import COMMANDS, READ, Command
from reader.cli.options import Choices, Option, takes_value
from reader.cli.terms import hidden, shown
from reader.errors import UsageError

PROGRAM = "reader"
_ALL_OPTIONS = tuple(option for one in (READ, *COMMANDS) for option in one.options)


def parse(arguments: Sequence[str]) -> tuple[Command, Choices]:
    """Read a command line.

    Args:
        arguments: without the program's name.

    Raises:
        UsageError: an option that the command does not have, a value that it does not take.
    """
    at = _command_at(arguments)
    found = next((one for one in COMMANDS if at is not None and one.name == arguments[at]), READ)
    rest = [word for index, word in enumerate(arguments) if index != at] if found is not READ else list(arguments)
    open_end = rest.index("--") if "--" in rest else len(rest)  # argparse forgets it where words and options are mixed
    before = hidden(rest[:open_end], found.options) if "QUERY" in found.operands else rest[:open_end]
    given = vars(parser_of(found).parse_intermixed_args(before))
    words = (*map(shown, given.pop("words")), *rest[open_end + 1 :])
    if words and not found.operands:
        raise UsageError(f"reader {found.name} takes no words", source=words[0], advice=f"reader {found.name} -h")
    said = {name: value for name, value in given.items() if value is not None}
    return found, Choices(command=found.name, words=words, **said)


def parser_of(command: Command) -> argparse.ArgumentParser:
    """Make the parser of one command; it raises `UsageError` instead of leaving the program."""
    parser = _Parser(prog=PROGRAM if command is READ else f"{PROGRAM} {command.name}", add_help=False, allow_abbrev=False)
    parser.add_argument("words", nargs="*")
    for option in command.options:
        _add(parser, option)
    return parser


def nearest(word: str, known: Sequence[str]) -> str:
    """Give the known word that a mistyped one is most like; empty if it is like none."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    return next(iter(get_close_matches(word, known, n=1)), "")


def _add(parser: argparse.ArgumentParser, option: Option) -> None:
    if option.metavar:
        parser.add_argument(*option.flags, dest=option.name, metavar=option.metavar, type=_type_of(option))
    elif option.sets is None:
        parser.add_argument(*option.flags, dest=option.name, action="count")
    else:
        parser.add_argument(*option.flags, dest=option.name, action="store_const", const=option.sets)


def _type_of(option: Option) -> Callable[[str], str | int | float]:
    if option.choices:
        return lambda value: _one_of(option.choices, value)
    return _TYPES.get(option.name, str)


def _one_of(choices: tuple[str, ...], value: str) -> str:
    if value in choices:
        return value
    near = nearest(value, choices)
    raise argparse.ArgumentTypeError(f"{value} is none of {', '.join(choices)}" + (f" (did you mean {near}?)" if near else ""))


def _columns(value: str) -> int:
    if value.isdecimal() and value.isascii() and len(value) < 6:
        return int(value)
    raise argparse.ArgumentTypeError(f"{value} is no number of columns (0 wraps nothing)")


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if isfinite(seconds) and 0 < seconds <= 86_400:
        return seconds
    raise argparse.ArgumentTypeError(f"{value} is no number of seconds")


def _address(value: str) -> str:
    with suppress(ValueError):
        parts = urlsplit(value)
        if parts.scheme in ("http", "https") and parts.hostname:
            return value
    raise argparse.ArgumentTypeError(f"{value} is no http or https address")


_TYPES: Mapping[str, Callable[[str], str | int | float]] = {"width": _columns, "timeout": _seconds, "base": _address}


def _command_at(arguments: Sequence[str]) -> int | None:
    """Give the place of the first word that is no option or its value; None: there is none, or it stands behind `--`."""
    valued = {flag for flag, takes in takes_value(_ALL_OPTIONS).items() if takes}
    skip = False
    for index, word in enumerate(arguments):
        if skip:
            skip = False
        elif word == "--":
            return None
        elif not word.startswith("-") or word == "-":
            return index
        elif word.startswith("--"):
            skip = word in valued
        else:
            skip = _ends_with_valued(word[1:], valued)
    return None


def _ends_with_valued(letters: str, valued: set[str]) -> bool:
    """Say whether a cluster of short options (`-qw`) leaves its last one waiting for a value."""
    first = next((at for at, letter in enumerate(letters) if f"-{letter}" in valued), None)
    return first == len(letters) - 1


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong in our own words, with the nearest option for one that is mistyped."""
        unknown = message.removeprefix("unrecognized arguments: ")
        if unknown != message:
            word = unknown.split()[0].partition("=")[0]
            near = nearest(word, list(takes_value(_ALL_OPTIONS)))
            elsewhere = near == word
            if elsewhere:
                raise UsageError(f"{self.prog} has no option {word}", advice=f"{self.prog} -h lists those it has")
            advice = f"did you mean {near}?" if near else f"{self.prog} -h lists them"
            raise UsageError(f"there is no option {word}", advice=advice)
        problem = message.removeprefix("argument ").replace("expected one argument", "a value must follow")
        raise UsageError(problem, advice="" if problem.endswith(")") else f"{self.prog} -h")
