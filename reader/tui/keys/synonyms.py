"""Other words that somebody may type to find an action: what other programs call it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "add": ("subscribe", "follow", "import", "opml"),
    "all-read": ("catchup",),
    "browser": ("open", "url"),
    "copy-link": ("yank", "url", "clipboard"),
    "copy-quote": ("yank", "clipboard"),
    "delete": ("remove", "unsubscribe"),
    "direction": ("rtl", "arabic", "hebrew"),
    "everywhere": ("person",),
    "export": ("write", "save", "epub"),
    "filter": ("query", "narrow"),
    "full-text": ("page",),
    "help": ("keys", "shortcuts"),
    "keep": ("save", "archive"),
    "mark": ("bookmark",),
    "narrower": ("width", "columns"),
    "pipe": ("shell", "program"),
    "quit": ("q", "exit", "leave", "close"),
    "refresh": ("reload", "update"),
    "refresh-all": ("reload", "update", "sync"),
    "search-order": ("sort",),
    "star": ("favourite", "save", "like"),
    "tag": ("label",),
    "theme": ("dark", "light", "night", "colours"),
    "to-mark": ("bookmark",),
    "undo": ("revert",),
    "wider": ("width", "columns"),
    "zen": ("fullscreen",),
}
"""By the action's id."""
