"""From the command line's words to requests, and through them one by one: what fails is told, and the next one is read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from reader.cli.command_table import COMMANDS, READ
from reader.cli.exit_status import status_of, together
from reader.cli.options import Choices
from reader.cli.output.console import Console, is_terminal
from reader.cli.parsing import nearest
from reader.errors import ReaderError, UsageError
from reader.newsroom import Request

STDIN = "-"
_USUAL_TIMEOUT = 30.0


def requests(choices: Choices) -> tuple[Request, ...]:
    """Give what is to be read; without a source, what is piped in.

    Raises:
        UsageError: there is nothing to read, or the word looks like a mistyped command.
        SettingsError: the settings file cannot be used.
    """
    sources = choices.words or ((STDIN,) if is_piped() else ())
    if not sources:
        raise UsageError("nothing to read", advice="name a URL or a file, or pipe a page in; reader -h helps")
    if sources.count(STDIN) > 1:
        raise UsageError("standard input can be read only once", source=STDIN)
    _refuse_mistyped_command(choices)
    timeout = timeout_of(choices)
    return tuple(
        Request(
            source=source,
            base=choices.base,
            kind=choices.kind,
            timeout=timeout,
            offline=choices.offline,
            leaves_trace=choices.store,
        )
        for source in sources
    )


def each(choices: Choices, console: Console, work: Callable[[Request], bool]) -> int:
    """Do the same with every source, and give the exit status of it all.

    Args:
        choices: what the command line asks for.
        console: where failures are told.
        work: says whether it found anything.
    """
    statuses = []
    for request in requests(choices):
        try:
            with console.waiting(request.source):
                found = work(request)
        except ReaderError as error:
            console.fail(error)
            statuses.append(status_of(error))
        else:
            statuses.append(0 if found else 1)
    return together(statuses)


def is_piped() -> bool:
    """Say whether something other than a terminal stands at standard input."""
    return sys.stdin is not None and not is_terminal(sys.stdin)


def timeout_of(choices: Choices) -> float:
    """Give the seconds for one page: as the command line says, else as the settings do.

    Raises:
        SettingsError: the settings file cannot be used.
    """
    if choices.timeout is not None:
        return choices.timeout
    if not any(source[:4].lower() == "http" for source in choices.words):
        return _USUAL_TIMEOUT
    from reader import settings  # noqa: PLC0415 - a file needs none

    return settings.load(settings.folders()).timeout


def _refuse_mistyped_command(choices: Choices) -> None:
    words: Sequence[str] = choices.words
    if choices.command != READ.name or not words or not words[0].isalpha():
        return
    near = nearest(words[0], [one.name for one in COMMANDS])
    if near and not Path(words[0]).exists():
        raise UsageError("no such command or file", source=words[0], advice=f"did you mean reader {near}?")
