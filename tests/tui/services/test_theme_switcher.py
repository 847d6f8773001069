"""Themes are turned, and a broken one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model import Article
from tests.tui.conftest import AppMaker
from tests.tui.driving import SIZE, press


async def test_themes_turn_live(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        seen = [app.theme]
        for _ in range(4):
            await press(pilot, "T")
            seen.append(app.theme)
        assert seen == ["paper", "night", "contrast", "ansi", "paper"]


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


async def test_without_colour_there_is_no_other_theme(
    make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(harbour)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "T")
        assert app.theme == "mono"
        assert "NO_COLOR is set" in app.reading.pane.status.message


async def test_the_theme_that_is_chosen_is_kept(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    kept: list[str] = []
    app.themes._keep = kept.append
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "T", "T")
        assert kept == ["night", "contrast"]
