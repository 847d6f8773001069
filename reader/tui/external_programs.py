"""A program of the user's own is given the text of an article.

Words from a page never reach a shell.  A command is what the user typed, cut into words here; the text goes to its standard
input, and nothing of the page is ever part of its arguments.
"""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress

from reader import formats
from reader.errors import UsageError
from reader.model import Article


def pipe(
    command: str,
    article: Article,
    width: int,
    *,
    keys: int | None,
    lend: Callable[[], AbstractContextManager[object]],
) -> str:
    """Hand an article's text to a command, and return what to tell.

    Args:
        command: as the user typed it.
        article: its text goes to the command's standard input.
        width: columns of the text.
        keys: the descriptor that keys come from; None: there is none.
        lend: leaves the terminal to the command.
    """
    try:
        argv = cut(command)
    except UsageError as error:
        return str(error)
    if not article.blocks:
        return ""
    with lend():  # an error would leave the terminal lent (Textual 8.2.8)
        return run(argv, formats.to_text(article, width), keys=keys)


def cut(command: str) -> list[str]:
    """Cut a command into its words as a shell would, without one.

    Raises:
        UsageError: the quotation marks do not pair, or there is no word.
    """
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
