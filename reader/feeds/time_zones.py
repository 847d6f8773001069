"""Time zones by the names that feeds give them."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

# Hours from UTC.  A name that several places use is that of the place with most feeds: IST is India's, CST North America's.
_HOURS = {
    -10: "hst",
    -9: "akst",
    -8: "pst akdt",
    -7: "mst pdt",
    -6: "cst mdt",
    -5: "est cdt pet cot",
    -4: "edt ast clt bot vet",
    -3.5: "nst",
    -3: "adt brt art clst uyt",
    -2.5: "ndt",
    0: "gmt utc ut z wet universal zulu",
    1: "cet met mez bst wat west irish",
    2: "cest mest mesz eet sast cat sommerzeit",
    3: "eest msk idt eat trt мск",
    3.5: "irst",
    4: "gst msd samt",
    5: "pkt uzt yekt",
    5.5: "ist slst",
    5.75: "npt",
    6: "almt bdt omst",
    7: "ict wib krat novt",
    8: "hkt sgt myt pht awst wita irkt",
    9: "jst kst wit yakt",
    9.5: "acst",
    10: "aest vlat",
    10.5: "acdt",
    11: "aedt",
    12: "nzst",
    13: "nzdt",
}
_NAMED: dict[str, tzinfo] = {
    name: timezone(timedelta(hours=hours)) for hours, names in _HOURS.items() for name in names.split()
}
_REGIONS = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
"""Names that mean another offset in summer."""
_OFFSET = re.compile(r"(?:\b(?:gmt|utc|ut)\s*([+\u2212-])\s?|(?<![\w./])([+\u2212-]))(\d{1,2})(?::?(\d{2}))?(?![\d./:-])")
_REGION = re.compile(r"\b([a-z]+(?:/[a-z_-]+){1,2})\b")
_WORD = re.compile(r"[^\W\d_]+")


def zone_in(text: str) -> tuple[tzinfo | None, str]:
    """Return the zone that a folded text names, and the text without it; None: it names none that is known.

    An offset counts more than a name beside it: `GMT+0200 (CEST)` is two hours ahead.
    """
    if (found := _OFFSET.search(text)) and (zone := _at(found[1] or found[2], int(found[3]), int(found[4] or 0))):
        return zone, text[: found.start()] + " " + _WORD.sub(" ", text[found.end() :])
    if (found := _REGION.search(text)) and (zone := _region(found[1])):
        return zone, text.replace(found[0], " ")
    for word in reversed([*_WORD.finditer(text)]):
        if word.start() and (zone := _NAMED.get(word[0]) or _region(_REGIONS.get(word[0], ""))):  # a weekday stands in front
            return zone, text[: word.start()] + " " + text[word.end() :]
    return None, text


def _at(sign: str, hours: int, minutes: int) -> tzinfo | None:
    offset = timedelta(hours=hours, minutes=minutes)
    if offset >= timedelta(hours=24):
        return None
    return timezone(offset if sign == "+" else -offset) if offset else UTC


def _region(name: str) -> tzinfo | None:
    """Return the zone of a region, `europe/berlin`; None: the machine knows none of that name."""
    if not name:
        return None
    try:
        return ZoneInfo("/".join("_".join(part.capitalize() for part in place.split("_")) for place in name.split("/")))
    except (OSError, ValueError, KeyError):
        return None
