from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from datetime import datetime
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library, entries, search
from reader.library.query import parse
from reader.library.schema import MIGRATIONS, VERSION
from reader.model import Entry

_WRITER = """
import sys
import tempfile
import threading
from datetime import UTC, datetime
from reader.library import Library, entries
from reader.model import Entry
path, name, many = sys.argv[1:]
now = datetime(2026, 11, 23, tzinfo=UTC)
with Library(path) as library:
    for i in range(int(many)):
        entries.take_in(library, None, [Entry(guid="", url=f"https://x.example/{name}/{i}", title=name)], now)
        print(i, flush=True)
"""


def _writer(path: Path, name: str, many: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _WRITER, str(path), name, str(many)], stdout=subprocess.PIPE)


@pytest.mark.parametrize("version", range(VERSION))
def test_a_library_of_any_earlier_version_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    path = tmp_path / "library.db"
    old = sqlite3.connect(path)
    old.create_function("indexed", 1, str)  # what migrations may call
    old.create_function("unpacked", 1, str)
    for migration in MIGRATIONS[:version]:
        for name in ("indexed", "unpacked"):
            old.create_function(name, 1, lambda text: text)
        old.executescript(migration)
    old.execute(f"PRAGMA user_version = {version}")
    old.close()
    with Library(path) as library:
        assert library.value("PRAGMA user_version") == VERSION
        assert library.value("PRAGMA integrity_check") == "ok"
    assert (tmp_path / f"library.db.v{version}.bak").exists() == (version > 0)


def test_a_newer_library_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    newer.close()
    with pytest.raises(LibraryError, match="newer version"):
        Library(path)


def test_a_failed_write_keeps_nothing(library: Library, now: datetime) -> None:
    def breaks() -> None:
        with library.writing():
            entries.take_in(library, None, [Entry(guid="", url="https://x.example/1")], now)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        breaks()
    assert search.count(library, parse("", now)) == 0


def test_four_processes_write_at_once(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "library.db"
    Library(path).close()
    writers = [_writer(path, name, 25) for name in "abcd"]
    for writer in writers:
        writer.communicate(timeout=60)
    assert [writer.returncode for writer in writers] == [0, 0, 0, 0]
    with Library(path) as library:
        assert search.count(library, parse("", now)) == 100


def test_whoever_comes_second_to_a_new_library_waits_too(tmp_path: Path, now: datetime) -> None:
    """SQLite refuses the turn to a write-ahead log at once, without waiting, while another writes the old way."""
    path = tmp_path / "library.db"
    first = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    first.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.2, first.execute, ["ROLLBACK"])
    timer.start()
    with Library(path) as library:
        entries.take_in(library, None, [Entry(guid="", url="https://x.example/1", title="Second")], now)
        assert search.count(library, parse("", now)) == 1
    timer.join()
    first.close()


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "library.db"
    Library(path).close()
    acknowledged = 0
    for kill in range(3):
        writer = _writer(path, f"kill{kill}", 10_000)
        assert writer.stdout is not None
        for _ in range(5 + kill):
            writer.stdout.readline()
            acknowledged += 1
        os.kill(writer.pid, signal.SIGKILL)
        writer.communicate(timeout=60)
    with Library(path) as library:
        assert library.value("PRAGMA integrity_check") == "ok"
        assert search.count(library, parse("", now)) >= acknowledged


def test_a_damaged_file_is_told_with_the_way_back(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"this was a library once " * 500)
    with pytest.raises(LibraryError, match="restore a backup"):
        Library(path)


def test_a_full_disk_is_told_and_reading_goes_on(tmp_path: Path, now: datetime) -> None:
    with Library(tmp_path / "library.db") as library:
        entries.take_in(library, None, [Entry(guid="", url="https://x.example/1", title="kept")], now)
        pages = library.value("PRAGMA page_count")
        library.rows(f"PRAGMA max_page_count = {pages}")
        big = Entry(guid="", url="https://x.example/2", content=os.urandom(500_000).hex())
        with pytest.raises(LibraryError, match="disk is full"):
            entries.take_in(library, None, [big], now)
        assert [saved.entry.title for saved in search.entries(library, parse("", now))] == ["kept"]


_READER = """
import os, sys
from datetime import UTC, datetime
from reader.errors import LibraryError
from reader.library import Library, search, subscriptions
from reader.library.query import parse
if os.geteuid() == 0:  # root may write everywhere
    os.setgid(65534)
    os.setuid(65534)
with Library(sys.argv[1]) as library:
    print(search.count(library, parse("", datetime(2026, 11, 23, tzinfo=UTC))))
    try:
        subscriptions.subscribe(library, "https://x.example/rss")
    except LibraryError as error:
        print(error.problem)
"""


def test_a_read_only_folder_can_still_be_read(now: datetime) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder = Path(name)
        path = folder / "library.db"
        with Library(path) as library:
            entries.take_in(library, None, [Entry(guid="", url="https://x.example/1")], now)
        path.chmod(0o444)
        folder.chmod(0o555)
        try:
            done = subprocess.run([sys.executable, "-c", _READER, str(path)], capture_output=True, text=True, check=False)
        finally:
            folder.chmod(0o755)
    assert done.stdout.splitlines() == ["1", "the folder or file is read-only"]


def test_a_damaged_text_is_lost_and_no_more(tmp_path: Path, now: datetime) -> None:
    with Library(tmp_path / "library.db") as library:
        entry = Entry(guid="", url="https://x.example/1", title="kept", summary="harbour " * 100)
        (identity,) = entries.take_in(library, None, [entry], now)
        with library.writing() as connection:
            connection.execute("UPDATE texts SET body = ?", (b"torn",))
            connection.execute("UPDATE entries SET byline = 'torn'")
        (hit,) = search.hits(library, parse("harbour", now))
        assert (hit.saved.id, hit.saved.entry.title, hit.saved.entry.byline) == (identity, "kept", ())


def test_a_search_that_takes_too_long_can_be_stopped(library: Library) -> None:
    endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    timer = threading.Timer(0.05, library.interrupt)
    timer.start()
    with pytest.raises(LibraryError, match="stopped"):
        library.value(endless)
    timer.join()
    assert library.value("SELECT 1") == 1


def test_a_backup_is_a_library(library: Library, now: datetime, tmp_path: Path) -> None:
    entries.take_in(library, None, [Entry(guid="", url="https://x.example/1")], now)
    library.backup(tmp_path / "backup.db")
    with Library(tmp_path / "backup.db") as copy:
        assert search.count(copy, parse("", now)) == 1


def test_opening_it_again_leaves_the_locks_that_are_held(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as first, Library(path):
        assert _writer(path, "other", 1).communicate(timeout=60)[0]
        assert Path(f"{path}-wal").exists()  # whoever takes himself for the last one folds the log up and takes it away
        assert first.value("PRAGMA quick_check") == "ok"
