"""Opens addresses in a browser: apart from the app's screen, or, where the browser is one for the terminal, in its place."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import PurePath
from typing import Final
from urllib.parse import urlsplit

from reader.model import address

_OPENABLE: Final = ("http", "https", "mailto")
_IN_TERMINAL: Final = ("w3m", "lynx", "links", "links2", "elinks", "browsh", "carbonyl", "cha")
_OPENERS: Final = ("xdg-open", "open", "wslview", "sensible-browser", "firefox", "chromium", "google-chrome")
"""Programs that find the browser that the user has chosen, and then browsers."""
_PATIENCE: Final = 1.5
"""Seconds in which a browser that cannot open an address has said so: xdg-open tries several."""


def is_openable(url: str) -> bool:
    """Say whether a browser may be given an address: the web and mail only, no controls or spaces in it."""
    if not url.isprintable() or " " in url:
        return False
    try:
        return urlsplit(url).scheme.lower() in _OPENABLE
    except ValueError:
        return False


def browsers(url: str, environment: Mapping[str, str]) -> Iterator[list[str]]:
    """Return the commands that may open an address, the best first: those of `BROWSER`, then what there is.

    `BROWSER` is as Python's `webbrowser` and xdg-open read it: commands parted by colons, `%s` where the address goes.
    """
    for command in environment.get("BROWSER", "").split(os.pathsep):
        try:
            words = shlex.split(command)
        except ValueError:
            continue
        if words:
            yield [word.replace("%s", url) for word in words] if "%s" in command else [*words, url]
    names = _OPENERS if {"DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"} & {*environment} else (*_IN_TERMINAL, *_OPENERS)
    for name in names:
        if path := shutil.which(name, path=environment.get("PATH")):
            yield [path, url]


async def open_in_browser(
    url: str, environment: Mapping[str, str], lend: Callable[[], AbstractContextManager[object]]
) -> tuple[bool, str]:
    """Open an address in the first browser that takes it; return whether one did, and what to tell.

    Args:
        url: the address.
        environment: the process's.
        lend: leaves the terminal to a browser that runs in it.
    """
    if not is_openable(url):
        return False, "Only http, https and mailto addresses are opened in the browser."
    shown = address.display_url(url)
    for command in browsers(url, environment):
        if PurePath(command[0]).name in _IN_TERMINAL:
            with lend():
                is_open = _run(command)
        else:
            is_open = await asyncio.to_thread(_start, command)
        if is_open:
            return True, f"Opened in the browser: {shown}"
    return False, f"No browser took it: {shown}"


def _run(command: list[str]) -> bool:
    try:
        return subprocess.run(command, check=False).returncode == 0  # noqa: S603 -- the user's own browser
    except OSError:
        return False


def _start(command: list[str]) -> bool:
    """Start a program with a session of its own and no stream of ours; say whether it has not failed."""
    try:
        process = subprocess.Popen(  # noqa: S603 -- as above
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        threading.Thread(target=process.wait, daemon=True).start()  # so that it leaves no zombie when it ends
        return True
