"""Keys of the user's own: what would have no effect is refused, with what was meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.errors import SettingsError
from reader.model import Article
from reader.settings import Settings
from reader.tui import open_app
from reader.tui.app import ReaderApp
from reader.tui.keys.keymap import check
from reader.tui.theme.palettes import palette
from reader.tui.theme.themes import read_themes, theme

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


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_a_users_theme_is_worn_and_a_broken_one_is_told(make_app: AppMaker, harbour: Article, tmp_path: Path) -> None:
    (tmp_path / "moss.tcss").write_text("$paper: #102010;\n$ink: #e0f0e0;\n$accent: gold;\n")
    (tmp_path / "nicht.tcss").write_text("$paper: #102010;\n$ink: nonsense;\n$accent: gold;\n")
    app = make_app(harbour, themes=(tmp_path,))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "T", "T", "T", "T")
        assert app.theme == "moss"
        await press(pilot, "T")
        assert app.theme == "moss"
        assert "nicht.tcss: failed to parse 'nonsense' as a color" in app.reading.pane.status.message
        await press(pilot, "T")
        assert app.theme == "paper"


def test_a_broken_theme_that_is_chosen_is_an_error_with_its_name(make_app: AppMaker, harbour: Article, tmp_path: Path) -> None:
    (tmp_path / "nicht.tcss").write_text("$paper: #102010;\n$ink: nonsense;\n$accent: gold;\n")
    with pytest.raises(SettingsError, match=r"nicht\.tcss: failed to parse"):
        make_app(harbour, themes=(tmp_path,), settings=Settings(theme="nicht"))


def test_a_theme_without_its_three_colours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bare.tcss").write_text("$paper: #102010; /* $ink: #fff; */")
    with pytest.raises(SettingsError, match=r"bare\.tcss: the theme sets no \$ink"):
        read_themes((tmp_path,))
    assert theme("x", palette("$paper: #000000; $ink: #ffffff; $accent: gold;")).variables["lit"] == "#000000"


async def test_without_colour_there_is_no_other_theme(
    make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(harbour)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "T")
        assert app.theme == "mono"
        assert "NO_COLOR is set" in app.reading.pane.status.message
