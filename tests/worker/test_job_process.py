from __future__ import annotations

import os
import select
import signal
from pathlib import Path

from reader.newsroom.jobs import AddJob, Finished, Report
from reader.worker import Courier

PATIENCE = 20.0  # seconds; a loaded machine starts Python slowly


def heard(courier: Courier) -> list[Report]:
    reports: list[Report] = []
    while not any(isinstance(report, Finished) for report in reports):
        assert select.select([courier.descriptor], [], [], PATIENCE)[0]
        reports += courier.receive()
    return reports


def test_a_job_is_done_in_another_process_and_reported(tmp_path: Path) -> None:
    courier = Courier(AddJob(library=tmp_path / "library.db", source=str(tmp_path / "missing.html")))
    assert courier.pid != os.getpid()
    last = heard(courier)[-1]
    assert isinstance(last, Finished)
    assert last.error is not None
    assert "missing.html" in last.said
    courier.close()


def test_a_job_whose_process_dies_is_told(tmp_path: Path) -> None:
    courier = Courier(AddJob(library=tmp_path / "library.db", source="-"))
    os.kill(courier.pid, signal.SIGKILL)
    last = heard(courier)[-1]
    assert isinstance(last, Finished)
    assert "cut short" in last.said
    courier.close()
