"""Palettes read from style sheets: `$variables`, and nothing else; a theme is made of each (`themes`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from reader.errors import SettingsError

PLAIN: Final = "mono"
"""The palette for `NO_COLOR`: the terminal's own two colours, and bold, underline and reverse."""
_VARIABLE: Final = re.compile(r"(?:^|(?<=;))\s*\$([a-z][a-z0-9-]*)\s*:\s*([^;]+);", re.MULTILINE)
_NEEDED: Final = ("paper", "ink", "accent")
_INHERITED: Final = {
    "faint": "$ink", "line": "$ink", "headline": "$ink", "said": "$ink", "link": "$accent", "code": "$ink", "lit": "$paper",
    "match": "$paper", "match-here": "$accent", "cursor": "$paper", "cursor-here": "$accent", "selected": "$accent",
    "lit-ink": "$ink", "match-ink": "$ink", "match-here-ink": "$paper", "cursor-here-ink": "$paper", "selected-ink": "$ink",
    "label-ink": "$paper",
    "label-style": "bold", "lit-style": "none", "match-style": "none", "match-here-style": "none", "cursor-style": "none",
    "cursor-here-style": "none", "selected-style": "none",
}  # fmt: skip
"""What a variable is where a theme does not set it: a value, or another variable's."""


def palette(sheet: str) -> dict[str, str]:
    """Return the variables that a theme's style sheet sets."""
    text = re.sub(r"/\*.*?(?:\*/|\Z)", "", sheet, flags=re.DOTALL)
    return {name: value.strip() for name, value in _VARIABLE.findall(text)}


def filled(name: str, variables: Mapping[str, str]) -> dict[str, str]:
    """Return a palette with every variable; its name is for the error's line.

    Raises:
        SettingsError: it lacks a colour that everything else is made of.
    """
    for needed in _NEEDED:
        if needed not in variables:
            raise SettingsError(f"the theme sets no ${needed}", source=f"{name}.tcss", advice="see styles/themes/paper.tcss")
    full = dict(variables)
    for key, value in _INHERITED.items():
        full.setdefault(key, full[value[1:]] if value.startswith("$") else value)
    return full


def is_ansi(variables: Mapping[str, str]) -> bool:
    """Say whether a palette is made of the terminal's own colours."""
    return variables.get("ansi") == "true"


def sheets(folders: Iterable[Path]) -> dict[str, Path]:
    """Return the palettes' files by their names; a later folder's takes the place of one of the same name."""
    return {file.stem: file for folder in folders if folder.is_dir() for file in sorted(folder.glob("*.tcss"))}


def read_palette(file: Path) -> dict[str, str]:
    """Read a file's palette, as far as it goes.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        return palette(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("the theme cannot be read", source=str(file)) from error
