"""Kills, crowds, full disks, closed folders and damage: what the library loses (nothing), and what it says.

    python tests/bench/library/storms.py [KILLS]

- A writer is killed KILLS times (60) in mid-write; every entry that it said was kept must be there, and the file sound.
- Four processes write at once, each 250 entries: no error, nothing lost.
- Four processes open a library that is not there yet, at the same moment.
- A file system of one megabyte fills up: a clear line, and what is there can be read.  (Needs to be root, and Linux.)
- A folder and file that may not be written to: a clear line, and what is there can be read.
- Each of 200 damaged copies of a library (bytes overwritten, cut off) is opened, listed and searched: a library, or a clear line.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from reader.errors import LibraryError
from reader.library import Library, entries, search
from reader.library.query import parse
from reader.model import Entry

NOW = datetime(2026, 11, 23, tzinfo=UTC)
NOBODY = 65_534


def write(path: str, name: str, many: int) -> None:
    """Keep entries one by one, and say of each that it is kept."""
    with Library(path) as library:
        for number in range(many):
            words = " ".join(random.Random(f"{name}{number}").choices("harbour wall storm ferry mayor".split(), k=200))
            entry = Entry(guid="", url=f"https://x.example/{name}/{number}", title=name, summary=words)
            entries.take_in(library, None, [entry], NOW)
            print(entry.url, flush=True)


def read(path: str) -> None:
    """Say how many entries there are, and what comes of writing one more."""
    try:
        with Library(path) as library:
            print(f"{search.count(library, parse('storm', NOW))} read")
            entries.take_in(library, None, [Entry(guid="", url="https://x.example/more", title="more")], NOW)
            print("written")
    except LibraryError as error:
        print(f"told: {error}")


def _writer(path: Path, name: str, many: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, __file__, "write", str(path), name, str(many)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kills(folder: Path, many: int) -> str:
    """Kill a writer in mid-write, again and again."""
    path, said = folder / "kills.db", set[str]()
    chance = random.Random(many)
    for kill in range(many):
        writer = _writer(path, f"kill{kill}", 100_000)
        assert writer.stdout is not None
        for _ in range(chance.randint(1, 40)):
            said.add(writer.stdout.readline().strip())
        writer.kill()
        rest = writer.communicate()[0]
        said |= {line for line in rest.split("\n")[:-1] if line}  # a line that was cut off was not said
    with Library(path) as library:
        there = {row[0] for row in library.rows("SELECT url FROM entries")}
        indexed = search.count(library, parse("title:kill*", NOW))
        sound = library.value("PRAGMA integrity_check")
    good = not said - there and indexed == len(there) and sound == "ok"
    return _told(
        good, f"{many} kills: {len(said)} acknowledged, {len(said - there)} lost, {indexed} of {len(there)} indexed, {sound}"
    )


def crowd(folder: Path) -> str:
    """Let four processes write at once."""
    path = folder / "crowd.db"
    writers = [_writer(path, f"writer{number}", 250) for number in range(4)]
    errors = [writer.communicate()[1] for writer in writers]
    with Library(path) as library:
        there = search.count(library, parse("", NOW))
    return _told(
        there == 1_000 and not any(errors), f"4 writers, no file before: {there} of 1000 kept, {sum(map(bool, errors))} errors"
    )


def full_disk(folder: Path) -> str:
    """Fill a small file system."""
    disk = folder / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], check=False, capture_output=True
    ).returncode:
        return "full disk: not measured, no file system can be mounted here"
    try:
        said, errors = _writer(disk / "full.db", "full", 100_000).communicate()
        kept = set(said.split("\n")[:-1])
        line = errors.strip().rpartition("\n")[2]
        with Library(disk / "full.db") as library:
            there = {row[0] for row in library.rows("SELECT url FROM entries")}
        return _told(
            not kept - there and "disk is full" in line, f"full disk: {len(kept)} kept, {len(kept - there)} lost; {line}"
        )
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def closed_folder(folder: Path) -> str:
    """Take away the right to write."""
    closed = folder / "closed"
    closed.mkdir()
    _writer(closed / "library.db", "closed", 20).communicate()
    shutil.copy(closed / "library.db", closed / "library.copy")
    (closed / "library.db").chmod(0o444)
    for part in (folder, closed):
        part.chmod(0o555)
    try:
        arguments = [sys.executable, __file__, "read", str(closed / "library.db")]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        return _told(
            "20 read" in done.stdout and "read-only" in done.stdout, f"closed folder: {'; '.join(done.stdout.splitlines())}"
        )
    finally:
        for part in (folder, closed):
            part.chmod(0o755)


def damage(folder: Path, many: int = 200) -> str:
    """Open damaged copies."""
    path, outcomes = folder / "sound.db", {"read": 0, "told": 0, "raised": 0}
    _writer(path, "sound", 60).communicate()
    Library(path).close()
    sound = path.read_bytes()
    for number in range(many):
        chance = random.Random(number)
        torn = bytearray(sound)
        for _ in range(chance.randint(1, 30)):
            at, length = chance.randrange(len(torn)), chance.randint(1, 2_000)
            torn[at : at + length] = chance.randbytes(min(length, len(torn) - at))
        broken = folder / "broken.db"
        broken.write_bytes(torn[: chance.randrange(len(torn))] if number % 4 == 0 else torn)
        for ending in ("-wal", "-shm"):
            Path(f"{broken}{ending}").unlink(missing_ok=True)
        outcomes[_outcome(partial(_use, broken))] += 1
    return _told(
        not outcomes["raised"],
        f"{many} damaged files: {outcomes['read']} read, {outcomes['told']} told, {outcomes['raised']} raised",
    )


def _use(path: Path) -> None:
    with Library(path) as library:
        search.hits(library, parse("storm", NOW))
        search.entries(library, parse("", NOW))
        entries.take_in(library, None, [Entry(guid="", url="https://x.example/more", title="more")], NOW)


def _outcome(work: Callable[[], None]) -> str:
    try:
        work()
    except LibraryError:
        return "told"
    except Exception as error:  # noqa: BLE001 - it is what is counted
        print(f"  {error!r}")
        return "raised"
    return "read"


def _told(good: bool, words: str) -> str:
    return f"{'good' if good else 'BAD '}  {words}"


def main() -> int:
    """Run all; the status is 1 if anything was lost or raised."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("kills", nargs="?", type=int, default=60)
    many: int = parser.parse_args().kills
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        storms: tuple[Callable[[], str], ...] = (
            partial(kills, folder, many),
            partial(crowd, folder),
            partial(full_disk, folder),
            partial(damage, folder),
            partial(closed_folder, folder),
        )
        told = []
        for storm in storms:
            told.append(storm())
            print(told[-1], flush=True)
    return int(any(line.startswith("BAD") for line in told))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", path, name, many]:
            try:
                write(path, name, int(many))
            except LibraryError as error:
                sys.exit(str(error))
        case ["read", path]:
            if os.geteuid() == 0:  # root may write everywhere
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            read(path)
        case _:
            sys.exit(main())
