"""`reader SOURCE`, and the way into the app: a terminal is needed, and keys, also when a page is piped in."""

from __future__ import annotations

import os
import sys
import termios
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from reader import settings, sources
from reader.cli.command import command
from reader.cli.command_table import COMMANDS, READ
from reader.cli.commands.cat import print_articles
from reader.cli.commands.sources import ENTRY, STDIN, is_piped, requests
from reader.cli.output.console import USUAL_WIDTH, Console, is_dumb, is_terminal
from reader.cli.parameters import ArticleOptions, SourceOptions, article_options, source_options
from reader.errors import UsageError
from reader.newsroom import Request
from reader.newsroom.entry_reading import EntryRequest

_ROWS = 24  # of a terminal that tells no size


@command(
    READ,
    details=(
        "A SOURCE is a URL, a file, - for standard input (also without it, when something is piped in), or seed:NAME for a "
        "page that comes with the program. On a terminal it opens in the app; in a pipe, or with an option that only printing "
        "has, the article is printed."
    ),
    examples=(
        ("reader", "open the app"),
        ("reader https://example.org/news/harbour", "read a page in the app"),
        ("curl -s https://example.org/ | reader", "read what is piped in"),
        ("reader page.html | wc -w", "count the words of the story"),
    ),
)
@article_options
@source_options
def read(console: Console, reading: SourceOptions, printing: ArticleOptions) -> int:
    """Open the sources in the app; print them if stdout is no terminal, or something is asked for that only printing has."""
    _refuse_mistyped_command(reading)
    if console.is_terminal and printing == ArticleOptions() and console.options.width is None:
        return open_app(reading)
    return print_articles(console, reading, printing)


@command(
    "open",
    details="As reader SOURCE does, whatever stdout is; id:NUMBER is an entry of the library, as reader list prints them.",
    examples=(
        ("reader open id:1871", "an entry of the library"),
        ("reader open a.html b.html", "J and K go from one to the other"),
    ),
)
@source_options
def open_sources(console: Console, reading: SourceOptions) -> int:
    """Open the sources in the app."""
    return open_app(reading)


def open_app(reading: SourceOptions) -> int:
    """Open the app on what is asked for, on the front page if that is nothing, and return the exit status.

    Raises:
        UsageError: there is no terminal for it.
        SettingsError: the settings file cannot be used.
    """
    if is_dumb():
        raise UsageError("this terminal cannot show the app", advice="reader cat SOURCE prints")
    wanted = requests(reading) if reading.sources or is_piped() else ()
    if not wanted and reading.no_store:
        raise UsageError("--no-store needs something to read", advice="reader --no-store SOURCE")
    opened = tuple(_expected(request) for request in wanted)
    take_terminal()
    from reader.cli.output.log import logging_to  # noqa: PLC0415 - logging costs, and printing writes none
    from reader.tui import open_app as show  # noqa: PLC0415 - the app is heavy

    with logging_to(0, file=not reading.no_store):
        return show(opened, settings.load(settings.folders()), offline=reading.offline)


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
    if not is_terminal(sys.stdout):
        setattr(sys, "__stdout__", sys.__stderr__)  # noqa: B010 - Textual asks it for the size; a pipe would say 80x24
    with suppress(OSError):
        if 0 in os.get_terminal_size(2):  # as in a fresh container: Textual would take two sizes for it, in turn and for ever
            termios.tcsetwinsize(2, (_ROWS, USUAL_WIDTH))


def _expected(request: Request) -> Request | EntryRequest:
    """Return what the app is to open, once it is known to be there.

    Standard input is read now, in this process: the terminal takes its place.

    Raises:
        ReaderError: it is not there.
    """
    if request.source.startswith(ENTRY):
        from reader.cli.commands.library_access import to_read  # noqa: PLC0415 - a page needs no library
        from reader.newsroom.kept_reading import expect_entry  # noqa: PLC0415 - see above

        with to_read() as library:
            identity = expect_entry(library, request.source)
            return EntryRequest(entry=identity, library=Path(library.path), timeout=request.timeout, offline=request.offline)
    sources.check(request.source)
    return replace(request, body=sources.read_stdin()) if request.source == STDIN else request


def _refuse_mistyped_command(reading: SourceOptions) -> None:
    word = next(iter(reading.sources), "")
    near = get_close_matches(word, COMMANDS, n=1) if word.isalpha() else ()
    if near and not Path(word).exists():
        raise UsageError("no such command or file", source=word, advice=f"did you mean reader {near[0]}?")


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
