"""An entry as markup: its text, and below it what it carries, so that a recording is kept, opened and listed as links are."""

from __future__ import annotations

from html import escape

from reader.model import Enclosure, Entry

MARK = "<!-- enclosures -->"
_UNITS = ("bytes", "kB", "MB", "GB")


def with_enclosures(entry: Entry) -> str:
    """Return the markup of an entry's text, and below it links to what it carries."""
    links = "".join(f'<p><a href="{escape(one.url)}">{escape(_label(one))}</a></p>' for one in entry.enclosures)
    return f"{entry.content}{MARK}{links}" if links else entry.content


def _label(one: Enclosure) -> str:
    return ", ".join(filter(None, (one.media_type, _readable(one.bytes)))) or one.url


def _readable(size: int | None) -> str:
    if not size:
        return ""
    number, unit = float(size), 0
    while number >= 1000 and unit < len(_UNITS) - 1:
        number, unit = number / 1000, unit + 1
    return f"{number:.0f} {_UNITS[unit]}" if unit < 2 else f"{number:.1f} {_UNITS[unit]}"
