"""The job process's side: one job comes in, reports go out, and the process ends."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from typing import Final

from reader.ipc import Served
from reader.newsroom.job_runner import run_job
from reader.worker.protocol import JOBS, REPORTS

_NICENESS: Final = 10


def carry() -> None:
    """Carry out the job that comes; end at once when the app ends before that."""
    app = Served()
    os.nice(_NICENESS)
    messages = app.messages()
    message = next(messages, None)
    if message is None:
        return
    threading.Thread(target=_end_with_app, args=(messages,), daemon=True).start()
    for report in run_job(JOBS.decode(message)):
        app.send(REPORTS.encode(report))


def _end_with_app(messages: Iterator[bytes]) -> None:
    for _ in messages:
        pass
    os._exit(0)
