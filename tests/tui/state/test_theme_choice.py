"""A theme that was chosen by its key is worn the next time too, until the settings say another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.settings import Folders, Settings
from reader.tui.state.theme_choice import chosen_theme, keep_theme

KNOWN = ("paper", "night")


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path / "config", data=tmp_path, state=tmp_path / "state", cache=tmp_path)


def test_what_was_chosen_is_worn(places: Folders) -> None:
    assert chosen_theme(places, Settings(), KNOWN) == "paper"
    keep_theme(places, "night")
    assert chosen_theme(places, Settings(), KNOWN) == "night"


def test_settings_that_were_written_later_win(places: Folders) -> None:
    keep_theme(places, "night")
    places.settings.parent.mkdir()
    places.settings.write_text('theme = "paper"\n')
    os.utime(places.state / "theme", (1_700_000_000, 1_700_000_000))
    assert chosen_theme(places, Settings(theme="paper"), KNOWN) == "paper"
    keep_theme(places, "night")
    os.utime(places.settings, (1_700_000_000, 1_700_000_000))
    assert chosen_theme(places, Settings(theme="paper"), KNOWN) == "night"


def test_a_theme_that_is_no_more_is_not_worn(places: Folders) -> None:
    keep_theme(places, "moss")
    assert chosen_theme(places, Settings(), KNOWN) == "paper"
    (places.state / "theme").write_bytes(b"\xff\xfe")
    assert chosen_theme(places, Settings(), KNOWN) == "paper"


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    keep_theme(Folders(config=tmp_path, data=tmp_path, state=tmp_path / "state", cache=tmp_path), "night")
