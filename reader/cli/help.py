"""Help and version, written from the tables of options and commands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader import __version__
from reader.cli.command_table import COMMANDS, READ, Command, command
from reader.cli.exit_status import DONE
from reader.cli.options import Choices, Option
from reader.cli.output.console import USUAL_WIDTH, Console
from reader.cli.output.styles import Ink, Line, Piece
from reader.cli.parsing import PROGRAM, nearest
from reader.errors import UsageError
from reader.model.wrap import fold, width

_GUTTER = 2
_MOST = 26  # columns of the left side; what is longer stands in a line of its own


def print_version(choices: Choices, console: Console) -> int:  # noqa: ARG001,RUF100 - all commands are called alike
    """Print the program's name and version."""
    console.write(f"{PROGRAM} {__version__}\n")
    return DONE


def print_help(choices: Choices, console: Console) -> int:
    """Print the help of the command that was asked for."""
    asked = command(choices.command) or READ
    console.lines(help_of(asked, min(console.columns, USUAL_WIDTH) or USUAL_WIDTH))
    return DONE


def print_help_of(choices: Choices, console: Console) -> int:
    """Print the help of the command that is named, or the first one's.

    Raises:
        UsageError: there is no such command.
    """
    name = choices.words[0] if choices.words else READ.name
    if command(name) is None:
        near = nearest(name, [one.name for one in COMMANDS])
        raise UsageError("no such command", source=name, advice=f"did you mean reader help {near}?" if near else "reader -h")
    return print_help(replace(choices, command=name), console)


def help_of(asked: Command, columns: int) -> Iterable[Line]:
    """Give the help of a command, a line at a time."""
    name = PROGRAM if asked is READ else f"{PROGRAM} {asked.name}"
    summary = f"{asked.summary[:1].upper()}{asked.summary[1:]}."
    yield from _paragraph(f"{summary} {asked.details}".strip(), columns)
    yield from _head("Usage")
    for usage in usages(asked, name):
        yield (Piece(f"  {usage}"),)
    if asked is READ:
        yield from _head("Commands")
        yield from _entries(((one.name, one.summary) for one in COMMANDS), columns)
    yield from _head("Options")
    yield from _entries(((flags(option), explanation(option)) for option in asked.options), columns)
    if asked.examples:
        yield from _head("Examples")
        longest = max(width(line) for line, _ in asked.examples)
        for line, what in asked.examples:
            if longest + width(what) + 6 > columns:
                for row in fold(what, max(columns - 4, 20)):
                    yield (Piece(f"  # {row}", Ink.FAINT),)
                yield (Piece(f"  {line}"),)
            else:
                yield (Piece(f"  {line:<{longest}}"), Piece(f"  # {what}", Ink.FAINT))


def usages(asked: Command, name: str) -> tuple[str, ...]:
    """Give the usage lines of a command."""
    own = " ".join(part for part in (name, "[OPTION...]", asked.operands) if part)
    return (own, f"{PROGRAM} COMMAND [OPTION...] [SOURCE...]") if asked is READ else (own,)


def flags(option: Option) -> str:
    """Give an option as it is typed: `-w, --width N`."""
    start = "    " if option.flags[0].startswith("--") else ""
    return f"{start}{', '.join(option.flags)}" + (f" {option.metavar}" if option.metavar else "")


def explanation(option: Option) -> str:
    """Give an option's help, with the values that it takes."""
    return f"{option.help}: {', '.join(option.choices)}" if option.choices else option.help


def _head(title: str) -> Iterable[Line]:
    yield ()
    yield (Piece(title, Ink.BOLD),)


def _paragraph(text: str, columns: int) -> Iterable[Line]:
    for row in fold(text, columns):
        yield (Piece(row),)


def _entries(entries: Iterable[tuple[str, str]], columns: int) -> Iterable[Line]:
    entries = tuple(entries)
    left = min(max((width(name) for name, _ in entries), default=0), _MOST)
    indent = " " * (2 + left + _GUTTER)
    for name, text in entries:
        rows = fold(text, max(columns - len(indent), 20))
        if width(name) > left:
            yield (Piece(f"  {name}"),)
        else:
            yield (Piece(f"  {name}{' ' * (left - width(name) + _GUTTER)}{rows.pop(0)}"),)
        for row in rows:
            yield (Piece(f"{indent}{row}"),)
