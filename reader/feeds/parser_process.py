"""Parsing in a process of its own, which is killed if it takes too long: feeds are written by strangers.

The process is started when it is first needed and lives on; it is fed over its standard input and answers on its standard
output, each message a length of eight bytes and a pickle (both ends are this program).
"""

from __future__ import annotations

import os
import pickle
import select
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from reader.errors import FeedError, ReaderError
from reader.feeds.parsing import parse
from reader.model import Feed

PATIENCE = 5.0
"""Seconds for one feed."""
_HOME = str(Path(__file__).resolve().parents[2])
_COMMAND = (
    "import sys; sys.path.insert(0, sys.argv[1]); import reader; sys.path.pop(0)\n"  # this very program, wherever it stands
    "from reader.feeds.parser_process import serve; serve()"
)


class Parser:
    """Parses feeds in a process that can be killed.  A context manager; may be shared by threads, one feed at a time."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Start nothing yet; `patience` is the seconds that one feed may take."""
        self.patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Give the parser itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the process."""
        self.close()

    def close(self) -> None:
        """End the process; the next feed would start a new one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def parse(self, body: bytes, *, url: str = "", media_type: str = "", charset: str | None = None) -> Feed:
        """Read a feed, as `feeds.parse` does.

        Raises:
            FeedError: this is no feed, or it takes too long to read.
        """
        with self._lock:
            answer = self._ask((body, url, media_type, charset))
        if isinstance(answer, Feed):
            return answer
        raise answer

    def _ask(self, question: tuple[bytes, str, str, str | None]) -> Feed | ReaderError:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(  # noqa: S603 - this program
                [sys.executable, "-P", "-c", _COMMAND, _HOME],  # -P: no module is taken from the folder that the user is in
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            send(process.stdin, question)
            answer = _receive_within(process.stdout, self.patience)
        except OSError:
            answer = None
        if isinstance(answer, Feed | ReaderError):
            return answer
        self.close()
        return FeedError(f"it cannot be read within {self.patience:g} seconds", source=question[1], advice="it is skipped")


def send(stream: IO[bytes], message: object) -> None:
    """Write a message to a pipe."""
    data = pickle.dumps(message)
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read a message from a pipe; None: the other end has closed it."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    message: object = pickle.loads(stream.read(int.from_bytes(head, "big")))  # noqa: S301 - from our own process
    return message


def _receive_within(stream: IO[bytes], seconds: float) -> object:
    """Read a message as `receive` does, past the stream's buffer; None also if it has not come in time."""
    end = time.monotonic() + seconds
    pipe, data, wanted = stream.fileno(), bytearray(), 8
    while len(data) < wanted:
        if not select.select([pipe], [], [], max(0.0, end - time.monotonic()))[0]:
            return None
        chunk = os.read(pipe, 1 << 16)
        if not chunk:
            return None
        data += chunk
        if wanted == 8 and len(data) >= 8:
            wanted += int.from_bytes(data[:8], "big")
    message: object = pickle.loads(data[8:])  # noqa: S301 - from our own process
    return message


def serve() -> None:
    """Answer until the other end closes the pipe."""
    while isinstance(question := receive(sys.stdin.buffer), tuple):
        body, url, media_type, charset = question
        try:
            answer: object = parse(body, url=url, media_type=media_type, charset=charset)
        except ReaderError as error:
            answer = error
        except Exception as error:  # noqa: BLE001 - one feed must not end the process that reads the next
            answer = FeedError(f"it cannot be read ({type(error).__name__})", source=url, advice="it is skipped")
        send(sys.stdout.buffer, answer)
