"""What the app does outside its own screen: which addresses a browser may be given, and how a command gets the text.

Words from a page never reach a shell.  A command is what the user typed, cut into words here; the text goes to its standard
input, and nothing of the page is ever part of its arguments.
"""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from reader.errors import UsageError

_OPENABLE: Final = ("http", "https", "mailto")


def is_openable(url: str) -> bool:
    """Say whether a browser may be given an address: the web and mail only, no controls or spaces in it."""
    if not url.isprintable() or " " in url:
        return False
    try:
        return urlsplit(url).scheme.lower() in _OPENABLE
    except ValueError:
        return False


def cut(command: str) -> list[str]:
    """Cut a command into its words as a shell would, without one.

    Raises:
        UsageError: the quotation marks do not pair, or there is no word.
    """
    import shlex  # noqa: PLC0415 -- few readers ever pipe

    try:
        words = shlex.split(command)
    except ValueError as error:
        raise UsageError("the command's quotation marks do not pair", source=command) from error
    if not words:
        raise UsageError("there is no command")
    return words


def run(argv: list[str], text: str, *, keys: int | None = 0) -> str:
    """Run a command with some text on its standard input, and say what became of it.

    Nothing is raised: whoever has lent the command the terminal has to take it back.

    Args:
        argv: the command's words.
        text: what it is given.
        keys: the descriptor on which Enter is waited for, so that what the command has shown can be read; None: do not wait.
    """
    try:
        done = subprocess.run(argv, input=text.encode("utf-8", "replace"), check=False)  # noqa: S603 -- the user's own command
    except FileNotFoundError:
        return f"{argv[0]}: there is no such command"
    except OSError as error:
        return f"{argv[0]}: it cannot be run: {(error.strerror or '').lower()}"
    if keys is not None:
        os.write(2, b"\n[Enter]")
        with suppress(OSError):
            while os.read(keys, 1) not in (b"\n", b"\r", b""):
                pass
    return f"{argv[0]} ended with status {done.returncode}." if done.returncode else f"{argv[0]} is done."
