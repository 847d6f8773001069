"""The user's settings: one frozen dataclass, read once from TOML and passed as an argument; and the user's folders.

A key that is not known is refused with the nearest one that is, so that a slip of the pen is never a setting without effect.
Nothing is written here: no settings file exists before the user makes one.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from reader import resources
from reader.errors import SettingsError

NAME = "broadsheet"
"""Of the folders, where the system keeps one a program."""
FILE = "settings.toml"
HOME = "READER_HOME"
"""The environment variable that puts all folders under one."""

_RANGES = {"width": (40, 120), "timeout": (0.1, 3600)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user may set; the defaults are those of the program."""

    theme: str = "paper"
    """`paper`, `night`, `ansi`, or another theme in `styles/themes/` or the user's own themes folder."""
    width: int = 72
    """Columns of text in the app: 40 to 120."""
    ascii: bool = False
    """Draw marks in ASCII only."""
    linear: bool = False
    """Show one thing at a time, without lines and boxes: for screen readers."""
    timeout: float = 30.0
    """Seconds for one page, everything included."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Action id to keys, parted by commas; what stands here replaces the action's own keys.

    `preset = "newsboat"` begins with the keys of newsboat.
    """
    rules: Mapping[str, str] = field(default_factory=dict)
    """Query to what is done with an entry that arrives and that it selects: hide, read, star, notify, tag:NAME."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where the user's files lie; none of them need exist."""

    config: Path
    """`settings.toml`, and the user's own `themes/`."""
    data: Path
    """What the user keeps."""
    state: Path
    """Reading positions and the log."""
    cache: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / FILE

    @property
    def themes(self) -> Path:
        """The folder of the user's own themes."""
        return self.config / "themes"


def folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """Return the user's folders: below `READER_HOME` if that is set, else where the system keeps them."""
    home = environment.get(HOME)
    if home:
        root = Path(home).expanduser().absolute()
        return Folders(config=root / "config", data=root / "data", state=root / "state", cache=root / "cache")
    import platformdirs  # noqa: PLC0415 - a home of its own needs no system's rules

    places = platformdirs.PlatformDirs(NAME, appauthor=False)
    return Folders(
        config=places.user_config_path, data=places.user_data_path, state=places.user_state_path, cache=places.user_cache_path
    )


def load(place: Folders) -> Settings:
    """Read the settings file; return the defaults where there is none.

    Raises:
        SettingsError: it cannot be read, is no TOML, or holds a key or a value that is not known.
    """
    path = place.settings
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise SettingsError(f"it cannot be read: {(error.strerror or '').lower()}", source=str(path)) from error
    except UnicodeDecodeError as error:
        raise SettingsError("this is not UTF-8", source=str(path), advice="save it as UTF-8") from error
    return parse(text, source=str(path), themes=theme_names(place))


def parse(text: str, *, source: str, themes: tuple[str, ...] = ()) -> Settings:
    """Read settings from TOML.

    Args:
        text: the file's text.
        source: its name, for the error's line.
        themes: the names that `theme` may have; empty: any.

    Raises:
        SettingsError: it is no TOML, or holds a key or a value that is not known.
    """
    import tomllib  # noqa: PLC0415 - without a settings file there is nothing to parse

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also a number of thousands of digits
        raise SettingsError(f"this is not TOML: {error}", source=source, advice="reader config check") from error
    known = [one.name for one in fields(Settings)]
    for name in table:
        if name not in known:
            raise SettingsError(f"there is no setting {name!r}", source=source, advice=_nearest(name, known))
    values = _Values(table=table, source=source)
    usual = Settings()
    settings = Settings(
        theme=values.text("theme", usual.theme),
        width=int(values.number("width", usual.width)),
        ascii=values.flag("ascii", usual.ascii),
        linear=values.flag("linear", usual.linear),
        timeout=values.number("timeout", usual.timeout),
        keys=values.keys("keys"),
        rules=values.keys("rules"),
    )
    if themes and settings.theme not in themes:
        raise SettingsError(f"there is no theme {settings.theme!r}", source=source, advice=_nearest(settings.theme, themes))
    return settings


def theme_names(place: Folders) -> tuple[str, ...]:
    """Return the names of the themes that ship with the program, and of the user's own."""
    found = [path.stem for folder in (resources.styles() / "themes", place.themes) for path in sorted(folder.glob("*.tcss"))]
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Values:
    """A parsed settings file, asked for values of a certain type."""

    table: Mapping[str, object]
    source: str

    def text(self, name: str, usual: str) -> str:
        value = self.table.get(name, usual)
        return value if isinstance(value, str) else self._refuse(name)

    def flag(self, name: str, usual: bool) -> bool:  # noqa: FBT001 - it is the setting's value
        value = self.table.get(name, usual)
        return value if isinstance(value, bool) else self._refuse(name)

    def number(self, name: str, usual: float) -> float:
        value = self.table.get(name, usual)
        good = _RANGES[name]
        if isinstance(value, bool) or not isinstance(value, type(usual) | int) or not good[0] <= value <= good[1]:
            self._refuse(name)
        return value

    def keys(self, name: str) -> dict[str, str]:
        value = self.table.get(name, {})
        if not isinstance(value, dict):
            self._refuse(name)
        for action, keys in value.items():
            if not isinstance(keys, str) or not keys:
                self._refuse(f"{name}.{action}", value=keys)
        return value

    def _refuse(self, name: str, *, value: object = None) -> NoReturn:
        shown = _shown(self.table[name] if value is None else value)
        shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
        raise SettingsError(f"{name} cannot be {shown}", source=self.source, advice=f"it is {WANTED[name.partition('.')[0]]}")


def _shown(value: object) -> str:
    try:
        return repr(value)
    except ValueError:  # Python writes no number of thousands of digits
        return "that"


WANTED = {
    "theme": "the name of a theme, in quotes",
    "width": "a whole number from {} to {}".format(*_RANGES["width"]),
    "ascii": "true or false",
    "linear": "true or false",
    "timeout": "a number of seconds from {} to {}".format(*_RANGES["timeout"]),
    "rules": 'a table of queries and what is done with what arrives: "title:horoscope" = "hide"',
    "keys": 'a table of actions and their keys: next-section = "]"',
}


def _nearest(name: str, known: tuple[str, ...] | list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
