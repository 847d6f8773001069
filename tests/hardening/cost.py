"""What a command of the program costs: processor time and memory at most, whatever the process that asks is like itself.

A process begins with the memory of the one that started it as its most (`ru_maxrss` survives `exec`), so a large test run would
be counted as the program's. A small process stands between: this module, run as a script.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass

PATIENCE = 30
"""Seconds of processor time after which a command is killed."""


@dataclass(frozen=True)
class Cost:
    """What became of a command, and what it took."""

    status: int
    seconds: float
    """Of processor time, which does not depend on what else the machine does."""
    mebibytes: float
    """At most in memory at once."""
    said: str
    """On stderr."""


def cost(*words: str, patience: int = PATIENCE) -> Cost:
    """Run a command of the program in a process of its own, and measure it; what it prints is thrown away."""
    command = [sys.executable, "-S", __file__, str(patience), sys.executable, "-m", "reader", *words]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    status, seconds, mebibytes = json.loads(done.stdout)
    return Cost(status, seconds, mebibytes, done.stderr.decode(errors="replace").strip())


def watch(patience: int, command: list[str]) -> tuple[int, float, float]:
    """Run a command as the only child of this process, and give its status, its seconds and its mebibytes."""
    resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
    child = os.posix_spawn(
        command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    )
    _, status, usage = os.wait4(child, 0)
    unit = 1024**2 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kibibytes
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


if __name__ == "__main__":
    print(json.dumps(watch(int(sys.argv[1]), sys.argv[2:])))
