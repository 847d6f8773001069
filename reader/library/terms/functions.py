"""The functions of ours that queries call, for each row that is left when the indexes have done their part."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from reader.library.terms.folding import fold
from reader.library.terms.patterns import compiled, found_in

_SECONDS = 5.0
"""How long the patterns of one query may take."""
_WORD = re.compile(r"\w+")


def register(connection: sqlite3.Connection, unpacked: Callable[[object], str]) -> None:
    """Return a connection the functions; `unpacked` returns a text as it was before it was stored."""
    clock = _Clock()
    connection.create_function("folded_names", 1, _folded_names, deterministic=True)
    connection.create_function("is_on_site", 2, _is_on_site, deterministic=True)
    connection.create_function("words_in", 1, lambda body: len(_WORD.findall(unpacked(body))), deterministic=True)
    connection.create_function("holds", 2, lambda part, text: part in unpacked(text), deterministic=True)
    connection.create_function("matches", 2, lambda pattern, text: clock.matches(pattern, unpacked(text)))


class _Clock:
    """Stops the patterns of a query that takes too long; a pause between two rows begins another query."""

    def __init__(self) -> None:
        self._begun = self._last = 0.0

    def matches(self, pattern: str, text: str) -> bool:
        now = time.monotonic()
        if now - self._last > 0.5:
            self._begun = now
        if now - self._begun > _SECONDS:
            raise TimeoutError
        found = _pattern(pattern)
        is_there = found is not None and found_in(found, text)
        self._last = time.monotonic()
        return is_there


@lru_cache(maxsize=64)
def _pattern(text: str) -> re.Pattern[str] | None:
    return compiled(text)


@lru_cache(maxsize=8192)
def _folded_names(byline: str) -> str:
    try:
        return fold("\n".join(map(str, json.loads(byline))))
    except (ValueError, TypeError, RecursionError):
        return ""


def _is_on_site(url: str, site: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return host == site or host.endswith(f".{site}")
