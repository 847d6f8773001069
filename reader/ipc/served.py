"""A process of this program, seen from inside: what it is asked and what it answers."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Final

from reader.ipc.framing import FrameReader, framed

_CHUNK: Final = 1 << 18


class Served:
    """The two pipes of this process, which are its standard input and output until this takes them."""

    def __init__(self) -> None:
        """Take the pipes, and put nothing in their place: a library may print what it likes."""
        self._came_from, self._goes_to = os.dup(0), os.dup(1)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1):
            os.dup2(nowhere, standard)
        os.close(nowhere)

    def messages(self) -> Iterator[bytes]:
        """Yield the messages that come, until the other side ends."""
        frames = FrameReader()
        while chunk := os.read(self._came_from, _CHUNK):
            yield from frames.feed(chunk)

    def send(self, message: bytes) -> None:
        """Write a message; without anybody who reads it, this process ends."""
        rest = memoryview(framed(message))
        try:
            while rest:
                rest = rest[os.write(self._goes_to, rest) :]
        except BrokenPipeError:
            sys.exit(0)
