"""Puts text on the clipboard, by whatever there is: a program of the desktop, tmux, or the terminal itself."""

from __future__ import annotations

import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Final

NONE: Final = "wl-copy, xclip, xsel, pbcopy and tmux are not here, and this terminal takes no text."
_PATIENCE: Final = 2.0
"""Seconds that a program may take."""
_MOST: Final = 74_994
"""Bytes that terminals take by OSC 52 (what xterm and hterm agree on)."""
_PIECE: Final = 700
"""Bytes that screen hands on at once."""
_WITHOUT: Final = ("dumb", "linux")
"""Terminals that have no clipboard."""


def programs(environment: Mapping[str, str]) -> Iterator[list[str]]:
    """Return the commands that put their input on a clipboard here, the nearest to the user first."""
    wanted = (
        ("WAYLAND_DISPLAY", ["wl-copy"]),
        ("DISPLAY", ["xclip", "-selection", "clipboard"]),
        ("DISPLAY", ["xsel", "--clipboard", "--input"]),
        ("", ["pbcopy"]),
        ("WSL_DISTRO_NAME", ["clip.exe"]),
        ("TMUX", ["tmux", "load-buffer", "-w", "-"]),
    )
    for variable, command in wanted:
        if (not variable or environment.get(variable)) and (path := shutil.which(command[0], path=environment.get("PATH"))):
            yield [path, *command[1:]]


def copy_by_program(text: str, environment: Mapping[str, str]) -> str:
    """Offer some text to one program after the other, and return the name of the first that takes it; empty: none does."""
    for command in programs(environment):
        try:
            done = subprocess.run(  # noqa: S603 -- found on the user's own path
                command,
                input=text.encode("utf-8", "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return command[0].rpartition("/")[2]
    return ""


def sequence(text: str, environment: Mapping[str, str]) -> str:
    """Return what has the terminal put some text on its clipboard (OSC 52); empty: this one is known not to.

    tmux and screen hand a sequence on to the terminal around them only if it is wrapped.
    """
    words = b64encode(text.encode("utf-8", "replace")).decode("ascii")
    if environment.get("TERM", "dumb") in _WITHOUT or len(words) > _MOST:
        return ""
    osc = f"\x1b]52;c;{words}\x07"
    if environment.get("TMUX"):
        return "\x1bPtmux;" + osc.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environment.get("STY"):
        pieces = (osc[at : at + _PIECE] for at in range(0, len(osc), _PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return osc
