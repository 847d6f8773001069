"""Which browsers are tried, and what is told of them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from reader.tui.services.browser import browsers, is_openable, open_in_browser

URL = "https://courier.example/quay"


def program(folder: Path, name: str, script: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def lend_nothing() -> AbstractContextManager[None]:
    raise AssertionError("the terminal is not lent")


@pytest.mark.parametrize("url", ["https://a.example/", "http://a.example/", "mailto:ada@a.example"])
def test_the_web_and_mail_may_be_opened(url: str) -> None:
    assert is_openable(url)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "https://a.example/\x1b[2J", "https://a b/", "-help", "http://[", ""])  # fmt: skip
def test_nothing_else_may(url: str) -> None:
    assert not is_openable(url)


def test_the_users_own_browsers_come_first_in_their_order(tmp_path: Path) -> None:
    program(tmp_path, "xdg-open", "exit 0")
    environment = {"BROWSER": "first --new %s:second", "PATH": str(tmp_path), "DISPLAY": ":0"}
    assert list(browsers(URL, environment)) == [["first", "--new", URL], ["second", URL], [f"{tmp_path}/xdg-open", URL]]


def test_where_there_is_no_desktop_a_browser_for_the_terminal_goes_before_others(tmp_path: Path) -> None:
    for name in ("xdg-open", "w3m"):
        program(tmp_path, name, "exit 0")
    assert [command[0] for command in browsers(URL, {"PATH": str(tmp_path)})] == [f"{tmp_path}/w3m", f"{tmp_path}/xdg-open"]
    assert [command[0] for command in browsers(URL, {"PATH": str(tmp_path), "DISPLAY": ":0"})] == [f"{tmp_path}/xdg-open"]


async def test_what_a_browser_writes_goes_nowhere(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    noisy = program(tmp_path, "noisy", "echo noise; echo noise >&2; read line; echo noise")
    assert await open_in_browser(URL, {"BROWSER": str(noisy)}, lend_nothing) == (True, f"Opened in the browser: {URL}")
    assert capfd.readouterr() == ("", "")


async def test_one_that_fails_is_followed_by_the_next_and_the_last_by_the_address(tmp_path: Path) -> None:
    failing, good = program(tmp_path, "failing", "exit 3"), program(tmp_path, "good", "exit 0")
    is_open, told = await open_in_browser(URL, {"BROWSER": f"/nowhere/at-all:{failing}:{good}"}, lend_nothing)
    assert (is_open, told) == (True, f"Opened in the browser: {URL}")
    is_open, told = await open_in_browser(URL, {"BROWSER": str(failing), "PATH": ""}, lend_nothing)
    assert (is_open, told) == (False, f"No browser took it: {URL}")


async def test_one_that_stays_open_is_not_waited_for(tmp_path: Path) -> None:
    lasting = program(tmp_path, "lasting", "exec sleep 6")
    begin = time.monotonic()
    assert (await open_in_browser(URL, {"BROWSER": str(lasting)}, lend_nothing))[0]
    assert time.monotonic() - begin < 5


async def test_one_for_the_terminal_is_lent_it(tmp_path: Path) -> None:
    lent: list[str] = []

    @contextmanager
    def lend() -> Iterator[None]:
        lent.append("begin")
        yield
        lent.append("end")

    lynx = program(tmp_path, "lynx", "exit 0")
    assert (await open_in_browser(URL, {"BROWSER": str(lynx)}, lend))[0]
    assert lent == ["begin", "end"]


async def test_what_may_not_be_opened_is_refused(tmp_path: Path) -> None:
    good = program(tmp_path, "good", f"touch {tmp_path}/opened")
    is_open, told = await open_in_browser("javascript:alert(1)", {"BROWSER": str(good)}, lend_nothing)
    assert not is_open
    assert told.startswith("Only http")
    assert not (tmp_path / "opened").exists()
