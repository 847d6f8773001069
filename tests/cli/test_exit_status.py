from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from reader import errors
from reader.cli.exit_status import DONE, NOTHING_FOUND, SOME_FAILED, status_of, together
from reader.errors import ReaderError
from tests.cli.conftest import Call, Done

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"


PAGE = (
    b"<html><head><title>Ferry</title></head><body><article><h1>Ferry back</h1><p>The ferry to Lower Quay runs again from Monday, when the tide is high "
    b"enough for it to pass the bar, and the fare is what it was before the storm took the landing stage away.</p>"
    b"<p>The boat was painted in the winter, and its engine was taken out, cleaned, and put back by three men in a week.</p>"
)


MORE = b"<p>The ferry crossed %d times that year, said the harbour master, and nobody counted the gulls on it.</p>"


class Site(Protocol):
    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, status: int = 200) -> str: ...
    def raw(self, path: str, answer: Callable[[socket.socket], None]) -> str: ...


def assert_one_line(done: Done, *, holds: str) -> None:
    assert done.out == ""
    assert done.err.startswith("reader: ")
    assert done.err.count("\n") == 1
    assert holds in done.err
    assert "Traceback" not in done.err


def test_0_for_what_is_done(call: Call, story: str) -> None:
    done = call("cat", story)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Harbour inquiry opens\n")


def test_1_for_what_is_not_found(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    done = call("quotes", str(path))
    assert (done.status, done.out) == (1, "")
    assert "no quotes" in done.err
    assert call("quotes", "-q", str(path)).err == ""


def test_1_for_a_section_that_is_not_there(call: Call, story: str) -> None:
    done = call("cat", "--section", "What the reports say", story)
    assert done.status == 1
    assert_one_line(done, holds="did you mean 'What the report says'?")


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (["--fromat", "json"], "did you mean --format?"),
        (["cat", "-f", "jsn", "x"], "did you mean json?"),
        (["cat", "-w", "-3", "x"], "-w"),
        (["cat", "-w", "wide", "x"], "no number of columns"),
        (["cat", "--timeout", "nan", "x"], "no number of seconds"),
        (["cat", "--section"], "requires an argument"),
        (["cat", "--raw", "-f", "html", "x"], "--raw does not go with -f html"),
        (["quotes", "--raw", "x"], "has no option --raw"),
        (["outlin", "x"], "did you mean reader outline?"),
        (["config", "chek"], "did you mean check?"),
        (["config"], "path|show|check"),
        (["completion", "tcsh"], "bash|zsh|fish"),
        (["cat", "-", "-"], "only once"),
        (["doctor", "me"], "takes no words"),
        (["cat", "seed:nosuch"], "no such page"),
        (["cat", ""], "the name is empty"),
        (["cat", "--base", "courier", "x"], "courier is no http or https address"),
        (["cat", "--base", "http://[x", "x"], "http://[x is no http or https address"),
        (["cat", "--base", "https:///a", "x"], "is no http or https address"),
        (["cat", "--from", "fed", "x"], "did you mean feed?"),
    ],
)
def test_2_for_a_command_line_that_is_wrong(call: Call, words: list[str], holds: str) -> None:
    done = call(*words)
    assert done.status == 2
    assert_one_line(done, holds=holds)


def test_3_for_a_refused_connection(call: Call) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        url = f"http://127.0.0.1:{gone.getsockname()[1]}/"
    done = call("cat", url)
    assert done.status == 3
    assert_one_line(done, holds=f"{url}: connection refused")


def test_3_for_an_answer_that_does_not_come(call: Call, web: Site) -> None:
    done = call("cat", "--timeout", "0.3", web.raw("/a", lambda _: time.sleep(1)))
    assert done.status == 3
    assert_one_line(done, holds="within 0.3 seconds")


def test_3_for_the_network_when_it_is_not_to_be_used(call: Call) -> None:
    done = call("cat", "--offline", "https://paper.example/")
    assert done.status == 3
    assert_one_line(done, holds="--offline")


@pytest.mark.parametrize("status", [404, 500])
def test_4_for_a_server_that_says_no(call: Call, web: Site, status: int) -> None:
    done = call("cat", web.page("/a", b"<p>no", status=status))
    assert done.status == 4
    assert_one_line(done, holds=f"the server says {status}")


def test_5_for_a_page_without_an_article(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<title>Login</title><form><input name=user><button>Log in</button></form>")
    done = call("cat", str(path))
    assert done.status == 5
    assert_one_line(done, holds="no article in this page")


@pytest.mark.parametrize(
    "body", [b"", PNG, bytes(2000), b"a" * (20 * 1024 * 1024 + 1)], ids=["empty", "picture", "binary", "too big"]
)
def test_6_for_input_that_cannot_be_read(call: Call, tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "a"
    path.write_bytes(body)
    done = call("cat", str(path))
    assert done.status == 6
    assert_one_line(done, holds=f"{path}: ")


def test_6_for_an_address_of_another_kind(call: Call) -> None:
    done = call("cat", "ftp://paper.example/a")
    assert done.status == 6
    assert_one_line(done, holds="only http and https addresses can be read")


def test_6_for_a_file_that_is_not_there(call: Call) -> None:
    done = call("nosuch")
    assert done.status == 6
    assert_one_line(done, holds="nosuch: no such file")


@pytest.mark.parametrize(("size", "status"), [(0, 6), (30, 6)])
def test_6_for_standard_input_that_is_empty_or_has_30_mebibytes(program: Call, size: int, status: int) -> None:
    done = program("cat", given=b"<p>a</p>" * (size * 131072))
    assert done.status == status
    assert_one_line(done, holds="-: ")


def test_7_for_settings_that_cannot_be_used(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "home" / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text("widht = 80\n")
    done = call("config", "check")
    assert done.status == 7
    assert_one_line(done, holds="did you mean 'width'?")


@pytest.mark.parametrize("output", ["/dev/full", "nosuch/folder/a.txt", "/"])
def test_7_for_a_result_that_cannot_be_written(call: Call, story: str, output: str) -> None:
    done = call("cat", "-o", output, story)
    assert done.status == 7
    assert_one_line(done, holds=f"{output}: it cannot be written")


def test_7_for_a_full_disk_behind_standard_output(story: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "reader", "cat", story], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 7
    assert done.stderr == b"reader: standard output: it cannot be written: no space left on device\n"


def test_8_if_some_of_several_sources_failed(call: Call, story: str) -> None:
    done = call("cat", "nosuch", story, "seed:nosuch")
    assert done.status == 8
    assert "Harbour inquiry opens" in done.out
    assert done.err.count("\n") == 2


def test_the_first_ones_status_if_all_of_several_failed(call: Call) -> None:
    assert call("cat", "nosuch", "seed:nosuch").status == 6
    assert call("cat", "seed:nosuch", "nosuch").status == 2


def test_130_when_interrupted(web: Site) -> None:
    arrived: list[socket.socket] = []

    def hang(connection: socket.socket) -> None:
        arrived.append(connection)
        time.sleep(3)

    url = web.raw("/a", hang)
    process = subprocess.Popen([sys.executable, "-m", "reader", "cat", url], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    until = time.monotonic() + 20
    while not arrived and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize("words", [["-w", "0"], ["-f", "json"], ["-f", "html"]])
def test_a_closed_pipe_ends_it_silently_with_0(tmp_path: Path, words: list[str]) -> None:
    path = tmp_path / "long.html"
    path.write_bytes(PAGE + b"".join(MORE % number for number in range(10_000)))
    read, write = os.pipe()
    command = [sys.executable, "-m", "reader", "cat", *words, str(path)]
    process = subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    os.read(read, 20)
    os.close(read)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")


def test_a_pipe_that_was_closed_before_anything_was_written_ends_it_silently(story: str) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-m", "reader", "cat", story], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(("redirect", "status"), [("<&-", 2), (">&-", 7), ("2>&-", 0)])
def test_a_closed_stream_is_no_crash(story: str, redirect: str, status: int) -> None:
    source = "-" if redirect == "<&-" else story
    status = 6 if source == "-" else status
    done = subprocess.run(
        f"exec '{sys.executable}' -m reader cat '{source}' {redirect}", shell=True, capture_output=True, check=False
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


def test_every_error_that_may_be_raised_has_a_status_of_the_table() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ReaderError)]
    leaves = [kind for kind in kinds if not kind.__subclasses__()]
    assert len(leaves) >= 8
    for kind in leaves:
        error = kind.__new__(kind)
        assert status_of(error) in range(1, 8), kind


@pytest.mark.parametrize(
    ("statuses", "status"),
    [([0], 0), ([1], 1), ([0, 1], 0), ([1, 1], 1), ([3], 3), ([3, 6], 3), ([0, 3], 8), ([1, 3], 8), ([4, 0, 6], 8), ([], 1)],
)
def test_the_status_of_several_sources(statuses: list[int], status: int) -> None:
    assert together(statuses) == status
    assert (DONE, NOTHING_FOUND, SOME_FAILED) == (0, 1, 8)


def test_tracebacks_are_for_those_who_ask_twice(program: Call) -> None:
    assert "Traceback" not in program("cat", "-v", "nosuch").err
    done = program("cat", "-v", "-v", "nosuch")
    assert "Traceback" in done.err
    assert done.err.endswith("reader: nosuch: no such file (check the name)\n")
    assert done.status == 6
