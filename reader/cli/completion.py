"""`completion`: what a shell needs to complete a command line, and the names of the library that it asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from reader.cli.commands.config import refusal
from reader.cli.exit_status import DONE
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.cli.scripts import bash, fish, zsh


def completion(choices: Choices, console: Console) -> int:
    """Print the completions for a shell, or the names of the library that those ask for.

    Raises:
        UsageError: it is none of `bash`, `zsh` and `fish`, nor of `feeds`, `tags` and `terms`.
        LibraryError: the library cannot be used.
    """
    if len(choices.words) != 1 or choices.words[0] not in _WRITERS:
        raise refusal("completion", choices.words, tuple(_WRITERS))
    console.write(_WRITERS[choices.words[0]]())
    return DONE


def _named(kind: str) -> str:
    from reader.cli import names  # noqa: PLC0415 - the scripts themselves need no library

    return {"feeds": names.feeds, "tags": names.tags, "terms": names.terms}[kind]()


_WRITERS: Mapping[str, Callable[[], str]] = {
    "bash": bash,
    "zsh": zsh,
    "fish": fish,
    **{kind: partial(_named, kind) for kind in ("feeds", "tags", "terms")},
}
