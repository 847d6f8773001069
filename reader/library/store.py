"""The library's file: opening it, writing to it safely, and saying clearly what is wrong with it.

One connection a `Library`, in WAL mode: readers never wait for a writer.  Every write begins with `BEGIN IMMEDIATE`, since a
transaction that turns from reading to writing half-way fails at once where another process writes; this way it waits its turn.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.errors import LibraryError
from reader.library.fulltext_writer import Index, unpacked
from reader.library.schema import VERSION, create
from reader.library.terms.functions import register
from reader.library.verification import newer

_WAIT = 10.0
"""Seconds that a write waits for another process's."""

_PAUSE = 0.01
"""Seconds between two tries at what SQLite refuses at once, without waiting."""

_PRAGMAS = """
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 268435456;
PRAGMA cache_size = -16384;
PRAGMA wal_autocheckpoint = 4000;
"""

_REASONS = (
    ("readonly", "the folder or file is read-only", "what is kept can be read, nothing can be changed"),
    ("disk is full", "the disk is full", "make room and try again; nothing that was kept is lost"),
    ("database or disk is full", "the disk is full", "make room and try again; nothing that was kept is lost"),
    ("locked", "another process has been writing to it for too long", "try again"),
    ("malformed", "the file is damaged", "restore a backup, or move the file away to start anew"),
    ("not a database", "this is no library, or it is damaged", "restore a backup, or move the file away to start anew"),
    ("unable to open", "it cannot be opened", "look at the folder's permissions"),
    ("user-defined function raised", "the patterns of this query take too long", "ask for less, or for words beside them"),
    ("interrupted", "the search was stopped", ""),
)
_CLOSED_TO_US = ("readonly", "unable to open")
"""What SQLite says where it may not write a log beside the file."""


class Library:
    """The library in one file.  A context manager; not to be shared by threads."""

    def __init__(self, path: Path | str) -> None:
        """Open a library, making it if it is not there and bringing it up to date if it is old.

        Args:
            path: the file, or `:memory:`.

        Raises:
            LibraryError: the file cannot be used.
        """
        self.path = str(path)
        self.index = Index()
        if self.path != ":memory:":
            with suppress(OSError):
                Path(self.path).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._errors_translated():
            self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            create_private(self.path)
            connection = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None)
            _log_ahead(connection)
            connection.executescript(_PRAGMAS)
        except sqlite3.OperationalError as error:
            if not Path(self.path).exists() or not any(sign in str(error) for sign in _CLOSED_TO_US):
                raise
            # A read-only folder cannot hold a write-ahead log; what is there can still be read.
            address = f"{Path(self.path).absolute().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True, isolation_level=None)
        connection.row_factory = sqlite3.Row
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > VERSION:
            connection.close()
            raise newer(version, self.path)
        if version < VERSION:
            _migrate(connection, version, self.path)
        register(connection, unpacked)
        return connection

    def __enter__(self) -> Self:
        """Return the library itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the file; the library cannot be used after it."""
        self._connection.close()

    def interrupt(self) -> None:
        """End a query that is running in another thread."""
        self._connection.interrupt()

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """Run a query.

        Raises:
            LibraryError: the file cannot be used.
        """
        with self._errors_translated():
            return self._connection.execute(sql, values).fetchall()

    def value(self, sql: str, values: tuple[object, ...] = ()) -> object:
        """Return the first column of a query's first row; None where it has none.

        Raises:
            LibraryError: the file cannot be used.
        """
        with self._errors_translated():
            row = self._connection.execute(sql, values).fetchone()
        return row[0] if row else None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Return the connection inside a write transaction: kept whole at the end, or not at all.  May be nested.

        Raises:
            LibraryError: the file cannot be used; nothing of the transaction is kept.
        """
        if self._connection.in_transaction:
            yield self._connection
            return
        with self._errors_translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self.index.write(self._connection)
                self._connection.execute("COMMIT")
            except BaseException:
                self.index.undo()
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def backup(self, path: Path | str) -> None:
        """Write a copy of the library, consistent even while others write.

        Raises:
            LibraryError: it cannot be written.
        """
        with self._errors_translated():
            _copy(self._connection, path)

    @contextmanager
    def _errors_translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise LibraryError(f"it cannot be written: {(error.strerror or '').lower()}", source=self.path) from error
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # Of a damaged schema, Python cannot even decode what SQLite says.
            said = str(error) if isinstance(error, sqlite3.Error) else "malformed"
            for sign, problem, advice in _REASONS:
                if sign in said:
                    raise LibraryError(problem, source=self.path, advice=advice) from error
            raise LibraryError(said, source=self.path) from error


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Turn WAL mode on, in turn with others that do: a new file's turn is refused at once while another process has it."""
    until = time.monotonic() + _WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _copy(connection: sqlite3.Connection, path: Path | str) -> None:
    target = sqlite3.connect(create_private(path))
    try:
        connection.backup(target)
    finally:
        target.close()


def create_private(path: Path | str) -> str:
    """Make a file that its owner alone may read, if there is none, and return its name: addresses in it may hold passwords.

    The file itself is never opened here: whoever closes a file that SQLite has open in the same process takes SQLite's locks
    away (https://www.sqlite.org/howtocorrupt.html, 2.2), and the library would be damaged. It is made under another name.
    """
    if path == ":memory:" or Path(path).exists() or not os.access(Path(path).parent, os.W_OK):
        return str(path)
    descriptor, fresh = tempfile.mkstemp(prefix=".reader-", dir=Path(path).parent)  # 0600
    os.close(descriptor)
    try:
        os.link(fresh, path)
    except FileExistsError:  # another process was faster
        pass
    except OSError:  # a file system without links; nobody has the file open yet
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600))
    finally:
        Path(fresh).unlink()
    return str(path)


def _migrate(connection: sqlite3.Connection, version: int, path: str) -> None:
    """Bring a library up to date; an older one is copied to `PATH.vN.bak` first."""
    if version and path != ":memory:":
        with tempfile.TemporaryDirectory(prefix=".reader-", dir=Path(path).parent) as folder:
            unfinished = Path(folder) / "unfinished"
            _copy(connection, unfinished)
            unfinished.replace(f"{path}.v{version}.bak")
    connection.execute("BEGIN IMMEDIATE")
    try:
        create(connection)  # somebody else may have done it while we waited
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
