"""The courier process's side: one assignment from standard input, reports to standard output, and the end."""

from __future__ import annotations

import os
import threading
from typing import Final

from reader.newsroom.jobs import AddJob, ExportJob, Job, RefreshJob, run_job
from reader.worker.page_main import pipes, write
from reader.worker.protocol import Inbox, encode

_NICENESS: Final = 10
_CHUNK: Final = 1 << 16


def carry() -> None:
    """Carry out the assignment that standard input brings; end at once when standard input ends before that."""
    orders_from, reports_to = pipes()
    os.nice(_NICENESS)
    assignment = _taken(orders_from)
    if assignment is None:
        return
    threading.Thread(target=_end_with_input, args=(orders_from,), daemon=True).start()
    for report in run_job(assignment):
        write(reports_to, encode(report))


def _taken(descriptor: int) -> Job | None:
    inbox = Inbox()
    while chunk := os.read(descriptor, _CHUNK):
        for message in inbox.feed(chunk):
            if isinstance(message, RefreshJob | AddJob | ExportJob):
                return message
    return None


def _end_with_input(descriptor: int) -> None:
    while os.read(descriptor, _CHUNK):
        pass
    os._exit(0)
