from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library, backup, entries, search
from reader.library.query import parse
from reader.library.schema import VERSION, create
from reader.model import Entry


def _add(path: Path, title: str, now: datetime) -> None:
    with Library(path) as library:
        entries.take_in(library, None, [Entry(guid="", url=f"https://x.example/{title}", title=title)], now)


def _titles(path: Path, now: datetime) -> list[str]:
    with Library(path) as library:
        return [saved.entry.title for saved in search.entries(library, parse("", now))]


def test_a_copy_is_put_back_and_what_was_there_moved_aside(tmp_path: Path, now: datetime) -> None:
    path, copy = tmp_path / "library.db", tmp_path / "copy.db"
    _add(path, "one", now)
    backup.back_up(path, copy)
    _add(path, "two", now)
    aside = backup.restore(path, copy, now)
    assert _titles(path, now) == ["one"]
    assert aside is not None
    assert set(_titles(aside, now)) == {"one", "two"}
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".")) == []


def test_a_copy_is_whole_while_the_library_is_open_and_written_to(tmp_path: Path, now: datetime) -> None:
    path, copy = tmp_path / "library.db", tmp_path / "copy.db"
    with Library(path) as library:
        entries.take_in(library, None, [Entry(guid="", url="https://x.example/1", title="kept")], now)
        with library.writing() as connection:
            connection.execute("DELETE FROM texts")
            backup.back_up(path, copy)
    assert _titles(copy, now) == ["kept"]


def test_a_damaged_library_is_replaced_by_its_copy(tmp_path: Path, now: datetime) -> None:
    path, copy = tmp_path / "library.db", tmp_path / "copy.db"
    _add(path, "one", now)
    backup.back_up(path, copy)
    path.write_bytes(b"lost" * 5000)
    backup.restore(path, copy, now)
    assert _titles(path, now) == ["one"]


def test_a_library_is_put_where_there_is_none(tmp_path: Path, now: datetime) -> None:
    path, copy = tmp_path / "library.db", tmp_path / "copy.db"
    _add(path, "one", now)
    backup.back_up(path, copy)
    assert backup.restore(tmp_path / "new" / "library.db", copy, now) is None
    assert _titles(tmp_path / "new" / "library.db", now) == ["one"]


@pytest.mark.parametrize("damage", ["text", "other", "torn", "missing"])
def test_what_is_no_sound_library_is_not_put_in_its_place(tmp_path: Path, now: datetime, damage: str) -> None:
    path, copy = tmp_path / "library.db", tmp_path / "copy.db"
    _add(path, "one", now)
    if damage == "text":
        copy.write_text("no library")
    elif damage == "other":
        copy.write_bytes(b"")
    elif damage == "torn":
        backup.back_up(path, copy)
        torn = bytearray(copy.read_bytes())
        torn[4096 * 3 : 4096 * 9] = b"\xff" * (4096 * 6)
        copy.write_bytes(torn)
    with pytest.raises(LibraryError, match=r"no library|damaged|no such file"):
        backup.restore(path, copy, now)
    assert _titles(path, now) == ["one"]


def test_there_must_be_something_to_copy(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library yet"):
        backup.back_up(tmp_path / "library.db", tmp_path / "copy.db")


def test_a_copy_that_cannot_be_written_is_told(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "library.db"
    _add(path, "one", now)
    with pytest.raises(LibraryError):
        backup.back_up(path, tmp_path / "nowhere" / "copy.db")


@pytest.mark.parametrize("name", ["copy.db", "n" * 250 + ".db"])
def test_a_copy_is_for_its_owner_alone_however_long_its_name(tmp_path: Path, now: datetime, name: str) -> None:
    before = os.umask(0)
    try:
        _add(tmp_path / "library.db", "one", now)
        backup.back_up(tmp_path / "library.db", tmp_path / name)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "library.db").stat().st_mode) == 0o600


def test_a_copy_goes_through_no_link(tmp_path: Path, now: datetime) -> None:
    _add(tmp_path / "library.db", "one", now)
    (tmp_path / "others").write_text("another's file")
    (tmp_path / "copy.db").symlink_to(tmp_path / "others")
    backup.back_up(tmp_path / "library.db", tmp_path / "copy.db")
    assert (tmp_path / "others").read_text() == "another's file"
    assert not (tmp_path / "copy.db").is_symlink()
    assert _titles(tmp_path / "copy.db", now) == ["one"]


def test_the_copy_before_a_migration_goes_through_no_link_either(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        create(connection, VERSION - 1)
    (tmp_path / "others").write_text("another's file")
    bak = tmp_path / f"library.db.v{VERSION - 1}.bak"
    bak.symlink_to(tmp_path / "others")
    Library(path).close()
    assert (tmp_path / "others").read_text() == "another's file"
    assert stat.S_IMODE(bak.lstat().st_mode) == 0o600
