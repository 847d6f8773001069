"""A process of this program, seen from the process that started it."""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, Final

from reader.ipc.framing import FrameReader, framed

_CHUNK: Final = 1 << 18
_HOME: Final = str(Path(__file__).resolve().parents[2])
_COMMAND: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); import reader; sys.path.pop(0)\n"  # this very program, wherever it stands
    "from {module} import {function}; {function}()"
)


class Child:
    """One process, and our ends of its pipes; nothing here waits for it, but `ask` for as long as it is told."""

    def __init__(self, serve: str) -> None:
        """Start the process; `serve` is the function that it runs, as `module:function`."""
        module, _, function = serve.partition(":")
        self._process = subprocess.Popen(  # noqa: S603 -- this program
            # -P: no module is taken from the folder that the user is in
            [sys.executable, "-P", "-c", _COMMAND.format(module=module, function=function), _HOME],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # the app draws on stderr
            bufsize=0,
        )
        self._frames = FrameReader()
        self._unsent = bytearray()
        self._sending = threading.Lock()
        self._writer: threading.Thread | None = None
        for stream in (self._stdin, self._stdout):
            os.set_blocking(stream.fileno(), False)

    @property
    def descriptor(self) -> int:
        """The end of the pipe that messages come from."""
        return self._stdout.fileno()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """The process has not ended."""
        return self._process.poll() is None

    def send(self, message: bytes) -> None:
        """Write a message; what the pipe does not take at once is written by a thread, however long the process takes."""
        with self._sending:
            self._unsent += framed(message)
            if not self._write() and (self._writer is None or not self._writer.is_alive()):
                self._writer = threading.Thread(target=self._write_rest, daemon=True)
                self._writer.start()

    def read(self) -> tuple[list[bytes], bool]:
        """Return the messages that have come, and whether the process is still there."""
        messages: list[bytes] = []
        while True:
            try:
                chunk = os.read(self.descriptor, _CHUNK)
            except BlockingIOError:
                return messages, True
            except OSError:
                return messages, False
            if not chunk:
                return messages, False
            messages += self._frames.feed(chunk)

    def ask(self, message: bytes, seconds: float) -> bytes | None:
        """Send a message and return the answer; None: the process ended, or gave none in time, even if it is stopped."""
        end = time.monotonic() + seconds
        self.send(message)
        while (left := end - time.monotonic()) > 0:
            if select.select([self.descriptor], [], [], left)[0]:
                answers, is_there = self.read()
                if answers:
                    return answers[0]
                if not is_there:
                    break
        return None

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        if self._writer is not None:
            self._writer.join()  # it finds the pipe broken
        self._stdin.close()
        self._stdout.close()

    @property
    def _stdin(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _stdout(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def _write(self) -> bool:
        """Write what the pipe takes now; say whether that was all, or nobody reads it any more."""
        with contextlib.suppress(BlockingIOError):
            try:
                while self._unsent:
                    del self._unsent[: os.write(self._stdin.fileno(), self._unsent[:_CHUNK])]
            except BrokenPipeError:
                self._unsent.clear()
        return not self._unsent

    def _write_rest(self) -> None:
        while True:
            select.select([], [self._stdin], [])
            with self._sending:
                if self._write():
                    return
