from __future__ import annotations

import os
import select
import signal
from pathlib import Path

from reader.newsroom.jobs import AddJob, Finished, Report
from reader.worker import JobProcess

PATIENCE = 20.0  # seconds; a loaded machine starts Python slowly


def heard(process: JobProcess) -> list[Report]:
    reports: list[Report] = []
    while not any(isinstance(report, Finished) for report in reports):
        assert select.select([process.descriptor], [], [], PATIENCE)[0]
        reports += process.receive()
    return reports


def test_a_job_is_done_in_another_process_and_reported(tmp_path: Path) -> None:
    process = JobProcess(AddJob(library=tmp_path / "library.db", source=str(tmp_path / "missing.html")))
    assert process.pid != os.getpid()
    last = heard(process)[-1]
    assert isinstance(last, Finished)
    assert last.error is not None
    assert "missing.html" in last.said
    process.close()


def test_a_job_whose_process_dies_is_told(tmp_path: Path) -> None:
    process = JobProcess(AddJob(library=tmp_path / "library.db", source="-"))
    os.kill(process.pid, signal.SIGKILL)
    last = heard(process)[-1]
    assert isinstance(last, Finished)
    assert "cut short" in last.said
    process.close()
