"""Dates as pages write them, kept in the zone that the page states."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from reader.extraction.hints import data_files

EARLIEST, LATEST = 1980, 2100

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?",
    re.I,
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$")
_DAY_FIRST = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_YEAR_FIRST = re.compile(r"\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})\b"
)
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?)?\b", re.I)
_IN_URL = re.compile(r"/(20\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:/|-|\b)")


@cache
def months() -> dict[str, int]:
    """Return the number of each month's name and short form, in lower case, in the languages of `data/months.json`."""
    listed = data_files.word_lists("months")
    return {name: int(number) for number, names in listed.items() for name in names}


def parse(text: str) -> datetime | None:
    """Return the date that a machine-readable value states, aware; None if it states none."""
    text = text.strip()[:100]
    if found := _COMPACT.match(text) or _ISO.search(text):
        return _made(*found.groups())
    return parse_words(text)


def parse_words(text: str) -> datetime | None:
    """Return the first date in words that people read; None if there is none."""
    text = text[:300]
    if found := _ISO.search(text):
        return _made(*found.groups())
    day = _day_in_words(text)
    if day is None:
        return None
    clock = _CLOCK.search(text)
    if not clock:
        return _made(*day)
    hour = int(clock[1])
    if clock[3]:
        hour = hour % 12 + (12 if clock[3][0] in "pP" else 0)
    return _made(*day, str(hour), clock[2]) or _made(*day)


def _day_in_words(text: str) -> tuple[str, str, str] | None:
    """Return year, month and day."""
    if found := _EAST_ASIAN.search(text) or _YEAR_FIRST.search(text):
        return found[1], found[2], found[3]
    lowered = text.lower()
    for found in _DAY_MONTH.finditer(lowered):
        if month := months().get(found[2]):
            return found[3], str(month), found[1]
    for found in _MONTH_DAY.finditer(lowered):
        if month := months().get(found[1]):
            return found[3], str(month), found[2]
    if found := _DAY_FIRST.search(text):
        first, second = int(found[1]), int(found[2])
        return (found[3], found[1], found[2]) if second > 12 >= first else (found[3], found[2], found[1])
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
