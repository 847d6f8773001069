"""The command line: words in, an exit status out, the result on stdout and all else on stderr.

It stands on click: parsing, help, completion and what a mistyped word may have meant.  `command_table` names the commands,
`command` says what all of them have in common, `parameters` what several share, and `commands/` has a module a group of them,
which is loaded when one is called: nothing on the way to printed text imports the app, and a file is printed without loading
the network.  `output/` judges the streams and is the door out; `exit_status` knows which error has which exit status.

Of our own, because click does it otherwise: errors are one line, `reader SOURCE...` names no command, options may stand before
the command's name, and a query may leave out (`-starred`).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from reader.cli.command import NAME, program, refusal
from reader.cli.exit_status import INTERRUPTED, status_of
from reader.cli.output.console import Console
from reader.errors import ReaderError

_COMPLETE = "_READER_COMPLETE"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line, and return its exit status."""
    _keep_standard_descriptors()
    _print_what_the_stream_can()
    try:
        if _COMPLETE in os.environ:
            from reader.cli.commands.help import complete  # noqa: PLC0415 - only a shell asks for it

            return complete(program, os.environ[_COMPLETE])
        return _run(list(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        _leave_quietly()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    try:
        with program.make_context(NAME, arguments) as context:
            return int(program.invoke(context))
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        refused: ReaderError = refusal(error)
    except ReaderError as error:
        refused = error
    Console().fail(refused)
    return status_of(refused)


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
    """Return the interpreter a stdout that it can flush on its way out; the reader of the pipe is gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
