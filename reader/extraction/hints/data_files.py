"""The room's tables: JSON files beside this module, each with a head that says where it comes from.

Read by path and not by `importlib.resources`, whose import alone takes as long as reading a small page.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[1] / "data"

Languages = dict[str, list[str]]


def word_lists(name: str) -> dict[str, list[str]]:
    """Return the word lists of a file."""
    lists: dict[str, list[str]] = _read(name)["lists"]
    return lists


def phrases() -> dict[str, dict[str, Languages]]:
    """Return the stock phrases by kind, by how they must stand in a text, and by language."""
    kinds: dict[str, dict[str, Languages]] = _read("phrases")["lists"]
    return kinds


def _read(name: str) -> dict[str, Any]:
    file: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    return file
