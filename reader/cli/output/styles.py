"""What is printed, before it is printed: words, and how they are to be set.

Escape sequences are made in one place, at the door out, where every word has passed the gate; so no escape that is printed can
come from a page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reader.model.text import plain


class Style(StrEnum):
    """How words are set on a terminal with colours; the values are SGR parameters (ECMA-48, 8.3.117)."""

    PLAIN = ""
    BOLD = "1"
    FAINT = "2"
    GOOD = "32"
    BAD = "31"
    NAME = "36"
    FAULT = "1;31"


@dataclass(frozen=True, slots=True)
class StyledText:
    """Some words, set alike."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[StyledText, ...]


def rendered(lines: Iterable[Line], *, colour: bool) -> str:
    """Return lines as they go to a stream, each with its newline; every word passes the gate here."""
    return "".join("".join(_set(part, colour=colour) for part in line) + "\n" for line in lines)


def _set(part: StyledText, *, colour: bool) -> str:
    words = plain(part.text)
    return f"\x1b[{part.style.value}m{words}\x1b[0m" if colour and part.style is not Style.PLAIN and words else words
