"""The user's own keys, looked over before they are used: nothing in the settings may be without effect."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import combinations
from typing import Final, NoReturn

from reader.errors import SettingsError
from reader.tui.keys.actions import APP, LIBRARY, LISTS, MOTIONS, PANES, PASSAGES, PRESETS, READING, every_action, keys_of

_PRESET: Final = "preset"
_TOGETHER: Final = ((PASSAGES, LISTS, MOTIONS), (MOTIONS, READING, PANES, LIBRARY, APP))
"""Groups whose keys meet in one place; a list's own keys go before those of the screen, and may say something else."""
_NAMED: Final = (
    "space", "enter", "escape", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown", "up", "down",
    "left", "right", "comma", *(f"f{number}" for number in range(1, 25)),
)  # fmt: skip
_KEY: Final = re.compile(r"((?:(?:ctrl|alt|shift|super)\+)*)(\S|[a-z0-9_]{2,})")


def check(changed: Mapping[str, str], *, source: str) -> None:
    """Look over the settings' keys.

    Args:
        changed: keys by action, and `preset`.
        source: the settings file, for the error's line.

    Raises:
        SettingsError: there is no such preset, action or key; or a key is set for two actions of one place.
    """
    known = [action.id for action in every_action()]
    for name, keys in changed.items():
        if name == _PRESET and keys not in PRESETS:
            _refuse(f"there is no preset {keys!r}", source, keys, tuple(PRESETS))
        if name != _PRESET and name not in known:
            _refuse(f"there is no action {name!r}", source, name, (*known, _PRESET))
        for key in keys.split(",") if name != _PRESET else ():
            if not _is_key(key.strip()):
                _refuse(f"there is no key {key.strip()!r}", source, key.strip().lower(), _NAMED)
    _check_clashes(changed, source)


def _is_key(key: str) -> bool:
    found = _KEY.fullmatch(key)
    if not found:
        return False
    name = found[2]
    return len(name) == 1 or name in _NAMED or "_" in name  # Textual's own names of signs: `left_square_bracket`


def _check_clashes(changed: Mapping[str, str], source: str) -> None:
    for groups in _TOGETHER:
        typed = {action.id: set(keys_of(action, changed)) for group in groups for action in group.actions}
        for one, other in combinations(typed, 2):
            both = typed[one] & typed[other]
            if both and (one in changed or other in changed):
                mine, usual = (one, other) if one in changed else (other, one)
                raise SettingsError(
                    f"{mine} and {usual} are both on {min(both)!r}", source=source, advice=f"give {usual} another key too"
                )


def _refuse(problem: str, source: str, wrong: str, known: Sequence[str]) -> NoReturn:
    near = get_close_matches(wrong, known, n=1)
    raise SettingsError(problem, source=source, advice=f"did you mean {near[0]!r}?" if near else "reader keys lists them")
