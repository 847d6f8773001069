"""The log: one line an event, without passwords and keys; to a file in the state folder, and to stderr for `-v`."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from reader import settings
from reader.model.address import redact
from reader.model.text import line

NAME = "reader.log"
_BYTES = 512 * 1024
_OLDER = 2  # files kept beside the one that is written


class _LineFormatter(logging.Formatter):
    """Puts an event on one line; it passes the gate, and its addresses lose what is secret."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        return redact(line(super().format(record)))


class _StderrHandler(logging.Handler):
    """Writes to what stderr is when something is told."""

    def emit(self, record: logging.LogRecord) -> None:
        if sys.stderr is not None:
            with suppress(OSError):
                sys.stderr.write(f"reader: {record.relativeCreated:.0f} ms: {self.format(record)}\n")


class _FileHandler(RotatingFileHandler):
    """Makes the log with its folder when there is something to write; who may not write it works without."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return open(self.baseFilename, "a", encoding="utf-8", opener=_owners_only)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Lose the line, and say nothing: the log is not what was asked for."""


def log_path() -> Path:
    """Return where the log is written, be it there or not."""
    return settings.folders().state / NAME


@contextmanager
def logging_to(verbose: int, *, file: bool) -> Iterator[None]:
    """Write the program's log as long as something lasts.

    Args:
        verbose: 0: nothing to stderr; 1: the program's events; 2 or more: also what other libraries log.
        file: whether events are written to the log's file.
    """
    with ExitStack() as stack:
        if file:
            handler = _FileHandler(log_path(), maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8", delay=True)
            handler.setFormatter(
                _LineFormatter("%(asctime)sZ %(levelname)s %(name)s %(process)d %(message)s", "%Y-%m-%dT%H:%M:%S")
            )
            stack.enter_context(_handled_by(handler, logging.getLogger("reader"), logging.INFO))
        if verbose:
            teller = _StderrHandler()
            teller.setFormatter(_LineFormatter())
            level = logging.INFO if verbose == 1 else logging.DEBUG
            stack.enter_context(_handled_by(teller, logging.getLogger("reader" if verbose == 1 else None), level))
        yield


@contextmanager
def _handled_by(handler: logging.Handler, log: logging.Logger, level: int) -> Iterator[None]:
    before = log.level
    handler.setLevel(level)
    log.addHandler(handler)
    log.setLevel(min(level, before or level))
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(before)
        handler.close()


def _owners_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
