from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "config" / "settings.toml"
    path.parent.mkdir(parents=True)
    return path


def test_the_doctor_finds_things_in_order_and_says_where_they_are(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PAGER", "cat")
    done = call("doctor")
    assert {line[:4] for line in done.out.splitlines()} == {"ok  "}
    assert done.status == 0
    assert str(tmp_path / "home" / "state" / "reader.log") in done.out
    names = [line.split()[1] for line in done.out.splitlines()]
    assert names == [
        "program",
        "namesake",
        "terminal",
        "colours",
        "letters",
        "pager",
        "clipboard",
        "bundle",
        "settings",
        "data",
        "state",
        "cache",
        "log",
    ]


def test_the_doctor_finds_what_is_not_in_order(call: Call, settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("PAGER", "nosuchpager -x")
    settings.write_text("widht = 1")
    home = settings.parents[1]
    (home / "data").write_text("a file where a folder should be")
    done = call("doctor")
    assert done.status == 1
    bad = {line.split()[1]: line for line in done.out.splitlines() if line.startswith("BAD")}
    assert set(bad) == {"terminal", "pager", "settings", "data"}
    assert all(line.endswith(")") for line in bad.values())
    assert "did you mean 'width'?" in bad["settings"]
