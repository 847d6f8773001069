"""Dates as feeds write them: those of the standards, and those of everybody who has not read a standard.

The forms of RFC 822, RFC 850, asctime, ISO 8601 and W3C, whatever is missing of them; names of months and half-days in the
languages of `month_names`; day, month and year in figures; seconds since 1970.  A time without a zone is read as UTC.

feedparser's own readers lose the zone of `CET` and `GMT+7`, take 2023/05/30 for a day in November, and read English alone;
dateutil fills in what is missing from today's date and knows no zone by name, so that every wrong date would look right.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

from reader.feeds.month_names import folded, month_of
from reader.feeds.time_zones import zone_in

_LONGEST = 120
_EARLIEST = 1900
"""A year; what stands before is a date that a program left empty (`0001-01-01`)."""
_BUDDHIST = 543
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[t ]?(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?)?(?!\d)")
_WORD = re.compile(r"[^\W\d_][^\s\d,.;:/()\[\]-]*")
_HALVES = {
    folded(word): hours
    for hours, words in (
        (0, "am a.m. a.m 오전 上午 午前 凌晨 早上 πμ π.μ. ص"),
        (12, "pm p.m. p.m 오후 下午 午後 晚上 μμ μ.μ. م"),
    )
    for word in words.split()
}
"""Hours to add, by the words for the halves of a day."""
_HALF = "(?:" + "|".join(re.escape(word) for word in sorted(_HALVES, key=len, reverse=True)) + r")(?![^\W\d_])"
_CLOCKS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<before>{_HALF})?\s*(?<![\d+])(?P<hour>\d{{1,2}})(?::|h|시\s?|时|時|点|點)(?P<minute>\d{{2}})"
        rf"(?:(?::|분\s?|分)(?P<second>\d{{2}})(?:[.,]\d+)?)?[초秒분分]?\s*(?P<after>{_HALF})?(?!\d)",
        rf"(?<!\d)(?P<hour>\d{{1,2}})\s?(?P<after>{_HALF})",
        rf"(?P<before>{_HALF})\s?(?P<hour>\d{{1,2}})(?:[시时時点點]|(?!\d))",
        r"(?<![\d.])(?P<hour>\d{1,2})\.(?P<minute>\d{2})(?![\d.])",
        r"(?<=\dt)(?P<hour>\d{2})(?!\d)|(?<!\d)(?P<hour_h>\d{1,2})\s?(?:h|uhr|[시时時点點])(?![^\W\d_])",
    )
)
_DATE_WITH_ZONE = re.compile(r"^(\d{4}-\d{2}-\d{2})(?=[+z])")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})(?:\s?[-/.月월]\s?(\d{1,2}))?(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)")
_DAY_OF_YEAR = re.compile(r"(\d{4})-?(\d{3})(?!\d)")
_WEEK = re.compile(r"(\d{4})-?w(\d{2})(?:-?([1-7]))?(?!\d)")
_MONTH_BY_NUMBER = re.compile(r"(?:thang|thg)\s*(\d{1,2})")  # Vietnamese counts its months


def parse(text: str) -> datetime | None:
    """Return the time that a feed's text names, in UTC; None: it names none."""
    text = folded(" ".join(text[:_LONGEST].split())).strip(" ,.")
    try:
        return _epoch(text) or _compact(text) or _free(text)
    except (ValueError, OverflowError, OSError):  # no calendar has it
        return None


def _epoch(text: str) -> datetime | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = float(text)
    return datetime.fromtimestamp(seconds / 1000 if seconds >= 1e11 else seconds, UTC)


def _compact(text: str) -> datetime | None:
    """Return the time of `20230530T120000`."""
    found = _COMPACT.match(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    zone, rest = zone_in(" " + text[found.end() :])
    return None if rest.strip() else _made(date(year, month, day), (hour, minute, second), zone)


def _free(text: str) -> datetime | None:
    clock, is_halved, rest = _clock(_DATE_WITH_ZONE.sub(r"\1 ", text))
    zone, rest = zone_in(rest)
    day = _day(rest.strip(" ,"), is_american=is_halved)
    return None if day is None else _made(day, clock, zone)


def _clock(text: str) -> tuple[tuple[int, int, int], bool, str]:
    """Return the time of day, whether it is one of twelve hours, and the text without it."""
    for form in _CLOCKS:
        for found in form.finditer(text):
            parts = found.groupdict()
            half = parts.get("before") or parts.get("after")
            hour = int(parts["hour"] or parts["hour_h"])
            if half and hour <= 12:
                hour = hour % 12 + _HALVES[half]
            clock = hour, int(parts.get("minute") or 0), int(parts.get("second") or 0)
            if clock < (24, 0, 1):
                return clock, half is not None, f"{text[: found.start()]} {text[found.end() :]}"
    return (0, 0, 0), False, text


def _day(text: str, *, is_american: bool) -> date | None:
    if found := _YEAR_FIRST.search(text):
        return date(_year(found[1]), int(found[2]), int(found[3] or 1))
    if found := _WEEK.match(text):
        return date.fromisocalendar(int(found[1]), int(found[2]), int(found[3] or 1))
    if found := _DAY_OF_YEAR.match(text):
        counted = date(_year(found[1]), 1, 1) + timedelta(days=int(found[2]) - 1)
        return counted if counted.year == _year(found[1]) else None
    if found := _YEAR_LAST.search(text):
        first, second = int(found[1]), int(found[3])
        has_month_first = second > 12 or (is_american and found[2] == "/" and first <= 12)
        day, month = (second, first) if has_month_first else (first, second)
        return date(_year(found[4]), month, day)
    return _day_in_words(text)


def _day_in_words(text: str) -> date | None:
    if found := _MONTH_BY_NUMBER.search(text):
        month: int | None = int(found[1])
        text = text.replace(found[0], " ")
    else:  # a weekday may look like a month, as Italian `mar` does, and stands before it
        month = next(filter(None, map(month_of, reversed(_WORD.findall(text)))), None)
    numbers = re.findall(r"\d+", text)
    if month is None:
        return date(_year(text), 1, 1) if re.fullmatch(r"\d{4}", text) else None
    years = [number for number in numbers if len(number) == 4] or numbers[1:2]
    if not years:
        return None
    days = [int(number) for number in numbers if number != years[0] and len(number) <= 2]
    if not days and len(years[0]) == 2:
        days = [int(numbers[0])]  # the same figures as the year's
    return date(_year(years[0]), month, days[0] if days else 1)


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 2:
        return year + (2000 if year < 70 else 1900)
    return year - _BUDDHIST if year > 2400 else year


def _made(day: date, clock: tuple[int, int, int], zone: tzinfo | None) -> datetime | None:
    if day.year < _EARLIEST:
        return None
    hour, minute, second = clock  # 24:00 is the next day's 0:00, and a leap second has no place in a datetime
    time = datetime(day.year, day.month, day.day, hour % 24, minute, min(second, 59), tzinfo=zone or UTC)
    return (time + timedelta(days=hour // 24)).astimezone(UTC)
