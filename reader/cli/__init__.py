"""The command line: words in, an exit status out, the result on stdout and all else on stderr.

`options` and `commands` say once what there is; `parsing` reads a command line by them, `help`, `completion` and `manual`
write them down.  Each group of commands has a module, which is loaded when it is called: nothing on the way to printed text
imports the app, and a file is printed without loading the network.  `console` judges the streams, `ink` is the door out,
`faults` knows which error has which exit status.

Rejected: click and typer (an import that costs more than reading a page, and a look of their own for errors, which here are
one line), and argparse's subparsers (every command's options would be made on every call, and `reader SOURCE` names none).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from reader.cli.command_table import Command
from reader.cli.exit_status import FAULT, INTERRUPTED, status_of
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.cli.parsing import parse
from reader.errors import ReaderError, UsageError

Run = Callable[[Choices, Console], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit status."""
    _keep_standard_descriptors()
    _print_what_the_stream_can()
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        _leave_quietly()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    try:
        command, choices = parse(arguments)
    except UsageError as error:
        Console(Choices()).fail(error)
        return status_of(error)
    if not choices.verbose:
        return _do(command, choices)
    from reader.cli.output.log_output import telling  # noqa: PLC0415 - logging costs, and few ask for it

    with telling(choices.verbose):
        return _do(command, choices)


def _do(command: Command, choices: Choices) -> int:
    console = Console(choices)
    try:
        status = _job(command, choices)(choices, console)
        console.close()
    except ReaderError as error:
        console.fail(error)
        return status_of(error)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge: whatever it is, the user gets one line
        fault = ReaderError(f"a fault of this program: {error!r}", advice="please report it, with what -v -v adds")
        fault.__cause__ = error
        console.fail(fault)
        return FAULT
    return status


def _job(command: Command, choices: Choices) -> Run:
    """Give what is to be done: the command's own function, or help, or the version."""
    module, _, function = command.run.partition(":")
    if choices.help:
        module, function = "help", "print_help"
    elif choices.version:
        module, function = "help", "print_version"
    return cast("Run", getattr(import_module(f"reader.cli.{module}"), function))


def _keep_standard_descriptors() -> None:
    """Put nothing where a standard stream is closed: else the next file or socket would take its number.

    What Python found closed when it started (`sys.stdout` is None) stays closed to all that prints.
    """
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _print_what_the_stream_can() -> None:
    """Let a stream of another encoding print a mark for what it cannot print, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _leave_quietly() -> None:
    """Give the interpreter a stdout that it can flush on its way out; the reader of the pipe is gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
