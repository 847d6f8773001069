"""Terms of a query that begin with a hyphen (`-starred`, `-feed:courier`), told from options.

`argparse` takes every word with a hyphen for options.  Where a command takes a query, a word with one hyphen and two letters
or more is a term, unless it can be nothing but options: switches (`-qv`), a number (`-n20`), a format (`-fjson`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.cli.options import Option

_SIGN = "\x00"  # no word of a command line can hold it


def hidden(words: Iterable[str], options: Sequence[Option]) -> list[str]:
    """Give a command line's words with the terms made so that they are taken for none but words."""
    given = list(words)
    end = given.index("--") if "--" in given else len(given)
    return [_SIGN + word if at < end and _is_term(word, options) else word for at, word in enumerate(given)]


def shown(word: str) -> str:
    """Give a word as it was before `hidden`."""
    return word.removeprefix(_SIGN)


def _is_term(word: str, options: Sequence[Option]) -> bool:
    if len(word) < 3 or not word.startswith("-") or word.startswith("--"):
        return False
    switches = {flag[1] for option in options for flag in option.flags if not option.metavar and len(flag) == 2}
    valued = {flag: option for option in options for flag in option.flags if option.metavar and len(flag) == 2}
    if set(word[1:]) <= switches:
        return False
    option, value = valued.get(word[:2]), word[2:].lstrip("=")
    return option is None or not (len(value) == 1 or value.isdecimal() or value in option.choices)
