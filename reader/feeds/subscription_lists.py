"""What lists of subscriptions hold, whatever their format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A feed in a list of subscriptions."""

    url: str
    """Absolute http or https URL."""
    title: str = ""
    folder: str = ""
    """Folder names parted by `/`; empty at the top."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a list of subscriptions holds that can be followed, and what cannot."""

    feeds: tuple[Listed, ...]
    refused: tuple[tuple[str, str], ...] = ()
    """What is left out, and why; nothing of it is ever run or fetched."""
