"""The installed program on a pseudo-terminal of its own, its screen read back by a terminal emulator (pyte)."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyte
import pytest

PATIENCE = 40.0  # seconds; a loaded machine starts Python slowly


class Terminal:
    """A program on a pseudo-terminal, driven by keys."""

    def __init__(
        self, argv: list[str], *, size: tuple[int, int], env: Mapping[str, str], stdin: Path | None, cwd: Path
    ) -> None:
        self.size = size
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            if stdin:
                descriptor = os.open(stdin, os.O_RDONLY)
                os.dup2(descriptor, 0)
            os.execvpe(argv[0], argv, dict(env))
        self.resize(*size)

    def resize(self, columns: int, rows: int) -> None:
        self.size = (columns, rows)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)
        self.screen.reset()

    def read(self, seconds: float = 0.05) -> bool:
        """Take what the program has sent; say whether there was any."""
        if self._master < 0:
            time.sleep(seconds)
            return False
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            return False
        self.sent += data
        # pyte 0.8.2 takes private sequences (kitty's keyboard, modes asked for) for text: they are not drawn by a terminal
        for start in (b"\x1b[>", b"\x1b[<", b"\x1b[="):
            while (at := data.find(start)) >= 0:
                end = next((i for i in range(at + 3, len(data)) if 0x40 <= data[i] <= 0x7E), len(data) - 1)
                data = data[:at] + data[end + 1 :]
        self._stream.feed(data.replace(b"\x1b[?2048$p", b"").replace(b"\x1b[?2026$p", b""))
        return True

    @property
    def modes(self) -> int:
        """The local modes of the terminal, as `termios` names them: what it shows of keys, and when it hands them on."""
        return int(termios.tcgetattr(self._master)[3])

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def until(self, words: str, *, gone: bool = False) -> str:
        """Wait until some words are on the screen, or are gone from it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.read(0.2)
            if (words in self.text) is not gone:
                return self.text
        raise AssertionError(f"{words!r} {'stays' if gone else 'does not come'}:\n{self.text}")

    def settle(self) -> str:
        while self.read(0.4):
            pass
        return self.text

    def status(self) -> int:
        """Wait for the end of the program, and give its exit status."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                while self.read(0.05):
                    """What was still on its way."""
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"it does not end:\n{self.text}")

    def children(self) -> list[int]:
        return [int(pid) for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]

    def hang_up(self) -> None:
        os.close(self._master)
        self._master = -1

    def end(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._master >= 0:
            os.close(self._master)


Open = Callable[..., Terminal]


@pytest.fixture
def open_reader(tmp_path: Path) -> Iterator[Open]:
    """Gives the program on a terminal: `open_reader("seed:harbour", size=(120, 40))`."""
    terminals: list[Terminal] = []

    def start(
        *words: str,
        size: tuple[int, int] = (120, 40),
        stdin: Path | None = None,
        streams: str = "",
        before: str = ":",
        **env: str,
    ) -> Terminal:
        argv = [str(Path(sys.executable).with_name("reader")), *words]
        if streams or before != ":":  # as a shell redirects them, behind a command of its own
            argv = ["sh", "-c", f'{before}; exec "$0" "$@" {streams}', *argv]
        surroundings = {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in ("NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES")
            },
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8",
            "READER_HOME": str(tmp_path / "home"),
            **env,
        }
        terminal = Terminal(argv, size=size, env=surroundings, stdin=stdin, cwd=tmp_path)
        terminals.append(terminal)
        return terminal

    yield start
    for terminal in terminals:
        terminal.end()
