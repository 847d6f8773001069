"""The clerk fetches from the library what the screens show, and writes down what the reader does, while the interface goes on.

Rows that are being drawn are read at once, in the app's own thread: a screenful takes a millisecond, and a reader never waits
for a writer (WAL).  Whatever may take longer is looked up in a thread, and of two look-ups for one place the newer one wins:
the older one is interrupted, and its answer is dropped.  Writes have one thread of their own, which keeps their order and may
wait for another process's.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from reader import library
from reader.errors import ReaderError

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from reader.library import Library

Found = TypeVar("Found")
_READERS = 3


class Later(Protocol):
    """Has something called in the app's own thread, soon."""

    def __call__(self, callback: Callable[..., object], /, *arguments: object) -> object:
        """Have it called."""


class LibraryAccess:
    """All of the app's access to the library."""

    def __init__(self, path: Path) -> None:
        """Take the library's file, be it there or not; nothing is opened or written yet."""
        self.path = path
        self.failed: Callable[[ReaderError], object] = _nobody
        """Is told, in the app's thread, what could not be done."""
        self._later: Later = _at_once
        self._library: Library | None = None
        self._lock = threading.Lock()
        self._tickets: dict[str, int] = {}
        self._open: dict[str, Library] = {}
        """What is being looked up, by place."""
        self._readers: ThreadPoolExecutor | None = None
        self._writer: ThreadPoolExecutor | None = None

    def connect(self, later: Later, failed: Callable[[ReaderError], object]) -> None:
        """Say how answers get to the app's thread, and who is told of failures."""
        self._later, self.failed = later, failed

    @property
    def library(self) -> Library:
        """The library, for what is read at once; an empty one while there is no file.

        Raises:
            LibraryError: the file cannot be used.
        """
        if self._library is None or (self._library.path == ":memory:" and self.path.exists()):
            self._library = _opened(self.path if self.path.exists() else ":memory:")
        return self._library

    @property
    def has_file(self) -> bool:
        """Something has been kept, now or earlier."""
        return self.path.exists()

    def look_up(
        self,
        place: str,
        work: Callable[[Library], Found],
        then: Callable[[Found], object],
        failed: Callable[[ReaderError], object] | None = None,
    ) -> None:
        """Look something up for a place on a screen; what was being looked up for it before is not waited for any more.

        Args:
            place: a name.
            work: asks the library, in another thread.
            then: takes what was found, in the app's thread.
            failed: takes what went wrong; None: whoever is told of failures.
        """
        with self._lock:
            ticket = self._tickets[place] = self._tickets.get(place, 0) + 1
            if place in self._open:
                self._open[place].interrupt()

        def run() -> None:
            if self._tickets[place] != ticket:
                return
            try:
                with _opened(self.path if self.path.exists() else ":memory:") as library:
                    self._begin(place, ticket, library)
                    try:
                        found = work(library)
                    finally:
                        self._finish(place, library)
            except ReaderError as error:
                self._later(self._tell, place, ticket, failed or self.failed, error)
            except Exception as error:  # noqa: BLE001 - in a thread nobody would hear of it
                self._later(_raise, error)
            else:
                self._later(self._tell, place, ticket, then, found)

        if self._readers is None:
            self._readers = _threads(_READERS, "library")
        self._readers.submit(run)

    def drop(self, place: str) -> None:
        """Wait no longer for what is being looked up for a place."""
        with self._lock:
            self._tickets[place] = self._tickets.get(place, 0) + 1
            if place in self._open:
                self._open[place].interrupt()

    def write(self, work: Callable[[Library], Found], then: Callable[[Found], object] | None = None) -> None:
        """Write something down, behind everything that is being written already; the file is made if there is none."""

        def run() -> None:
            try:
                with _opened(self.path) as library:
                    done = work(library)
            except ReaderError as error:
                self._later(self.failed, error)
            except Exception as error:  # noqa: BLE001 - as above
                self._later(_raise, error)
            else:
                if then is not None:
                    self._later(then, done)

        if self._writer is None:
            self._writer = _threads(1, "writes")
        self._writer.submit(run)

    def close(self) -> None:
        """Finish what is being written, and close everything."""
        self._later = _at_once_no_more
        with self._lock:
            for library in self._open.values():
                library.interrupt()
        for threads in (self._writer, self._readers):
            if threads is not None:
                threads.shutdown()
        if self._library is not None:
            self._library.close()

    def _begin(self, place: str, ticket: int, library: Library) -> None:
        with self._lock:
            self._open[place] = library
            if self._tickets[place] != ticket:
                library.interrupt()

    def _finish(self, place: str, library: Library) -> None:
        with self._lock:
            if self._open.get(place) is library:
                del self._open[place]

    def _tell(self, place: str, ticket: int, then: Callable[[object], object], found: object) -> object:
        return then(found) if self._tickets[place] == ticket else None


def _opened(path: Path | str) -> Library:
    return library.Library(path)


def _threads(count: int, name: str) -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - see above

    return ThreadPoolExecutor(count, name)


def _nobody(_error: ReaderError) -> None:
    return None


def _at_once(callback: Callable[..., object], /, *arguments: object) -> object:
    return callback(*arguments)


def _at_once_no_more(_callback: Callable[..., object], /, *_arguments: object) -> None:
    """The app has gone: nobody hears answers any more."""


def _raise(error: Exception) -> None:
    raise error
