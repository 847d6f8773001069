"""The app's access to the library: what is looked up does not hold anything up, and what is overtaken is not shown."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import LibraryError, ReaderError
from reader.library import Library
from reader.tui.state.library_access import LibraryAccess


class Later:
    """Keeps what is to be called in the app's thread, until it is called there."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.has_come = threading.Semaphore(0)

    def __call__(self, callback: object, /, *arguments: object) -> None:
        self.calls.append((callback, *arguments))
        self.has_come.release()

    def run(self, count: int = 1) -> None:
        for _ in range(count):
            assert self.has_come.acquire(timeout=20)
            callback, *arguments = self.calls.pop(0)
            callback(*arguments)  # type: ignore[operator]


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def failures() -> list[ReaderError]:
    return []


@pytest.fixture
def access(tmp_path: Path, later: Later, failures: list[ReaderError]) -> Iterator[LibraryAccess]:
    library = LibraryAccess(tmp_path / "library.db")
    library.connect(later, failures.append)
    yield library
    library.close()


def test_what_is_found_is_told_in_the_apps_thread(access: LibraryAccess, later: Later) -> None:
    found: list[tuple[str, int]] = []
    access.look_up("list", lambda _: "entries", lambda words: found.append((words, threading.get_ident())))
    assert found == []
    later.run()
    assert found == [("entries", threading.get_ident())]


def test_a_look_up_that_is_overtaken_is_not_shown(access: LibraryAccess, later: Later) -> None:
    found: list[str] = []
    access.look_up("list", lambda _: "old", found.append)
    assert later.has_come.acquire(timeout=20)  # it has been found, and waits to be told
    later.has_come.release()
    access.look_up("list", lambda _: "new", found.append)
    later.run(2)
    assert found == ["new"]


def test_a_look_up_that_is_under_way_is_interrupted_by_the_next(access: LibraryAccess, later: Later) -> None:
    found: list[str] = []
    begun, may_go_on = threading.Event(), threading.Event()

    def slow(_: Library) -> str:
        begun.set()
        assert may_go_on.wait(20)
        return "old"

    access.look_up("list", slow, found.append)
    assert begun.wait(20)
    access.look_up("list", lambda _: "new", found.append)
    later.run()
    may_go_on.set()
    later.run()
    assert found == ["new"]


def test_look_ups_for_other_places_go_on(access: LibraryAccess, later: Later) -> None:
    found: list[str] = []
    access.look_up("list", lambda _: "entries", found.append)
    access.look_up("person", lambda _: "Maria Okonkwo", found.append)
    later.run(2)
    assert sorted(found) == ["Maria Okonkwo", "entries"]


def test_what_is_dropped_is_not_told(access: LibraryAccess, later: Later) -> None:
    found: list[str] = []
    access.look_up("list", lambda _: "entries", found.append)
    assert later.has_come.acquire(timeout=20)
    later.has_come.release()
    access.drop("list")
    later.run()
    assert found == []


def test_a_failure_is_told_to_whoever_is_named_for_it(
    access: LibraryAccess, later: Later, failures: list[ReaderError]
) -> None:
    own: list[ReaderError] = []

    def fail(_: Library) -> None:
        raise LibraryError("it is locked")

    access.look_up("list", fail, print)
    later.run()
    access.look_up("list", fail, print, own.append)
    later.run()
    assert [str(error) for error in (*failures, *own)] == ["it is locked"] * 2
    assert len(own) == 1


def test_writes_keep_their_order_and_make_the_file(access: LibraryAccess, later: Later) -> None:
    done: list[int] = []
    assert not access.has_file
    for number in range(5):
        access.write(lambda _, number=number: number, done.append)  # type: ignore[misc]
    later.run(5)
    assert done == [0, 1, 2, 3, 4]
    assert access.has_file


def test_the_library_that_is_read_at_once_is_the_file_as_soon_as_there_is_one(access: LibraryAccess, later: Later) -> None:
    assert access.library.path == ":memory:"
    access.write(lambda _: None, lambda _: None)
    later.run()
    assert access.library.path != ":memory:"


def test_nobody_hears_answers_once_it_is_closed(tmp_path: Path, later: Later) -> None:
    access = LibraryAccess(tmp_path / "library.db")
    access.connect(later, print)
    access.close()
    access._later(print, "late")
    assert later.calls == []
