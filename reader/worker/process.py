"""A process of this program: frames go in over one pipe and come out over another, and it ends with its input."""

from __future__ import annotations

import contextlib
import fcntl
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

from reader.worker.protocol import Inbox, Message

_CHUNK: Final = 1 << 18
_PIPE_HOLDS: Final = 60_000  # bytes; Linux pipes hold 64 KiB: more than that would wait for the other end
_HOME: Final = str(Path(__file__).resolve().parents[2])
_COMMAND: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]); import reader; sys.path.pop(0)\n"  # this very program, wherever it stands
    "from reader.worker.{module} import {function}; {function}()"
)


class Child:
    """One process, and our ends of its pipes; nothing here waits for it."""

    def __init__(self, serve: str) -> None:
        """Start it; `serve` is `module:function` below `reader.worker`."""
        module, _, function = serve.partition(":")
        self._process = subprocess.Popen(  # noqa: S603 -- this program
            # -P: no module is taken from the folder that the user is in
            [sys.executable, "-P", "-c", _COMMAND.format(module=module, function=function), _HOME],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # the app draws on stderr
            close_fds=True,
        )
        self._inbox = Inbox()
        flags = fcntl.fcntl(self.descriptor, fcntl.F_GETFL)
        fcntl.fcntl(self.descriptor, fcntl.F_SETFL, flags | os.O_NONBLOCK)

    @property
    def descriptor(self) -> int:
        """The end of the pipe that frames come from."""
        assert self._process.stdout is not None
        return self._process.stdout.fileno()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def send(self, frame: bytes) -> None:
        """Write a frame; one that the pipe may not take at once is written in a thread."""
        if len(frame) <= _PIPE_HOLDS:
            self._write(frame)
        else:
            threading.Thread(target=self._write, args=(frame,), daemon=True).start()

    def read(self) -> tuple[list[Message], bool]:
        """Give what has come, and whether the process is still there."""
        messages: list[Message] = []
        while True:
            try:
                chunk = os.read(self.descriptor, _CHUNK)
            except BlockingIOError:
                return messages, True
            except OSError:
                return messages, False
            if not chunk:
                return messages, False
            messages += self._inbox.feed(chunk)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):  # what could not be written to a dead process any more
            self._process.stdin.close()
        self._process.stdout.close()

    def _write(self, frame: bytes) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):  # it died, or was replaced: `read` hears of it
            self._process.stdin.write(frame)
            self._process.stdin.flush()
