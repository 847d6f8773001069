"""Themes read from style sheets: a palette of `$variables` each, and nothing else.

They are registered in `App.__init__`: later, the variables come too late for the style sheet of the layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from textual.theme import Theme

from reader.errors import SettingsError

ORDER: Final = ("paper", "night", "contrast", "ansi")
"""The bundled themes in the order in which `T` shows them; a user's own follow."""
PLAIN: Final = "mono"
"""The theme for `NO_COLOR`: the terminal's own two colours, and bold, underline and reverse."""
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
    """Give the variables that a theme's style sheet sets."""
    text = re.sub(r"/\*.*?(?:\*/|\Z)", "", sheet, flags=re.DOTALL)
    return {name: value.strip() for name, value in _VARIABLE.findall(text)}


def theme(name: str, variables: Mapping[str, str]) -> Theme:
    """Make a theme of a palette.

    Raises:
        SettingsError: the palette lacks a colour that everything else is made of.
    """
    for needed in _NEEDED:
        if needed not in variables:
            raise SettingsError(f"the theme sets no ${needed}", source=f"{name}.tcss", advice="see styles/themes/paper.tcss")
    ansi = variables.get("ansi") == "true"
    filled = dict(variables)
    for key, value in _INHERITED.items():
        filled.setdefault(key, filled[value[1:]] if value.startswith("$") else value)
    return Theme(
        name=name,
        primary=variables["accent"],
        foreground=None if ansi else variables["ink"],
        background=None if ansi else variables["paper"],
        surface=None if ansi else variables["paper"],
        panel=None if ansi else variables["paper"],
        accent=variables["accent"],
        dark=variables.get("dark") == "true",
        ansi=ansi,
        variables={"ansi-background": "ansi_default", "ansi-foreground": "ansi_default", **filled} if ansi else filled,
    )


def read_themes(folders: Iterable[Path]) -> dict[str, Theme]:
    """Read all themes of some folders; a later folder's theme replaces one of the same name.

    Raises:
        SettingsError: a theme cannot be read, or lacks a colour.
    """
    themes: dict[str, Theme] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.tcss")) if folder.is_dir() else ():
            try:
                sheet = file.read_text("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsError("the theme cannot be read", source=str(file)) from error
            themes[file.stem] = theme(file.stem, palette(sheet))
    return themes


def turn(names: Iterable[str], present: str) -> str:
    """Give the theme that follows the present one."""
    known = list(names)
    order: list[str] = [name for name in ORDER if name in known]
    order += sorted(name for name in known if name not in order and name != PLAIN)
    return order[(order.index(present) + 1) % len(order)] if present in order else order[0]
