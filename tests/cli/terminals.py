"""The program on terminals and pipes, each stream judged by what it stands at."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from typing import Literal

Stream = Literal["terminal", "pipe"]


ALIVE = {"TERM": "xterm-256color"}


def on_terminal(*words: str, stdout: Stream, stderr: Stream, environment: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Run the program with each stream at a terminal of its own or at a pipe; give what came out of both."""
    ends = {"stdout": stdout, "stderr": stderr}
    opened = {name: pty.openpty() if kind == "terminal" else os.pipe() for name, kind in ends.items()}
    inner = {name: end for name, (_, end) in opened.items()}
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", *words],
        stdin=subprocess.DEVNULL,
        stdout=inner["stdout"],
        stderr=inner["stderr"],
        env={**os.environ, "PAGER": "cat", **environment},
    )
    for end in inner.values():
        os.close(end)
    came = {name: read_all(outer) for name, (outer, _) in opened.items()}
    process.wait(60)
    return came["stdout"], came["stderr"]


def read_all(descriptor: int) -> bytes:
    parts = []
    with open(descriptor, "rb", buffering=0) as file:
        while True:
            try:
                part = file.read(65536)
            except OSError:  # a terminal's other side is gone
                break
            if not part:
                break
            parts.append(part)
    return b"".join(parts)


def on_terminal_python(code: str, *, environment: Mapping[str, str]) -> bytes:
    """Run some Python with its stderr at a terminal, and return what came there."""
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=inner,
        env={**os.environ, **environment},
    )
    os.close(inner)
    came = read_all(outer)
    process.wait(60)
    return came
