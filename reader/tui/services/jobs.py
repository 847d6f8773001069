"""What takes longer than a page, each in a process of its own: feeds asked and followed, pages kept, files written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from reader.model import Article
from reader.newsroom.jobs import AddJob, ExportJob, Finished, Job, Progress, RefreshJob
from reader.tui.services import Services
from reader.worker import JobProcess


class ProgressScreen(Protocol):
    """Tells how far a job is."""

    def show_progress(self, words: str, entries: int, /) -> None:
        """Say it in words (empty: it has ended), and list the entries that it has brought."""


class Jobs:
    """The jobs that are under way."""

    def __init__(
        self,
        services: Services,
        *,
        say: Callable[[str], None],
        reading: Callable[[], ProgressScreen],
        finished: Callable[[Finished], object],
    ) -> None:
        """Begin with none.

        Args:
            services: the app's.
            say: is told what cannot be begun.
            reading: returns the screen that is told how far a job is.
            finished: takes what a job has brought.
        """
        self._services = services
        self._say, self._reading, self._finished = say, reading, finished
        self._running: list[JobProcess] = []

    def refresh(self, feeds: tuple[int, ...] | None) -> None:
        """Ask feeds what is new; None: all that are due."""
        library, settings = self._services.library, self._services.settings
        if not library.has_file:
            self._say("No feed is followed yet: a adds one.")
        elif any(isinstance(process.job, RefreshJob) for process in self._running):
            self._say("The feeds are being asked already.")
        elif self._services.offline:
            self._say("This needs the network; the app was opened with --offline.")
        else:
            self.start(RefreshJob(library=library.path, feeds=feeds, timeout=settings.timeout), "asking …")

    def add(self, source: str) -> None:
        """Follow a feed, or keep a page."""
        path, timeout = self._services.library.path, self._services.settings.timeout
        self.start(AddJob(library=path, source=source, timeout=timeout), "adding …")
        self._say(f"Looking for a feed at {source} …")

    def export(self, target: Path, *, entries: tuple[int, ...] = (), article: Article | None = None) -> None:
        """Write entries of the library to files, or an article."""
        path = self._services.library.path
        self.start(ExportJob(library=path, entries=entries, article=article, target=target), "writing …")

    def start(self, job: Job, words: str) -> None:
        """Begin a job; the words say what is done."""
        process = JobProcess(job)
        self._running.append(process)
        asyncio.get_running_loop().add_reader(process.descriptor, self._receive, process)
        self._reading().show_progress(words, 0)

    def close(self) -> None:
        """End all jobs."""
        for process in self._running:
            process.close()

    def _receive(self, process: JobProcess) -> None:
        for report in process.receive():
            match report:
                case Progress():
                    self._reading().show_progress(f"{report.done}/{report.of} feeds, {report.new} new", report.new)
                case Finished():
                    asyncio.get_running_loop().remove_reader(process.descriptor)
                    process.close()
                    self._running.remove(process)
                    self._reading().show_progress("", 0)
                    self._finished(report)
                    return
