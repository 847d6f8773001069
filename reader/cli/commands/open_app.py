"""`reader SOURCE`, and the way into the app: a terminal is needed, and keys, also when a page is piped in."""

from __future__ import annotations

import os
import sys
import termios
from contextlib import suppress
from typing import Final

from reader import settings, sources
from reader.cli.commands.sources import STDIN, is_piped, requests
from reader.cli.options import Choices
from reader.cli.output.console import USUAL_WIDTH, Console, is_dumb, is_terminal
from reader.errors import UsageError
from reader.newsroom import Request

_ROWS: Final = 24  # of a terminal that tells no size


def read(choices: Choices, console: Console) -> int:
    """Open the sources in the app; print them if stdout is no terminal, or something is asked for that only printing has."""
    if console.is_terminal and not _asks_for_print(choices):
        return open_app(choices)
    from reader.cli.commands.cat import cat  # noqa: PLC0415 - the app prints nothing

    return cat(choices, console)


def _asks_for_print(choices: Choices) -> bool:
    asked = choices.format or choices.output or choices.section or choices.raw or choices.width is not None
    return bool(asked) or not choices.header or choices.links != "none"


def open_app(choices: Choices) -> int:
    """Open the app on what is asked for, on the bundled edition if that is nothing.

    Raises:
        UsageError: there is no terminal for it.
        SettingsError: the settings file cannot be used.
    """
    if is_dumb():
        raise UsageError("this terminal cannot show the app", advice="reader cat SOURCE prints")
    wanted = requests(choices) if choices.words or is_piped() else ()
    if not wanted and not choices.store:
        raise UsageError("--no-store needs something to read", advice="reader --no-store SOURCE")
    for request in wanted:
        sources.check(request.source)
    wanted = tuple(_with_body(request) for request in wanted)
    take_terminal()
    from reader.tui import open_app as show  # noqa: PLC0415 - the app is heavy

    return show(wanted, settings.load(settings.folders()), offline=choices.offline)


def _with_body(request: Request) -> Request:
    """Read standard input now, in this process: the terminal takes its place."""
    from dataclasses import replace  # noqa: PLC0415 - used here only

    return replace(request, body=sources.read_stdin()) if request.source == STDIN else request


def take_terminal(advice: str = "reader cat SOURCE prints") -> None:
    """Put the terminal where the app looks for keys, and where it draws, if something else stands there.

    Args:
        advice: what to do without a terminal.

    Raises:
        UsageError: there is no terminal.
    """
    if not is_terminal(sys.stdin):
        _take(0, "stdin", os.O_RDONLY, advice)
    if not is_terminal(sys.stderr):
        _take(2, "stderr", os.O_WRONLY, advice)
    with suppress(OSError):
        if 0 in os.get_terminal_size(2):  # as in a fresh container: Textual would take two sizes for it, in turn and for ever
            termios.tcsetwinsize(2, (_ROWS, USUAL_WIDTH))


def _take(descriptor: int, name: str, how: int, advice: str) -> None:
    """Put the terminal where a standard stream is something else, or closed.

    Raises:
        UsageError: there is no terminal.
    """
    try:
        terminal = os.open("/dev/tty", how)
    except OSError as error:
        raise UsageError("there is no terminal for the app", advice=advice) from error
    if terminal != descriptor:
        os.dup2(terminal, descriptor)
        os.close(terminal)
    stream = open(descriptor, "r" if how == os.O_RDONLY else "w", encoding="utf-8")  # noqa: SIM115 - open to the end
    for place in (name, f"__{name}__"):  # Textual takes the second
        setattr(sys, place, stream)
