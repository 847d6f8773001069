"""The words of a command line: what each may be, how a shell completes it, and terms that look like options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from difflib import get_close_matches
from math import isfinite
from urllib.parse import urlsplit

import click
from click.shell_completion import CompletionItem

from reader.cli.command_table import COMMANDS, READ
from reader.errors import ReaderError
from reader.sources import seed_names

_HIDDEN = "\x00"  # no word of a command line can hold it


class OneOf(click.Choice[str]):
    """One of some words; a mistyped one is refused with the nearest."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word.

        Raises:
            click.BadParameter: it is none of them.
        """
        if value in self.choices:
            return value
        near = get_close_matches(value, self.choices, n=1)
        meant = f" (did you mean {near[0]}?)" if near else ""
        raise click.BadParameter(f"{value} is none of {', '.join(self.choices)}{meant}", ctx, param)


class FileWord(click.ParamType[str]):
    """The name of a file, be it there or not."""

    name = "file"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Leave the names to the shell."""
        return [CompletionItem(incomplete, type="file")]


class SourceWord(FileWord):
    """A URL, a file, `-`, or `seed:NAME`."""

    name = "source"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the bundled pages that begin so, and leave the rest to the shell; first of all, commands too."""
        found = super().shell_complete(ctx, param, incomplete)
        if ctx.command.name == READ and not ctx.params.get("sources"):
            found += [CompletionItem(name, help=one.summary) for name, one in COMMANDS.items() if name]
        with suppress(ReaderError):  # of a damaged bundle; the command itself says why
            found += [CompletionItem(f"seed:{name}") for name in seed_names()]
        return [one for one in found if str(one.value).startswith(incomplete)]


def hide_terms(words: Sequence[str], parameters: Iterable[click.Parameter]) -> list[str]:
    """Return the command line of a query with a sign before `-starred` and `-feed:courier`, so that they are taken for words.

    A word with one hyphen and two letters or more is a term, unless it can be nothing but options: switches (`-qv`), a number
    (`-n20`), a format (`-fjson`).
    """
    end = words.index("--") if "--" in words else len(words)
    short = {flag[1]: one for one in parameters if isinstance(one, click.Option) for flag in one.opts if len(flag) == 2}
    return [_HIDDEN + word if at < end and _is_term(word, short) else word for at, word in enumerate(words)]


def show_terms(value: object) -> object:
    """Return the value of a parameter without the sign of `hide_terms`."""
    if isinstance(value, tuple):
        return tuple(map(show_terms, value))
    return value.removeprefix(_HIDDEN) if isinstance(value, str) else value


def _is_term(word: str, short: dict[str, click.Option]) -> bool:
    if len(word) < 3 or not word.startswith("-") or word.startswith("--"):
        return False
    if all(letter in short and (short[letter].is_flag or short[letter].count) for letter in word[1:]):
        return False
    option, value = short.get(word[1]), word[2:].removeprefix("=")
    if option is None or option.is_flag or option.count:
        return True
    choices = option.type.choices if isinstance(option.type, OneOf) else ()
    return not (len(value) == 1 or value.isdecimal() or value in choices)


def whole(value: str) -> int:
    """Read a whole number that is not negative.

    Raises:
        click.BadParameter: it is none.
    """
    if value.isdecimal() and value.isascii() and len(value) < 10:
        return int(value)
    raise click.BadParameter(f"{value} is no number")


def columns(value: str) -> int:
    """Read a width.

    Raises:
        click.BadParameter: it is no number of columns.
    """
    if value.isdecimal() and value.isascii() and len(value) < 6:
        return int(value)
    raise click.BadParameter(f"{value} is no number of columns (0 wraps nothing)")


def seconds(value: str) -> float:
    """Read a time.

    Raises:
        click.BadParameter: it is no number of seconds, or longer than a day.
    """
    with suppress(ValueError):
        if isfinite(number := float(value)) and 0 < number <= 86_400:
            return number
    raise click.BadParameter(f"{value} is no number of seconds")


def address(value: str) -> str:
    """Read an address of the web.

    Raises:
        click.BadParameter: it is none.
    """
    with suppress(ValueError):
        parts = urlsplit(value)
        if parts.scheme in ("http", "https") and parts.hostname:
            return value
    raise click.BadParameter(f"{value} is no http or https address")
