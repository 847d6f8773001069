"""Themes are read from palettes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import SettingsError
from reader.model import Article
from reader.settings import Settings
from reader.tui.theme.palettes import palette
from reader.tui.theme.themes import read_themes, theme
from tests.tui.conftest import AppMaker


def test_a_broken_theme_that_is_chosen_is_an_error_with_its_name(make_app: AppMaker, harbour: Article, tmp_path: Path) -> None:
    (tmp_path / "nicht.tcss").write_text("$paper: #102010;\n$ink: nonsense;\n$accent: gold;\n")
    with pytest.raises(SettingsError, match=r"nicht\.tcss: failed to parse"):
        make_app(harbour, themes=(tmp_path,), settings=Settings(theme="nicht"))


def test_a_theme_without_its_three_colours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bare.tcss").write_text("$paper: #102010; /* $ink: #fff; */")
    with pytest.raises(SettingsError, match=r"bare\.tcss: the theme sets no \$ink"):
        read_themes((tmp_path,))
    assert theme("x", palette("$paper: #000000; $ink: #ffffff; $accent: gold;")).variables["lit"] == "#000000"
