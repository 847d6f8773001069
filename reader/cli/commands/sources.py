"""From the command line's words to requests, and through them one by one: what fails is told, and the next one is read."""

from __future__ import annotations

import sys
from collections.abc import Callable

from reader.cli.exit_status import status_of, together
from reader.cli.output.console import Console, is_terminal
from reader.cli.parameters import SourceOptions
from reader.errors import ReaderError, UsageError
from reader.newsroom import Request
from reader.sources import is_url

STDIN = "-"
_USUAL_TIMEOUT = 30.0


def requests(reading: SourceOptions) -> tuple[Request, ...]:
    """Return what is to be read; without a source, what is piped in.

    Raises:
        UsageError: there is nothing to read.
        SettingsError: the settings file cannot be used.
    """
    sources = reading.sources or ((STDIN,) if is_piped() else ())
    if not sources:
        raise UsageError("nothing to read", advice="name a URL or a file, or pipe a page in; reader -h helps")
    if sources.count(STDIN) > 1:
        raise UsageError("standard input can be read only once", source=STDIN)
    timeout = timeout_of(reading.timeout, sources)
    return tuple(
        Request(
            source=source,
            base=reading.base or "",
            kind=reading.kind,
            timeout=timeout,
            offline=reading.offline,
            leaves_trace=not reading.no_store,
        )
        for source in sources
    )


def each(reading: SourceOptions, console: Console, work: Callable[[Request], bool]) -> int:
    """Do the same with every source, and return the exit status of it all.

    Args:
        reading: what the command line asks for.
        console: where failures are told.
        work: says whether it found anything.
    """
    statuses = []
    for request in requests(reading):
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


def timeout_of(asked: float | None, sources: tuple[str, ...]) -> float:
    """Return the seconds for one page: as the command line says, else as the settings do, which a file needs not.

    Raises:
        SettingsError: the settings file cannot be used.
    """
    if asked is not None:
        return asked
    if not any(map(is_url, sources)):
        return _USUAL_TIMEOUT
    from reader import settings  # noqa: PLC0415 - a file needs none

    return settings.load(settings.folders()).timeout
