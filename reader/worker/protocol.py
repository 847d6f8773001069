"""What goes over the pipes: a message is its length (four bytes, big end first) and its pickle.

Pickle is safe here because both ends are this program: the app reads only what its own child wrote, and the child only what
the app wrote.  No byte of a page is ever unpickled.
"""

from __future__ import annotations

import io
import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from functools import cache

from reader.errors import ReaderError
from reader.newsroom import Reading, Request
from reader.newsroom.entry_reading import EntryRequest
from reader.newsroom.jobs import Job, Report

_LENGTH = struct.Struct("!I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A request with the number that its answer will carry."""

    ticket: int
    request: Request | EntryRequest
    is_ahead: bool = False
    """Nobody waits for it yet: one answer will do, with everything in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a request: a reading, or the error that stood in its way."""

    ticket: int
    reading: Reading | None = None
    """None: there is an error.  The page comes without its body, which nobody shows."""
    error: ReaderError | None = None
    """None: nothing went wrong.  Beside a reading, it says why there is not more: only the feed's own text, say."""
    is_whole: bool = True
    """False: people and quotes are still to be found; one more answer carries the same number."""


Message = Order | Answer | Job | Report


class _Pickler(pickle.Pickler):
    """Writes a dataclass as its class and values: read back that way, it costs a quarter of what its own pickle costs."""

    def reducer_override(self, value: object) -> tuple[Callable[..., object], tuple[object, ...]]:
        """Say how a value is made again; anything but our dataclasses in the usual way."""
        names = getattr(type(value), "__slots__", None)
        if names is None or not is_dataclass(value) or isinstance(value, type):
            return NotImplemented  # type: ignore[no-any-return]  # pickle's word for it
        return _made, (type(value), *(getattr(value, name) for name in names))


@cache
def _setters(kind: type) -> tuple[Callable[[object, object], None], ...]:
    """Give what sets each field of a frozen dataclass with slots, past its refusal to be changed."""
    return tuple(getattr(kind, name).__set__ for name in getattr(kind, "__slots__", ()))


def _made(kind: type, *values: object) -> object:
    made: object = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(made, value)
    return made


def dump(message: Message) -> bytes:
    """Give a message as bytes."""
    body = io.BytesIO()
    _Pickler(body, protocol=5).dump(message)
    return body.getvalue()


def encode(message: Message) -> bytes:
    """Give a message as it goes over a pipe."""
    body = dump(message)
    return _LENGTH.pack(len(body)) + body


class Inbox:
    """Puts messages together from the pieces in which a pipe delivers them."""

    def __init__(self) -> None:
        """Start empty."""
        self._bytes = bytearray()

    def feed(self, chunk: bytes) -> list[Message]:
        """Take some bytes and give the messages that they complete, oldest first."""
        self._bytes += chunk
        messages: list[Message] = []
        while len(self._bytes) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._bytes)
            end = _LENGTH.size + length
            if len(self._bytes) < end:
                break
            message = pickle.loads(memoryview(self._bytes)[_LENGTH.size : end])  # noqa: S301 -- our own process wrote it
            del self._bytes[:end]
            messages.append(message)
        return messages
