"""What is said on a terminal while a page is long in coming."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from reader.model.wrap import clip

AFTER = 0.7
"""Seconds of silence before anything is said: what takes no longer needs no words."""
_GONE = "\r\x1b[K"  # back to the start of the row, and erase it (ECMA-48, 8.3.41)


@contextmanager
def waiting_for(stream: TextIO, words: str, after: float = AFTER) -> Iterator[None]:
    """Show words in the terminal's row as long as something lasts, if it lasts; leave the row empty.

    Args:
        stream: a terminal that can be drawn on.
        words: on one line, through the gate.
        after: seconds until they are shown.
    """
    said = threading.Event()
    shown = clip(words, shutil.get_terminal_size().columns - 1)

    def say() -> None:
        said.set()
        _put(stream, shown)

    timer = threading.Timer(after, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if said.is_set():
            _put(stream, _GONE)


def _put(stream: TextIO, words: str) -> None:
    with suppress(OSError):
        stream.write(words)
        stream.flush()
