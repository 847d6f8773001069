"""The pager: what the user calls `$READER_PAGER`, `$PAGER`, or `less -FRX`; it is started without a shell."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Mapping

from reader.model.wrap import width

_USUAL = "less -FRX"
_ESCAPES = ("\x1b[", "m")


def page(text: str, size: os.terminal_size, environment: Mapping[str, str] = os.environ) -> bool:
    """Show text in the pager if it is longer than the terminal; say whether it was shown."""
    if rows(text, size.columns) < size.lines:
        return False
    command = command_of(environment)
    if not command or command == ["cat"]:
        return False
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": "FRX", **environment})  # noqa: S603 - argv
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the key is the pager's while it runs
    try:
        process.communicate(text.encode("utf-8", "replace"))
    finally:
        process.wait()
        signal.signal(signal.SIGINT, before)
    return True


def command_of(environment: Mapping[str, str]) -> list[str]:
    """Return the pager's argv; empty if the user wants none, or wrote what cannot be read."""
    try:
        return shlex.split(environment.get("READER_PAGER", environment.get("PAGER", _USUAL)))
    except ValueError:
        return []


def rows(text: str, columns: int) -> int:
    """Count the rows that text takes on a terminal, long lines broken by it; escapes take none."""
    return sum(max(1, -(-width(_bare(line)) // max(columns, 1))) for line in text.splitlines())


def _bare(line: str) -> str:
    start, end = _ESCAPES
    first, *rest = line.split(start)
    return first + "".join(part.partition(end)[2] for part in rest)
