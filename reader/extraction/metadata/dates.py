"""Dates as pages write them, kept in the zone that the page states."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import NamedTuple

from reader.extraction.hints import data_files

EARLIEST, LATEST = 1980, 2100

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?",
    re.I,
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$")
_IN_FIGURES = re.compile(r"(?<![\d./])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|(?<=[./])\d{2})(?![\d/])")
_YEAR_FIRST = re.compile(r"\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})\b"
)
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_CLOCK = re.compile(
    r"\b(\d{1,2})(?::(\d{2})(?::\d{2})?)?\s*([ap]\.?\s?m\b\.?)|\b(\d{1,2})(?::|\s?h\s?(?=\d\d\b)|\.(?=\d\d\s*uhr))(\d{2})\b"
    r"|(?<!\d)(\d{1,2})\s*[時点點시]\s*(?:(\d{1,2})\s*[分분])?",
    re.I,
)
_IN_URL = re.compile(r"/(20\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:/|-|\b)")


@cache
def months() -> dict[str, int]:
    """Return the number of each month's name and short form, in lower case, in the languages of `data/months.json`."""
    listed = data_files.word_lists("months")
    return {name: int(number) for number, names in listed.items() for name in names}


def parse(text: str, *, month_first: bool = False) -> datetime | None:
    """Return the date that a machine-readable value states, aware; None if it states none."""
    text = text.strip()[:100]
    if found := _COMPACT.match(text) or _ISO.search(text):
        return _made(*found.groups())
    return parse_words(text, month_first=month_first)


def parse_words(text: str, *, month_first: bool = False) -> datetime | None:
    """Return the first date in words that people read; None if there is none.

    Args:
        text: what a page prints.
        month_first: whether `11/03` is a day of November.
    """
    text = text[:300]
    if found := _ISO.search(text):
        return _made(*found.groups())
    day = _day_in_words(text, month_first=month_first)
    if day is None:
        return None
    rest = f"{text[: day.start]} {text[day.end :]}"
    clock = _CLOCK.search(rest)
    if not clock:
        return _made(*day.parts)
    hour, minute = next(
        (pair for pair in ((clock[1], clock[2]), (clock[4], clock[5]), (clock[6], clock[7])) if pair[0]), ("0", "0")
    )
    half = clock[3] or ""
    number = int(hour) % 12 + (12 if half[0] in "pP" else 0) if half else int(hour)
    return _made(*day.parts, str(number), minute or "0") or _made(*day.parts)


def cut_off(text: str) -> str:
    """Return a text up to the date in it; all of it, if there is none or it begins with one."""
    found = _ISO.search(text)
    start = found.start() if found else day.start if (day := _day_in_words(text[:300], month_first=False)) else 0
    return text[:start] if text[:start].strip() else text


class _Day(NamedTuple):
    parts: tuple[str, str, str]
    """Year, month and day."""
    start: int
    end: int


def _day_in_words(text: str, *, month_first: bool) -> _Day | None:
    if found := _EAST_ASIAN.search(text) or _YEAR_FIRST.search(text):
        return _Day((found[1], found[2], found[3]), *found.span())
    lowered = text.lower()
    named = [
        _Day((found[3], str(month), found[day]), *found.span())
        for pattern, name, day in ((_DAY_MONTH, 2, 1), (_MONTH_DAY, 1, 2))
        for found in pattern.finditer(lowered)
        if (month := months().get(found[name]))
    ]
    if named:
        return min(named, key=lambda day: day.start)
    if found := _IN_FIGURES.search(text):
        first, second = int(found[1]), int(found[3])
        swapped = second > 12 >= first or (month_first and found[2] == "/" and first <= 12)
        year = found[4] if len(found[4]) == 4 else f"20{found[4]}"
        return _Day((year, found[1], found[3]) if swapped else (year, found[3], found[1]), *found.span())
    return None


def in_url(url: str) -> datetime | None:
    """Return the day in a URL's path; None if there is none."""
    found = _IN_URL.search(url)
    return _made(*found.groups()) if found else None


def _made(*parts: str | None) -> datetime | None:
    """Return the date of year, month, day and, as far as they are given, hour, minute, second and zone."""
    numbers = [int(part or 0) for part in parts[:6]]
    if not EARLIEST <= numbers[0] < LATEST:
        return None
    zone = _zone(parts[6]) if len(parts) > 6 else UTC
    year, month, day, hour, minute, second = (*numbers, 0, 0, 0)[:6]
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _zone(text: str | None) -> timezone:
    if not text or text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if not offset or offset >= timedelta(hours=24):
        return UTC
    return timezone(-offset if text[0] == "-" else offset)
