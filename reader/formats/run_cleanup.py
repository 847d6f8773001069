"""Runs on their way out: through the gate, like neighbours joined, links to safe places only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.model import Run
from reader.model.address import display_url
from reader.model.text import plain

SAFE_HREF = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


def safe_href(href: str | None) -> str:
    """Return an address that may be followed (http, https or mailto); empty if there is none, or it leads elsewhere."""
    if not href:
        return ""
    href = display_url(plain(href).strip())
    if not SAFE_HREF.fullmatch(href):
        return ""
    return _mail(href) if href[:7].lower() == "mailto:" else href


def _mail(href: str) -> str:
    """Return a mail address with nothing but what a letter may be begun with (RFC 6068): no attachment, no hidden copy."""
    address, _, fields = href.partition("?")
    kept = "&".join(field for field in fields.split("&") if field.partition("=")[0].lower() in ("to", "subject", "body"))
    return f"{address}?{kept}" if kept else address


def tidied(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the same words in as few runs as will do, without control characters.

    Spaces at the ends of links and emphasis move out of them: no markup wants them inside, and Markdown cannot say them.
    """
    kept: list[Run] = []
    for run in runs:
        for piece in _parted(run):
            if kept and (kept[-1].style, kept[-1].href) == (piece.style, piece.href):
                kept.append(replace(piece, text=kept.pop().text + piece.text))
            else:
                kept.append(piece)
    return tuple(kept)


def _parted(run: Run) -> Iterator[Run]:
    text = plain(run.text)
    core = text.strip()
    href = safe_href(run.href) or None
    if core and (run.style or href):
        start = text.index(core)
        yield from (Run(text=space) for space in (text[:start],) if space)
        yield Run(text=core, style=run.style, href=href)
        yield from (Run(text=space) for space in (text[start + len(core) :],) if space)
    elif text:
        yield Run(text=text)
