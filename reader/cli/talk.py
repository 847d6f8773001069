"""What `-v` tells: the log, a line an event, on stderr and through the gate."""

from __future__ import annotations

import logging
import sys
from contextlib import suppress

from reader.model.text import line


class _Teller(logging.Handler):
    """Writes to what stderr is when something is told."""

    def emit(self, record: logging.LogRecord) -> None:
        if sys.stderr is not None:
            with suppress(OSError):
                sys.stderr.write(f"reader: {record.relativeCreated:.0f} ms: {line(self.format(record))}\n")


def start(verbose: int) -> None:
    """Print the program's log from now on; what other libraries log only if `verbose` is 2 or more."""
    log = logging.getLogger("reader" if verbose == 1 else None)
    if not any(isinstance(handler, _Teller) for handler in log.handlers):
        log.addHandler(_Teller())
    log.setLevel(logging.INFO if verbose == 1 else logging.DEBUG)
