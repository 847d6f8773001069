"""Regular expressions of a user's that end in time: Python's backtrack, and one of them can take for ever on a line of text.

Refused is what makes them exponential (a repetition inside a repetition, references to what was found) and more than two
endless repetitions; what is left is at worst the square of a line's length, and lines are cut.
"""

from __future__ import annotations

import re
import warnings
from re import _constants as codes  # type: ignore[attr-defined]  # private, but the only parser of Python's own patterns
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_LONGEST = 1_000
"""Characters of a pattern, and twice as many of a line that it is held against."""
_ENDLESS = 16
"""Repetitions from which on they count as endless."""
_MOST_ENDLESS = 2
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def compiled(pattern: str) -> re.Pattern[str] | None:
    """Return a pattern that is safe to run, without regard to case; None: it is no pattern, or not a safe one."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what a later Python will read otherwise
            tree = parser.parse(pattern, re.IGNORECASE)
            if len(pattern) > _LONGEST or _endless(tree, inside=False) > _MOST_ENDLESS:
                return None
            return re.compile(pattern, re.IGNORECASE)
    except (Warning, re.error, RecursionError, OverflowError, ValueError, MemoryError):
        return None


def found_in(pattern: re.Pattern[str], text: str) -> bool:
    """Return whether a pattern stands in a line of a text."""
    return any(pattern.search(line[: 2 * _LONGEST]) for line in text.split("\n"))


def _endless(tree: object, *, inside: bool) -> int:
    """Count the endless repetitions of a pattern; what may not be run counts as many."""
    many = 0
    for code, value in tree:  # type: ignore[attr-defined]  # the parser's own nested lists
        if code in (codes.GROUPREF, codes.GROUPREF_EXISTS) or (code is codes.BRANCH and inside):
            return _MOST_ENDLESS + 1
        is_repeat = code in _REPEATS
        if is_repeat and inside:
            return _MOST_ENDLESS + 1
        many += is_repeat and value[1] > _ENDLESS
        many += sum(_endless(part, inside=inside or (is_repeat and value[1] > 1)) for part in _parts(code, value))
    return many


def _parts(code: object, value: Any) -> list[object]:
    match code, value:
        case codes.BRANCH, (_, branches):
            return list(branches)
        case codes.SUBPATTERN | codes.ASSERT | codes.ASSERT_NOT, (*_, inner):
            return [inner]
        case codes.ATOMIC_GROUP, inner:
            return [inner]
    return [value[2]] if code in _REPEATS else []
