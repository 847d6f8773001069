"""A process for one job: it is started, reports as it goes, and ends when it is done.

Each job has its own, so that a page is opened while a hundred feeds are asked, and a feed is added meanwhile; nothing
waits in a line, and nothing is left over when the last one is back.
"""

from __future__ import annotations

from reader.errors import ReaderError
from reader.ipc import Child
from reader.newsroom.jobs import Finished, Job, Report
from reader.worker.protocol import JOBS, REPORTS


class JobProcess:
    """A process that carries out one job, and reports."""

    def __init__(self, job: Job) -> None:
        """Start the process."""
        self.job = job
        self._child = Child("reader.worker.job_main:carry")
        self._child.send(JOBS.encode(job))

    @property
    def descriptor(self) -> int:
        """The end of the pipe that reports come from; `receive` is to be called when it is readable."""
        return self._child.descriptor

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._child.pid

    def receive(self) -> list[Report]:
        """Return the reports that have come; a process that died without a last one is told of too."""
        messages, alive = self._child.read()
        reports = [REPORTS.decode(message) for message in messages]
        if not alive and not any(isinstance(report, Finished) for report in reports):
            error = ReaderError("it was cut short", advice="try again; what had come in is kept")
            reports.append(Finished(said=str(error), error=error))
        return reports

    def close(self) -> None:
        """End the process; what it has written to the library stays, what it was writing does not."""
        self._child.close()
