"""The signs that the app draws, in Unicode and in ASCII; every one of them says itself without colour."""

from __future__ import annotations

from typing import Final


class Symbols:
    """One set of signs; each takes one cell, but for the dash in ASCII."""

    unread: str = "●"
    failed: str = "×"
    """It could not be read."""
    starred: str = "★"
    quoted: str = "▌"
    here: str = "▸"
    bullet: str = "•"
    bar: str = "│"
    """Stands left of a block quotation."""
    figure: str = "▣"
    more_right: str = "›"
    more_left: str = "‹"
    ellipsis: str = "…"
    dot: str = "·"
    dash: str = "—"
    section: str = "§"
    paragraph: str = "¶"
    times: str = "×"
    rule: str = "─"
    dropped: str = "╌"
    """Stands left of what was stripped, when that is shown."""
    boxes: str = " ╴╵┘╶─└┴╷┐│┤┌┬├┼"
    """Box drawing by the sides that a line leaves to: 1 left, 2 up, 4 right, 8 down."""


class _Ascii(Symbols):
    """Signs that every terminal and every screen reader knows."""

    unread = "*"
    failed = "!"
    starred = "+"
    quoted = "|"
    here = ">"
    bullet = "-"
    bar = "|"
    figure = "#"
    more_right = ">"
    more_left = "<"
    ellipsis = "~"
    dot = "-"
    dash = "--"
    section = "s"
    paragraph = "p"
    times = "x"
    rule = "-"
    dropped = ":"
    boxes = " -|+-" + "-++|+|+++++"


UNICODE: Final = Symbols()
ASCII: Final[Symbols] = _Ascii()
