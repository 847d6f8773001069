"""The styles that words are drawn in, made of a theme's palette once a theme.

The rules stand in `styles/inks.tcss`.  Textual's own way, component classes, works each style out from all rules and all
ancestors, for every widget, twice before the first paint; that took a fifth of the whole start.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rich.style import Style
from textual.color import Color, ColorParseError

from reader import resources
from reader.errors import SettingsError

_NOTHING = Style.null()


class ThemeStyles:
    """All styles of one theme by their names, each to be laid over `base`."""

    def __init__(self, base: Style, styles: Mapping[str, Style]) -> None:
        """Take the colours of the page, and what the rules lay over them."""
        self.base = base
        self._styles = styles

    def __getitem__(self, name: str) -> Style:
        """Return what a rule lays over the page; a name without a rule lays nothing."""
        return self._styles.get(name, _NOTHING)


NO_STYLES = ThemeStyles(_NOTHING, {})
"""What is drawn in before there is a theme."""


def make_styles(palette: Mapping[str, str], name: str = "") -> ThemeStyles:
    """Make the styles of a theme; its name is for the error's line.

    Raises:
        SettingsError: the palette lacks a colour, or one of its colours is none.
    """
    try:
        page = _style({"color": "$ink", "background": "$paper"}, palette)
        return ThemeStyles(page, {rule: _style(words, palette) for rule, words in _rules().items()})
    except ColorParseError as error:
        problem = str(error).partition(";")[0].lower()
        raise SettingsError(problem, source=f"{name}.tcss", advice="styles/themes/paper.tcss shows how") from error


@cache
def _rules() -> dict[str, dict[str, str]]:
    """Return each rule's declarations by its name."""
    sheet = re.sub(r"/\*.*?\*/", "", (resources.styles() / "inks.tcss").read_text("utf-8"), flags=re.DOTALL)
    rules: dict[str, dict[str, str]] = {}
    for name, body in re.findall(r"\.([\w-]+)\s*\{([^}]*)\}", sheet):
        pairs = (part.partition(":") for part in body.split(";") if ":" in part)
        rules[name] = {key.strip(): value.strip() for key, _, value in pairs}
    return rules


def _style(rule: Mapping[str, str], palette: Mapping[str, str]) -> Style:
    words = {key: palette.get(value[1:], "") if value.startswith("$") else value for key, value in rule.items()}
    flags = words.get("text-style", "none").split()
    return Style(
        color=Color.parse(words["color"]).rich_color if "color" in words else None,
        bgcolor=Color.parse(words["background"]).rich_color if "background" in words else None,
        bold="bold" in flags or None,
        italic="italic" in flags or None,
        underline="underline" in flags or None,
        strike="strike" in flags or None,
        reverse="reverse" in flags or None,
    )
