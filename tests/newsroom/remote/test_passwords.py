from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.errors import SettingsError
from reader.library.remote.accounts import Account
from reader.newsroom.remote import passwords
from reader.settings import Folders, folders

URL = "https://rss.example"


@pytest.fixture
def place(tmp_path: Path) -> Folders:
    return folders({"READER_HOME": str(tmp_path / "home")})


def test_a_password_is_kept_for_its_owner_alone_and_forgotten_again(place: Folders) -> None:
    before = os.umask(0)
    try:
        passwords.keep(place, URL, "ada", "gehe\nim\U0001f511")
        passwords.keep(place, URL, "bo", "other")
    finally:
        os.umask(before)
    assert passwords.password(place, Account(id=1, url=URL, user="ada")) == "gehe\nim\U0001f511"
    assert passwords.path_of(place).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in passwords.path_of(place).parent.iterdir()] == ["sync-passwords.json"]
    passwords.keep(place, URL, "ada", None)
    with pytest.raises(SettingsError, match="no password for ada"):
        passwords.password(place, Account(id=1, url=URL, user="ada"))
    assert passwords.password(place, Account(id=2, url=URL, user="bo")) == "other"


@pytest.mark.parametrize("text", ["", "[]", '{"ada": 1}', "[" * 100_000, "\udce4"])
def test_a_damaged_file_is_told_and_not_written_over(place: Folders, text: str) -> None:
    path = passwords.path_of(place)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(SettingsError):
        passwords.keep(place, URL, "ada", "geheim")
    assert path.read_text(encoding="utf-8", errors="surrogateescape") == text
