from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.commands.config import as_toml
from reader.settings import Settings, parse
from tests.cli.conftest import Call


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "config" / "settings.toml"
    path.parent.mkdir(parents=True)
    return path


def test_the_paths_are_those_below_the_home(call: Call, tmp_path: Path) -> None:
    lines = dict(line.split("\t") for line in call("config", "path").out.splitlines())
    home = tmp_path / "home"
    assert lines == {
        "settings": str(home / "config" / "settings.toml"),
        "themes": str(home / "config" / "themes"),
        "data": str(home / "data"),
        "state": str(home / "state"),
        "cache": str(home / "cache"),
    }


def test_what_is_shown_is_a_settings_file(call: Call, settings: Path) -> None:
    settings.write_text("width = 66\n[keys]\nquit = 'Q,ctrl+q'\n")
    shown = call("config", "show").out
    assert parse(shown, source="x") == Settings(width=66, keys={"quit": "Q,ctrl+q"})
    settings.write_text(shown)
    assert call("config", "show").out == shown


@given(
    st.builds(
        Settings,
        theme=st.text(),
        width=st.integers(40, 120),
        ascii=st.booleans(),
        timeout=st.floats(0.1, 3600).map(lambda seconds: round(seconds, 3)),
        keys=st.dictionaries(st.text(), st.text(min_size=1)),
    )
)
def test_any_settings_are_read_back_as_they_were_shown(settings: Settings) -> None:
    assert parse(as_toml(settings), source="x") == settings


def test_good_settings_are_called_good(call: Call, settings: Path) -> None:
    assert call("config", "check").out == f"{settings}: not there, so all is as usual\n"
    settings.write_text("theme = 'night'\n[keys]\nquit = 'Q'\n")
    assert call("config", "check").out == f"{settings}: good\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("theme = 'nihgt'", "there is no theme 'nihgt' (did you mean 'night'?)"),
        ("[keys]\nqiut = 'q'", "there is no action 'qiut' (did you mean 'quit'?)"),
        ("\x1b[31m = 1", "this is not TOML"),
        ('"\\u001b[31mwidth" = 1', "there is no setting '\\x1b[31mwidth' (did you mean 'width'?)"),
    ],
)
def test_bad_settings_are_told_with_status_7(call: Call, settings: Path, text: str, told: str) -> None:
    settings.write_text(text)
    done = call("config", "check")
    assert (done.status, done.out) == (7, "")
    assert told in done.err
    assert "\x1b" not in done.err


def test_bad_settings_do_not_keep_a_file_from_being_printed(call: Call, settings: Path, story: str) -> None:
    settings.write_text("nonsense")
    assert call("cat", story).status == 0
    assert call("cat", "http://127.0.0.1:1/").status == 7
    assert call("cat", "--timeout", "1", "http://127.0.0.1:1/").status == 3


def test_the_keys_are_listed_with_what_the_settings_change(call: Call, settings: Path) -> None:
    before = {name: (keys, what) for name, keys, what in (line.split("\t") for line in call("keys").out.splitlines())}
    assert before["help"][0].split()[0] == "?"
    assert all(what.endswith(".") for _, what in before.values())
    settings.write_text("[keys]\nhelp = 'ctrl+e,E'\n")
    after = {line.split("\t")[0]: line.split("\t")[1] for line in call("keys").out.splitlines()}
    assert after["help"] == "ctrl+e E"
    assert "Help" in (table := call("keys", "-f", "text").out) or "help" in table


def test_nothing_is_written_by_looking(call: Call, tmp_path: Path) -> None:
    for words in (["config", "path"], ["config", "show"], ["config", "check"], ["keys"], ["doctor"]):
        call(*words)
    assert not (tmp_path / "home").exists()


def test_the_timers_units_run_this_program_with_its_home(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "a 50% folder" / "reader"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    text = call("config", "timer").out
    escaped = str(program).replace("%", "%%")
    assert f'\nExecStart="{escaped}" refresh --quiet\n' in text
    assert f"\nEnvironment=READER_HOME={tmp_path / 'home'}\n" in text
    assert "\nOnCalendar=*:0/30\n" in text
    monkeypatch.setenv("PATH", str(tmp_path))
    assert " -m reader refresh --quiet" in call("config", "timer").out
