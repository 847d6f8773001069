"""Notifications of the desktop: through `notify-send`, else by the terminal (OSC 9)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

from reader.cli.output.console import is_dumb, is_terminal
from reader.model.text import line

_MOST = 5
_PATIENCE = 5.0  # seconds: a desktop that does not answer holds nothing up


def notify(summary: str, titles: Sequence[str]) -> None:
    """Show a notification; where there is no desktop and no terminal, none is shown.

    Args:
        summary: its headline.
        titles: what it is about; of many, the first ones are shown.
    """
    shown = [line(title) for title in titles[:_MOST]]
    program = shutil.which("notify-send")
    if program:
        command = [program, "--app-name=Broadsheet", "--", line(summary), "\n".join(_escaped(title) for title in shown)]
        with suppress(OSError, subprocess.TimeoutExpired):
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603 - argv
            if done.returncode == 0:
                return
    if is_terminal(sys.stderr) and not is_dumb():
        with suppress(OSError):
            sys.stderr.write(f"\x1b]9;{line(summary)}: {'; '.join(shown)}\x07")
            sys.stderr.flush()


def _escaped(text: str) -> str:
    """Return a title without what a desktop takes for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
