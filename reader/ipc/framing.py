"""Where a message begins and ends in a pipe: its length in bytes (eight, big end first) stands in front of it."""

from __future__ import annotations

import struct

_LENGTH = struct.Struct("!Q")


def framed(message: bytes) -> bytes:
    """Return a message as it goes over a pipe."""
    return _LENGTH.pack(len(message)) + message


class FrameReader:
    """Puts messages together from the pieces in which a pipe delivers them."""

    def __init__(self) -> None:
        """Start empty."""
        self._bytes = bytearray()

    def feed(self, chunk: bytes) -> list[bytes]:
        """Take some bytes and return the messages that they complete, oldest first."""
        self._bytes += chunk
        messages: list[bytes] = []
        while len(self._bytes) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(self._bytes)[0]
            if len(self._bytes) < end:
                break
            messages.append(bytes(memoryview(self._bytes)[_LENGTH.size : end]))
            del self._bytes[:end]
        return messages
