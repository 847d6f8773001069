from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SettingsError
from reader.settings import Settings, folders, load, parse, theme_names


def problem(text: str, *themes: str) -> str:
    with pytest.raises(SettingsError) as caught:
        parse(text, source="settings.toml", themes=themes)
    assert caught.value.source == "settings.toml"
    return f"{caught.value.problem} / {caught.value.advice}"


def test_nothing_set_is_the_programs_own(tmp_path: Path) -> None:
    assert parse("", source="x") == Settings()
    assert load(folders({"READER_HOME": str(tmp_path / "none")})) == Settings()


def test_every_setting_can_be_set() -> None:
    text = 'theme = "night"\nwidth = 66\nascii = true\ntimeout = 5\n[keys]\nnext-section = "n"\n'
    wanted = Settings(theme="night", width=66, ascii=True, timeout=5.0, keys={"next-section": "n"})
    assert parse(text, source="x", themes=("paper", "night")) == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("widht = 80", "there is no setting 'widht' / did you mean 'width'?"),
        ("colour = 1", "there is no setting 'colour' / there are: theme, width, "),
        ("width = 12", "width cannot be 12 / it is a whole number from 40 to 120"),
        ("width = 121", "width cannot be 121 / it is a whole number from 40 to 120"),
        ("width = 72.5", "width cannot be 72.5 / it is a whole number from 40 to 120"),
        ("width = true", "width cannot be True / it is a whole number from 40 to 120"),
        ("timeout = 0", "timeout cannot be 0 / it is a number of seconds from 0.1 to 3600"),
        ("timeout = nan", "timeout cannot be nan / it is a number of seconds from 0.1 to 3600"),
        ("timeout = '5'", "timeout cannot be '5' / it is a number of seconds from 0.1 to 3600"),
        ("ascii = 1", "ascii cannot be 1 / it is true or false"),
        ("theme = 1", "theme cannot be 1 / it is the name of a theme, in quotes"),
        ("theme = 'nigth'", "there is no theme 'nigth' / did you mean 'night'?"),
        ("keys = 'q'", "keys cannot be 'q' / it is a table of actions and their keys"),
        ("keys.quit = 1", "keys.quit cannot be 1 / it is a table of actions and their keys"),
        ("keys.quit = ''", "keys.quit cannot be '' / it is a table of actions and their keys"),
        ("width == 1", "this is not TOML"),
        ("[" * 5000, "this is not TOML"),
    ],
)
def test_what_cannot_be_used_is_told_with_what_can(text: str, told: str) -> None:
    assert problem(text, "paper", "night").startswith(told)


@given(st.text())
def test_no_text_brings_anything_but_settings_or_one_error(text: str) -> None:
    with contextlib.suppress(SettingsError):
        assert isinstance(parse(text, source="x"), Settings)


def test_a_long_value_is_told_shortened() -> None:
    assert len(problem(f"theme = 1\nwidth = '{'w' * 500}'")) < 200


def test_one_home_holds_all_folders(tmp_path: Path) -> None:
    place = folders({"READER_HOME": str(tmp_path)})
    assert {place.config, place.data, place.state, place.cache} == {
        tmp_path / name for name in ("config", "data", "state", "cache")
    }
    assert (place.settings, place.themes) == (tmp_path / "config" / "settings.toml", tmp_path / "config" / "themes")


def test_a_home_that_is_relative_is_below_the_folder_that_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folders({"READER_HOME": "home"}).data == tmp_path / "home" / "data"


def test_without_a_home_the_folders_are_where_the_system_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    place = folders({})
    assert len({place.config, place.data, place.state, place.cache}) == 4
    assert all(path.name == "broadsheet" for path in (place.config, place.data, place.state, place.cache))


def test_nothing_is_written_by_looking(tmp_path: Path) -> None:
    load(folders({"READER_HOME": str(tmp_path / "home")}))
    assert not (tmp_path / "home").exists()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    place = folders({"READER_HOME": str(tmp_path)})
    place.settings.mkdir(parents=True)
    with pytest.raises(SettingsError, match="it cannot be read: is a directory"):
        load(place)


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    place = folders({"READER_HOME": str(tmp_path)})
    place.config.mkdir()
    place.settings.write_bytes(b'theme = "\xff"')
    with pytest.raises(SettingsError, match="not UTF-8"):
        load(place)


def test_the_users_own_themes_are_themes(tmp_path: Path) -> None:
    place = folders({"READER_HOME": str(tmp_path)})
    place.themes.mkdir(parents=True)
    (place.themes / "dusk.tcss").write_text("$x: red;")
    assert {"paper", "night", "ansi", "dusk"} <= set(theme_names(place))
    place.settings.write_text("theme = 'dusk'")
    assert load(place).theme == "dusk"


@pytest.mark.parametrize(
    "value", ["1" * 5000, "0x" + "f" * 5000, "-" + "9" * 5000, "1" * 400 + ".0", "1e999", "[" * 5000, "9999-99-99"]
)
def test_no_number_and_no_nesting_is_more_than_an_error_of_the_settings(value: str) -> None:
    for name in ("width", "timeout", "theme"):
        assert problem(f"{name} = {value}")
