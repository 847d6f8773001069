"""From the command line's words to requests, and through them one by one: what fails is told, and the next one is read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

from reader import newsroom
from reader.cli.exit_status import status_of, together
from reader.cli.output.console import Console, is_terminal
from reader.cli.parameters import SourceOptions
from reader.errors import FetchError, LibraryError, NoArticleError, ReaderError, StatusError, UsageError
from reader.newsroom import Reading, Request
from reader.sources import is_url

STDIN = "-"
ENTRY = "id:"
"""What an entry of the library begins with: `id:NUMBER`."""
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


def read_source(request: Request, reading: SourceOptions, console: Console, *, annotated: bool) -> Reading:
    """Read a source, or what the library keeps of it.

    An entry of the library is read there; a page that cannot be had now is read as it was kept, and that is said.

    Args:
        request: what to read.
        reading: with `fresh`, the network is asked in any case.
        console: where it is said that not the page was read.
        annotated: find people and quotes.

    Raises:
        ReaderError: there is nothing to read.
    """
    if request.source.startswith(ENTRY):
        return _read_entry(request, reading, console)
    try:
        return newsroom.read_annotated(request) if annotated else newsroom.read_article(request)
    except (FetchError, StatusError, NoArticleError) as error:
        if reading.fresh or not is_url(request.source):
            raise
        return _kept_instead(request, error, console)


def _read_entry(request: Request, reading: SourceOptions, console: Console) -> Reading:
    from reader.cli.commands.library_access import to_read  # noqa: PLC0415 - a page needs no library
    from reader.newsroom.kept_reading import read_entry  # noqa: PLC0415 - see above

    with to_read() as library:
        done, failure = read_entry(library, request, fresh=reading.fresh)
    if failure:
        console.say(f"{failure}; this is what the library has of it")
    return done


def page_of(request: Request) -> Request:
    """Return the request for the page of an entry; any other request as it is.

    Raises:
        ReaderError: there is no such entry, or it has no page.
    """
    if not request.source.startswith(ENTRY):
        return request
    from reader.cli.commands.library_access import to_read  # noqa: PLC0415 - a page needs no library
    from reader.newsroom.kept_reading import page_request  # noqa: PLC0415 - see above

    with to_read() as library:
        return page_request(library, request)


def _kept_instead(request: Request, error: ReaderError, console: Console) -> Reading:
    """Return what is kept of a page that cannot be had.

    Raises:
        ReaderError: nothing is kept of it.
    """
    from reader.cli.commands.library_access import to_read  # noqa: PLC0415 - a page needs no library
    from reader.newsroom.kept_reading import read_kept  # noqa: PLC0415 - see above

    with suppress(LibraryError), to_read() as library:
        kept = read_kept(library, request.source)
        if kept is not None:
            console.say(f"{error}; this was kept on {kept.page.fetched_at.astimezone():%Y-%m-%d}")
            return kept
    raise error


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
    if not any(is_url(source) or source.startswith(ENTRY) for source in sources):
        return _USUAL_TIMEOUT
    from reader import settings  # noqa: PLC0415 - a file needs none

    return settings.load(settings.folders()).timeout
