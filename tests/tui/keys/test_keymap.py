"""Keys of the user's own: what would have no effect is refused, with what was meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.errors import SettingsError
from reader.settings import Settings
from reader.tui import open_app
from reader.tui.app import ReaderApp
from reader.tui.keys.keymap import check

AppMaker = Callable[..., ReaderApp]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"nxet": "n"}, "there is no action 'nxet' (did you mean 'next'?)"),
        ({"preset": "newsbaot"}, "there is no preset 'newsbaot' (did you mean 'newsboat'?)"),
        ({"next": "Escape"}, "there is no key 'Escape' (did you mean 'escape'?)"),
        ({"next": "x,ctrl-n"}, "there is no key 'ctrl-n'"),
        ({"next": ""}, "there is no key ''"),
        ({"next-section": "j"}, "next-section and down are both on 'j' (give down another key too)"),
        ({"open": "F"}, "open and filter are both on 'F'"),
        ({"quit": "x", "zen": "x"}, "zen and quit are both on 'x'"),
    ],
)
def test_keys_without_effect_are_refused(keys: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        check(keys, source="settings.toml")
    assert f"settings.toml: {told}" in str(caught.value)


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"preset": "newsboat"},
        {"preset": "newsboat", "next-section": "S"},
        {"next-section": "S, ctrl+n", "quit": "f10", "links": "left_square_bracket", "previous-section": "comma"},
        {"next-section": "j", "down": "down"},
        {"only-person": "n"},  # in a list only, where it goes before the screen's
    ],
)
def test_good_keys_are_taken(keys: dict[str, str]) -> None:
    check(keys, source="settings.toml")


def test_the_app_does_not_open_with_keys_that_cannot_be_used() -> None:
    with pytest.raises(SettingsError, match="no action 'nxet'"):
        open_app((), Settings(keys={"nxet": "n"}))
