"""Commands as they all are here: a console to print on, errors in one line, examples in the help, queries with `-not` terms.

`Program` finds out which command a command line means, and loads that one alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import fields
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from reader.cli.command_table import COMMANDS, READ
from reader.cli.exit_status import FAULT, status_of
from reader.cli.output.console import Console, ConsoleOptions
from reader.cli.parameters import GENERAL, Function
from reader.cli.words import hide_terms, show_terms
from reader.errors import ReaderError, UsageError

NAME = "reader"

Example = tuple[str, str]
"""A command line, and what it does."""


class ReaderCommand(click.Command):
    """A command whose function gets a `Console` beside its parameters, and returns the exit status."""

    def __init__(self, name: str, *, examples: Sequence[Example] = (), logged: bool = False, **settings: Any) -> None:
        """Add the options that every command has."""
        super().__init__(name, add_help_option=False, **settings)
        self.params += [option() for option in GENERAL]
        self.examples = tuple(examples)
        self.logged = logged

    @property
    def takes_words(self) -> bool:
        """Whether something may follow the options."""
        return any(isinstance(one, click.Argument) for one in self.params)

    @property
    def takes_query(self) -> bool:
        """Whether its words are those of a query."""
        return any(one.name == "query" for one in self.params)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line.

        Raises:
            UsageError: words follow where none are taken.
        """
        ctx.allow_extra_args = not self.takes_words
        try:
            rest = super().parse_args(ctx, hide_terms(args, self.params) if self.takes_query else args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        ctx.params = {name: show_terms(value) for name, value in ctx.params.items()}
        if rest and not ctx.resilient_parsing:
            path = ctx.command_path.strip()
            raise UsageError(f"{path} takes no words", source=rest[0], advice=f"{path} -h")
        return rest

    def invoke(self, ctx: click.Context) -> int:
        """Run the command, and return its exit status; whatever fails is told in one line."""
        names = {field.name for field in fields(ConsoleOptions)}
        options = ConsoleOptions(**{name: ctx.params.pop(name) for name in names & set(ctx.params)})
        console = ctx.params["console"] = Console(options)
        with self._logging(options):
            try:
                status = int(super().invoke(ctx))
                console.close()
            except ReaderError as error:
                console.fail(error)
                return status_of(error)
            except (BrokenPipeError, click.exceptions.Exit):
                raise
            except Exception as error:  # noqa: BLE001 - the edge: whatever it is, the user gets one line
                fault = ReaderError(f"a fault of this program: {error!r}", advice="please report it, with what -v -v adds")
                fault.__cause__ = error
                console.fail(fault)
                return FAULT
            return status

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line, and for the first help how commands are called."""
        formatter.write_usage(ctx.command_path.strip(), " ".join(self.collect_usage_pieces(ctx)))
        if self.name == READ:
            formatter.write_usage(ctx.command_path.strip(), "COMMAND [OPTIONS] [SOURCE]...", prefix=" " * len("Usage: "))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, and for the first help the commands."""
        if self.name == READ:
            with formatter.section("Commands"):
                formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items() if name])
        with formatter.section("Examples"):
            for line, what in self.examples:
                formatter.write(f"{'':{formatter.current_indent}}{line}  # {what}\n")

    def _logging(self, options: ConsoleOptions) -> AbstractContextManager[None]:
        if not self.logged and not options.verbose:
            return nullcontext()
        from reader.cli.output.log import logging_to  # noqa: PLC0415 - logging costs, and few ask for it

        return logging_to(options.verbose, file=self.logged)


def command(
    name: str, *, details: str = "", examples: Sequence[Example], logged: bool = False
) -> Callable[[Function], ReaderCommand]:
    """Return a decorator that makes a function a command of the table.

    Args:
        name: as the table has it.
        details: what its help says beside the summary.
        examples: at least one.
        logged: its events are written to the log.
    """
    summary = COMMANDS[name].summary
    text = f"{summary[:1].upper()}{summary[1:]}. {details}".strip()

    def decorate(function: Function) -> ReaderCommand:
        return click.command(name, cls=ReaderCommand, help=text, short_help=summary, examples=examples, logged=logged)(
            function
        )

    return decorate


class Program(click.Group):
    """The commands; options may stand before a command's name, and without a name the words are sources."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command's name in front of its options."""
        name, rest = self.route(args)
        return super().parse_args(ctx, [name, *rest])

    def route(self, arguments: Sequence[str]) -> tuple[str, list[str]]:
        """Return the name of the command that is meant, and the command line without it."""
        at = self._command_at(arguments)
        if at is None:
            return READ, list(arguments)
        return arguments[at], [*arguments[:at], *arguments[at + 1 :]]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return [name for name in COMMANDS if name]

    def get_command(self, ctx: click.Context, cmd_name: str) -> ReaderCommand | None:
        """Load a command; None: there is none of that name."""
        return load(cmd_name) if cmd_name in COMMANDS else None

    def _command_at(self, arguments: Sequence[str]) -> int | None:
        """Return the place of the command's name; None: the first word is none, or stands behind `--`.

        The options of `READ` are known without loading another command.  What follows any other option is taken for its value,
        unless it is a command.
        """
        skip = maybe = False
        for index, word in enumerate(arguments):
            if skip:
                skip = False
            elif word == "--":
                return None
            elif word.startswith("-") and word != "-":
                skip, maybe = _waits_for_value(word)
            elif word in COMMANDS and word != READ:
                return index
            elif maybe:
                maybe = False
            else:
                return None
        return None


def load(name: str) -> ReaderCommand:
    """Return a command of the table."""
    module = import_module(f"reader.cli.commands.{COMMANDS[name].module}")
    return next(one for one in vars(module).values() if isinstance(one, ReaderCommand) and one.name == name)


def refusal(error: click.UsageError) -> UsageError:
    """Return what click refuses, in our own one line."""
    path = error.ctx.command_path.strip() if error.ctx else NAME
    advice = f"{path} -h"
    match error:
        case click.NoSuchOption():
            known = {flag for one in error.ctx.command.params for flag in one.opts} if error.ctx else set()
            near = get_close_matches(error.option_name, known, n=1, cutoff=0.7)
            return UsageError(
                f"{path} has no option {error.option_name}",
                advice=f"did you mean {near[0]}?" if near else f"{advice} lists them",
            )
        case click.MissingParameter(param=click.Argument() as param):
            return UsageError(f"{path} needs a word", advice=f"{path} {param.human_readable_name}")
        case click.BadParameter(param=click.Parameter() as param):
            names = "/".join(param.opts) if isinstance(param, click.Option) else param.human_readable_name
            return UsageError(f"{names}: {error.message}", advice="" if error.message.endswith(")") else advice)
        case _:
            return UsageError(f"{error.message[:1].lower()}{error.message[1:]}".rstrip("."), advice=advice)


def _waits_for_value(word: str) -> tuple[bool, bool]:
    """Return whether an option's value is the next word: surely, and perhaps."""
    flags = {flag: one for one in load(READ).params if isinstance(one, click.Option) for flag in one.opts}
    if word.startswith("--"):
        known = flags.get(word)
        return (not known.is_flag and not known.count, False) if known else (False, "=" not in word)
    for at, letter in enumerate(word[1:], 1):
        known = flags.get(f"-{letter}")
        if known is None:
            return False, at == len(word) - 1
        if not known.is_flag and not known.count:
            return at == len(word) - 1, False
    return False, False


program = Program(NAME, add_help_option=False)
