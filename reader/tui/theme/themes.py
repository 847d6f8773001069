"""The app's themes, each made of a palette.

They are registered in `App.__init__`: later, the variables come too late for the style sheet of the layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from textual.theme import Theme

from reader.tui.theme.palettes import PLAIN, filled, is_ansi, read_palette, sheets

ORDER: Final = ("paper", "night", "contrast", "ansi")
"""The bundled themes in the order in which `T` shows them; a user's own follow."""


def theme(name: str, variables: Mapping[str, str]) -> Theme:
    """Make a theme of a palette.

    Raises:
        SettingsError: the palette lacks a colour that everything else is made of.
    """
    full, ansi = filled(name, variables), is_ansi(variables)
    return Theme(
        name=name,
        primary=full["accent"],
        foreground=None if ansi else full["ink"],
        background=None if ansi else full["paper"],
        surface=None if ansi else full["paper"],
        panel=None if ansi else full["paper"],
        accent=full["accent"],
        dark=full.get("dark") == "true",
        ansi=ansi,
        variables={"ansi-background": "ansi_default", "ansi-foreground": "ansi_default", **full} if ansi else full,
    )


def read_themes(folders: Iterable[Path]) -> dict[str, Theme]:
    """Read all themes of some folders; a later folder's theme replaces one of the same name.

    Raises:
        SettingsError: a theme cannot be read, or lacks a colour.
    """
    return {name: theme(name, read_palette(file)) for name, file in sheets(folders).items()}


def theme_after(names: Iterable[str], present: str) -> str:
    """Return the theme that follows the present one."""
    known = list(names)
    order: list[str] = [name for name in ORDER if name in known]
    order += sorted(name for name in known if name not in order and name != PLAIN)
    return order[(order.index(present) + 1) % len(order)] if present in order else order[0]
