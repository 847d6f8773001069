"""The program among other programs: signals, streams, locales, homes."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from tests.cli.conftest import Done

PROGRAM = (sys.executable, "-m", "reader")


class Site(Protocol):
    requests: list[bytes]

    def raw(self, path: str, answer: Callable[[socket.socket], None]) -> str: ...


Program = Callable[..., Done]


@pytest.fixture
def silent_url(web: Site) -> str:
    """Give the address of a server that takes the request and says nothing."""
    return web.raw("/silent", lambda _: time.sleep(3))


def asked(web: Site) -> None:
    """Wait until a request has come."""
    until = time.monotonic() + 20
    while not web.requests and time.monotonic() < until:
        time.sleep(0.02)
    assert web.requests


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_ends_at_once_and_silently(web: Site, silent_url: str, sent: signal.Signals) -> None:
    process = subprocess.Popen([*PROGRAM, "cat", silent_url], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    asked(web)
    process.send_signal(sent)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (-sent, b"", b"")


def test_a_program_that_is_stopped_and_continued_goes_on(program: Program, slow_url: str) -> None:
    process = subprocess.Popen([*PROGRAM, "cat", slow_url], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.5)
    process.send_signal(signal.SIGSTOP)
    time.sleep(0.3)
    process.send_signal(signal.SIGCONT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, b"")
    assert out.startswith(b"Ferry back\n")


def encoding_of(name: str) -> str:
    """Return the encoding in which a fresh interpreter prints in a locale; empty where the locale is missing."""
    code = "import locale, sys; print(locale.setlocale(locale.LC_ALL, ''), file=sys.stderr); print(sys.stdout.encoding)"
    environment = {**os.environ, "LC_ALL": name, "LANG": name}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=60, check=False)
    return done.stdout.decode().strip() if done.returncode == 0 else ""


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "nonsense"])
def test_every_locale_prints_what_it_can(program: Program, tmp_path: Path, locale: str) -> None:
    encoding = encoding_of(locale) or "utf-8"
    if locale == "en_US.ISO-8859-1" and encoding == "utf-8":
        pytest.skip("the locale is missing: localedef -i en_US -f ISO-8859-1 en_US.ISO-8859-1")
    path = tmp_path / "fähre.html"
    path.write_text(
        f"<html><body><article><h1>Die Fähre fährt – 船</h1><p>{'Die Fähre fährt wieder, sagte „Ada“. ' * 8}</p></article>",
        encoding="utf-8",
    )
    done = program("cat", str(path), environment={"LC_ALL": locale, "LANG": locale}, encoding=encoding)
    assert (done.status, done.err) == (0, "")
    title = "Die Fähre fährt – 船"
    assert done.out.splitlines()[0] == title.encode(encoding, "replace").decode(encoding)


def test_a_stream_that_cannot_say_a_letter_says_a_mark(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><body><article><h1>Die Fähre 船</h1><p>{'Die Fähre fährt wieder. ' * 12}</p></article></body></html>",
        encoding="utf-8",
    )
    done = program("cat", str(path), environment={"PYTHONIOENCODING": "ascii"})
    assert done.status == 0
    assert done.out.startswith("Die F?hre ?\n")
    done = program("cat", "nosuch-ä", environment={"PYTHONIOENCODING": "ascii"})
    assert (done.status, done.err) == (6, "reader: nosuch-?: no such file (check the name)\n")


@pytest.mark.parametrize("home", ["/nonexistent", "", "/dev/null"])
def test_without_a_home_there_is_no_trouble(program: Program, story: str, home: str) -> None:
    environment = {"HOME": home, "READER_HOME": "", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""}
    for words in (["cat", story], ["config", "path"], ["config", "check"]):
        done = program(*words, environment=environment)
        assert (done.status, done.err) == (0, "")


def test_a_home_that_cannot_be_written_is_only_read(program: Program, story: str, tmp_path: Path) -> None:
    home = tmp_path / "read-only"
    home.mkdir()
    home.chmod(0o500)
    for words in (["cat", story], ["people", story], ["config", "check"]):
        assert program(*words, environment={"READER_HOME": str(home)}).status == 0
    assert list(home.iterdir()) == []


def test_printing_writes_nothing_anywhere(program: Program, story: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    for words in (["cat", story], ["quotes", story], ["explain", story], ["-f", "json", story]):
        assert program(*words, environment={"READER_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}).status == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_a_full_disk_leaves_one_line(story: str, tmp_path: Path) -> None:
    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    target = tmp_path / "out.txt"
    command = [*PROGRAM, "cat", "-o", str(target), story]
    done = subprocess.run(command, preexec_fn=small_files_only, capture_output=True, check=False)
    assert done.returncode == 7
    assert done.stderr.count(b"\n") == 1
    assert b"it cannot be written" in done.stderr


URLS = "".join(f'https://a.example/{number} {"tag" * 20} "~Feed {number}"\n' for number in range(3_000))


def test_a_disk_that_fills_up_under_the_library_is_told_and_nothing_is_lost(
    program: Program, story: str, tmp_path: Path
) -> None:
    """The limit stands for the disk: SQLite is told that there is no room, as it would be by a full one."""
    assert program("add", story).status == 0
    kept = program("list").out
    (tmp_path / "urls").write_text(URLS)

    def no_larger() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    done = subprocess.run(
        [*PROGRAM, "import", str(tmp_path / "urls")], preexec_fn=no_larger, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (7, "")
    assert done.stderr.startswith("reader: ")
    assert done.stderr.count("\n") == 1
    assert program("list").out == kept
    assert program("feeds").status == 1
    assert program("import", str(tmp_path / "urls")).status == 0
    assert len(program("feeds").out.splitlines()) == 3_000


@pytest.mark.parametrize("words", [["add"], ["import"], ["backup"]])
def test_where_no_folder_can_be_made_keeping_is_told_in_one_line(
    program: Program, story: str, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "file").touch()
    done = program(*words, story, environment={"READER_HOME": str(tmp_path / "file")})
    assert done.status in (5, 7)
    assert (done.out, done.err.count("\n")) == ("", 1)
    assert done.err.startswith("reader: ")
    assert (tmp_path / "file").read_bytes() == b""


def test_without_a_network_what_is_kept_is_read_and_the_feeds_are_told(program: Program, story: str, tmp_path: Path) -> None:
    assert program("add", story).status == 0
    (tmp_path / "urls").write_text("https://courier.invalid/rss\nhttps://breeze.invalid/rss\n")
    assert program("import", str(tmp_path / "urls")).status == 0
    done = program("refresh", "--timeout", "5")
    assert (done.status, done.out) == (3, "")
    assert done.err.splitlines()[-1] == "reader: 2 feeds, 0 new entries, 2 failed"
    assert "courier.invalid" in done.err
    assert program("list").out.count("\n") == 1
    assert program("export", "kept").out.startswith("# Harbour inquiry opens\n")
    assert program("cat", "--offline", story).status == 0


def test_two_that_keep_at_once_lose_nothing(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(URLS[:20_000].rpartition("\n")[0].replace("a.example", f"{name}.example"))
    running = [
        subprocess.Popen([*PROGRAM, "import", str(tmp_path / name)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name in ("a", "b")
    ]
    said = [process.communicate(timeout=60)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    done = subprocess.run([*PROGRAM, "feeds"], capture_output=True, text=True, check=True)
    wanted = sum(len((tmp_path / name).read_text().splitlines()) for name in ("a", "b"))
    assert len(done.stdout.splitlines()) == wanted


def test_a_folder_that_is_gone_is_no_trouble(story: str, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f"cd '{gone}' && rmdir '{gone}' && '{sys.executable}' -P -m reader cat '{story}'"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, env={**os.environ, "PYTHONSAFEPATH": "1"})
    assert (done.returncode, done.stderr) == (0, b"")


def test_many_at_once_do_not_meet(story: str) -> None:
    running = [subprocess.Popen([*PROGRAM, "people", story], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    came = [process.communicate(timeout=60) for process in running]
    assert len(set(came)) == 1
    assert came[0][0].startswith(b"Maria Okonkwo\t")


@pytest.mark.parametrize("called", ["reader", "python -m reader"])
def test_the_module_of_a_folder_that_one_is_in_is_not_run(story: str, tmp_path: Path, called: str) -> None:
    installed = Path(sys.executable).with_name("reader")
    if called == "reader" and not installed.exists():
        pytest.skip("the program is not installed as one")
    program = [str(installed)] if called == "reader" else list(PROGRAM)
    names = (
        "bs4",
        "lxml",
        "httpx2",
        "json",
        "argparse",
        "click",
        "feedparser",
        "pickle",
        "dataclasses",
        "textwrap",
        "logging",
    )
    for name in (*names, *(["reader"] if called == "reader" else [])):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'owned')!r}, 'w'); raise SystemExit('owned')")
    feed = tmp_path / "feed.xml"
    feed.write_text("<rss version='2.0'><channel><title>Courier</title><item><title>Wall falls</title></item></channel></rss>")
    for words in (["cat", story], ["cat", "--from", "feed", str(feed)]):
        done = subprocess.run([*program, *words], cwd=tmp_path, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
    assert not (tmp_path / "owned").exists()
