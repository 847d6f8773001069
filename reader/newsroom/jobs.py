"""What the app has done while the reader reads on: feeds asked, a feed followed, articles written to files.

An assignment loads nothing by itself; the process that carries it out loads what it needs, and reports as it goes.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import OutputError, ReaderError
from reader.model import Article

_EVERY = 0.25
"""Seconds between two reports of one round: who reads them has other things to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshJob:
    """Feeds are to be asked what is new."""

    library: Path
    feeds: tuple[int, ...] | None = None
    """Ids; None: all that are due."""
    timeout: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AddJob:
    """A feed is to be followed, or a page to be kept where it names none."""

    library: Path
    source: str
    """As the user wrote it."""
    timeout: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportJob:
    """Articles are to be written to files, with their source."""

    library: Path
    entries: tuple[int, ...] = ()
    """Ids of what is kept."""
    article: Article | None = None
    """One that is not kept; None: only entries are written."""
    target: Path
    """A file that ends in `.epub`, or a folder for a Markdown file an article."""


Job = RefreshJob | AddJob | ExportJob


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a round is."""

    done: int
    of: int
    """Feeds."""
    new: int
    """Entries that were not in the library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """An assignment has been carried out, or has failed."""

    said: str
    """What to tell the user, in a line."""
    error: ReaderError | None = None
    """None: it went well."""
    feed: int | None = None
    """Id of the feed that is followed now."""
    entry: int | None = None
    """Id of the article that is kept now."""


Report = Progress | Finished


def run_job(job: Job) -> Iterator[Report]:
    """Do what is assigned, and report; the last report is a `Finished`, whatever happens."""
    try:
        match job:
            case RefreshJob():
                yield from _ask(job)
            case AddJob():
                yield _follow(job)
            case ExportJob():
                yield _write(job)
    except ReaderError as error:
        yield Finished(said=str(error), error=error)
    except Exception as error:  # noqa: BLE001 - the app reads on, and tells it
        fault = ReaderError(f"this could not be done: {type(error).__name__}")
        yield Finished(said=str(fault), error=fault)


def _ask(asking: RefreshJob) -> Iterator[Report]:
    from reader.library import Library  # noqa: PLC0415 - who only assigns needs none of it
    from reader.newsroom.refresh import Failed, ReadAhead, Refreshed, RefreshOptions, feeds_to_ask, refresh  # noqa: PLC0415 - see above
    from reader.newsroom.retention import delete_expired  # noqa: PLC0415 - see above

    with Library(asking.library) as library:
        of = len(feeds_to_ask(library, asking.feeds, datetime.now(UTC)))
        done = new = 0
        failed: list[str] = []
        told = time.monotonic()
        yield Progress(done=0, of=of, new=0)
        for outcome in refresh(library, asking.feeds, options=RefreshOptions(timeout=asking.timeout)):
            match outcome:
                case Refreshed():
                    done, new = done + 1, new + len(outcome.new)
                case Failed():
                    done += 1
                    failed.append(f"{outcome.feed.title}: {outcome.error.problem}")
                case ReadAhead():
                    pass
            if time.monotonic() - told >= _EVERY:
                told = time.monotonic()
                yield Progress(done=done, of=of, new=new)
        delete_expired(library, datetime.now(UTC))
        yield Finished(said=_summary(of, new, failed))


def _summary(of: int, new: int, failed: Sequence[str]) -> str:
    if not of:
        return "No feed is due yet."
    parts = [_many(of, "feed", "feeds"), _many(new, "new entry", "new entries")]
    if failed:
        parts.append(failed[0] if len(failed) == 1 else f"{len(failed)} failed")
    return ", ".join(parts) + "."


def _follow(following: AddJob) -> Finished:
    from reader.library import Library  # noqa: PLC0415 - see above
    from reader.newsroom.adding import AddRequest, Subscribed, add  # noqa: PLC0415 - see above

    with Library(following.library) as library:
        done = add(library, AddRequest(source=following.source, timeout=following.timeout))
    if isinstance(done, Subscribed):
        verb = "followed already" if done.was_followed else "followed from now on"
        return Finished(
            said=f"{done.feed.title}: {verb}, {_many(len(done.new), 'new entry', 'new entries')}.", feed=done.feed.id
        )
    return Finished(said=f"Kept: {done.saved.entry.title}", entry=done.saved.id)


def _write(writing: ExportJob) -> Finished:
    from reader.library import Library  # noqa: PLC0415 - see above
    from reader.newsroom.exporting import export_unkept, exported_articles, write_epub, write_files  # noqa: PLC0415 - see above

    now, target = datetime.now(UTC), writing.target.expanduser()
    if target.suffix != ".epub" and target.is_file():
        raise OutputError("there is a file of that name", source=str(target), advice="name a folder, or FILE.epub")
    with Library(writing.library if writing.entries else ":memory:") as library:
        found = (
            exported_articles(library, writing.entries, now)
            if writing.article is None
            else iter([export_unkept(writing.article, now)])
        )
        if target.suffix == ".epub":
            many = write_epub(found, target, title=f"Broadsheet, {now:%Y-%m-%d}", now=now)
            return Finished(said=f"{_many(many, 'article', 'articles')} in {target}")
        written = write_files(found, target, "md")
    return Finished(said=f"{_many(len(written), 'file', 'files')} in {target}")


def _many(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"
