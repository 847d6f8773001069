"""The room's tables: JSON files beside this module, read when they are first asked for.

Read by path and not by `importlib.resources`, whose import alone takes as long as reading a small page.
"""

from __future__ import annotations

import json
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "data"


def text(name: str) -> str:
    """Give the text of a data file."""
    return (_FOLDER / f"{name}.json").read_text("utf-8")


def table(name: str) -> dict[str, list[str]]:
    """Give a table of word lists."""
    read: dict[str, list[str]] = json.loads(text(name))
    return read
