"""What `-v` tells: the log, a line an event, on stderr and through the gate."""

from __future__ import annotations

import logging

from reader.model.text import line


class _Plain(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return line(super().format(record))


def start(verbose: int) -> None:
    """Print the program's log from now on; what other libraries log only if `verbose` is 2 or more."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Plain("reader: %(relativeCreated)d ms: %(message)s"))
    log = logging.getLogger("reader" if verbose == 1 else None)
    log.addHandler(handler)
    log.setLevel(logging.INFO if verbose == 1 else logging.DEBUG)
