"""Runs the app's jobs, in a process of their own, and reports as they go."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from reader import settings
from reader.errors import OutputError, ReaderError
from reader.library import Library
from reader.newsroom.adding import AddRequest, Subscribed, add
from reader.newsroom.exporting import export_unkept, exported_articles, write_epub, write_files
from reader.newsroom.jobs import AddJob, ExportJob, Finished, Job, Progress, RefreshJob, Report
from reader.newsroom.refresh import Failed, ReadAhead, Refreshed, RefreshOptions, feeds_to_ask, refresh
from reader.newsroom.rules import Rule, delete_expired, read_rules

_EVERY = 0.25
"""Seconds between two reports of one refresh: who reads them has other things to do."""


def run_job(job: Job) -> Iterator[Report]:
    """Run a job and yield its reports; the last is a `Finished`, whatever happens."""
    try:
        match job:
            case RefreshJob():
                yield from _refresh(job)
            case AddJob():
                yield _add(job)
            case ExportJob():
                yield _export(job)
    except ReaderError as error:
        yield Finished(said=str(error), error=error)
    except Exception as error:  # noqa: BLE001 - the app reads on, and tells it
        fault = ReaderError(f"this could not be done: {type(error).__name__}")
        yield Finished(said=str(fault), error=fault)


def _refresh(job: RefreshJob) -> Iterator[Report]:
    with Library(job.library) as library:
        of = len(feeds_to_ask(library, job.feeds, datetime.now(UTC)))
        done = new = 0
        failed: list[str] = []
        told = time.monotonic()
        yield Progress(done=0, of=of, new=0)
        for outcome in refresh(library, job.feeds, options=RefreshOptions(timeout=job.timeout, rules=_rules())):
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


def _rules() -> tuple[Rule, ...]:
    place = settings.folders()
    return read_rules(settings.load(place).rules, datetime.now(UTC), source=str(place.settings))


def _summary(of: int, new: int, failed: Sequence[str]) -> str:
    if not of:
        return "No feed is due yet."
    parts = [_counted(of, "feed", "feeds"), _counted(new, "new entry", "new entries")]
    if failed:
        parts.append(failed[0] if len(failed) == 1 else f"{len(failed)} failed")
    return ", ".join(parts) + "."


def _add(job: AddJob) -> Finished:
    with Library(job.library) as library:
        done = add(library, AddRequest(source=job.source, timeout=job.timeout))
    if isinstance(done, Subscribed):
        verb = "followed already" if done.was_followed else "followed from now on"
        return Finished(
            said=f"{done.feed.title}: {verb}, {_counted(len(done.new), 'new entry', 'new entries')}.", feed=done.feed.id
        )
    return Finished(said=f"Kept: {done.saved.entry.title}", entry=done.saved.id)


def _export(job: ExportJob) -> Finished:
    now, target = datetime.now(UTC), job.target.expanduser()
    if target.suffix != ".epub" and target.is_file():
        raise OutputError("there is a file of that name", source=str(target), advice="name a folder, or FILE.epub")
    with Library(job.library if job.entries else ":memory:") as library:
        found = (
            exported_articles(library, job.entries, now) if job.article is None else iter([export_unkept(job.article, now)])
        )
        if target.suffix == ".epub":
            many = write_epub(found, target, title=f"Broadsheet, {now:%Y-%m-%d}", now=now)
            return Finished(said=f"{_counted(many, 'article', 'articles')} in {target}")
        written = write_files(found, target, "md")
    return Finished(said=f"{_counted(len(written), 'file', 'files')} in {target}")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"
