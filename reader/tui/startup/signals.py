"""Signals that end the app: it keeps the reader's place first, and gives the terminal back as it found it."""

from __future__ import annotations

import os
import signal
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress

TERMINATED = 128 + signal.SIGTERM
"""The exit status of a program that was asked to end."""


def handle_signals(loop: AbstractEventLoop, leave: Callable[[int], None], keep: Callable[[], None]) -> None:
    """Listen for the signals that end a program.

    Args:
        loop: the app's loop; one that is not the main thread's hears no signals.
        leave: ends the app in good order, with an exit status.
        keep: keeps what is to be kept, when there is no terminal any more that could be given back.
    """

    def hang_up() -> None:
        keep()
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGHUP)

    with suppress(ValueError, RuntimeError):
        loop.add_signal_handler(signal.SIGTERM, leave, TERMINATED)
        loop.add_signal_handler(signal.SIGHUP, hang_up)
