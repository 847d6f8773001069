"""What `-v` tells: the log, a line an event, on stderr and through the gate."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from reader.model.address import redact
from reader.model.text import line


class _Teller(logging.Handler):
    """Writes to what stderr is when something is told."""

    def emit(self, record: logging.LogRecord) -> None:
        if sys.stderr is not None:
            with suppress(OSError):
                sys.stderr.write(f"reader: {record.relativeCreated:.0f} ms: {redact(line(self.format(record)))}\n")


@contextmanager
def telling(verbose: int) -> Iterator[None]:
    """Print the program's log as long as something lasts; what other libraries log only if `verbose` is 2 or more."""
    log = logging.getLogger("reader" if verbose == 1 else None)
    teller, level = _Teller(), log.level
    log.addHandler(teller)
    log.setLevel(logging.INFO if verbose == 1 else logging.DEBUG)
    try:
        yield
    finally:
        log.removeHandler(teller)
        log.setLevel(level)
