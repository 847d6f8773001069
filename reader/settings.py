"""The user's settings: one frozen dataclass, read once from TOML and passed as an argument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user may set; the defaults are those of the program."""

    theme: str = "paper"
    """`paper`, `night`, `ansi`, or another theme in `styles/themes/` or the user's own themes folder."""
    width: int = 72
    """Columns of text in the app: 40 to 120."""
    ascii: bool = False
    """Draw marks in ASCII only."""
    timeout: float = 30.0
    """Seconds for one page, everything included."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Action id to keys, parted by commas; what stands here replaces the action's own keys."""
