"""The theme that was chosen by its key, kept in the state folder until the settings are changed."""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import Final

from reader.settings import Folders, Settings

_FILE: Final = "theme"
_LOG = logging.getLogger(__name__)


def chosen_theme(places: Folders, settings: Settings, known: Collection[str]) -> str:
    """Return the theme to begin with: the one chosen last, unless the settings have been written since, or it is no more."""
    file = places.state / _FILE
    try:
        name, chosen = file.read_text("utf-8").strip(), file.stat().st_mtime
        is_older = places.settings.exists() and places.settings.stat().st_mtime > chosen
    except (OSError, UnicodeDecodeError):
        return settings.theme
    return settings.theme if is_older or name not in known else name


def keep_theme(places: Folders, name: str) -> None:
    """Keep the theme that has been chosen; a full disk is no reason to fail."""
    try:
        places.state.mkdir(parents=True, exist_ok=True)
        (places.state / _FILE).write_text(f"{name}\n", encoding="utf-8")
    except OSError as error:
        _LOG.warning("%s: the theme cannot be kept: %s", places.state, error)
