"""The streams: what is the result, what is talk, and how each is to look.

stdout is the result, stderr everything else.  Each stream is judged alone: a terminal at one end says nothing of the other.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO

from reader.cli.output.styles import Line, Style, StyledText, rendered
from reader.errors import OutputError, ReaderError
from reader.model.address import redact
from reader.model.text import line, plain

USUAL_WIDTH = 80
_DUMB = ("", "dumb", "unknown")


def is_terminal(stream: TextIO | None) -> bool:
    """Say whether a stream is a terminal; a closed one is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def wants_colour(choice: str, stream: TextIO | None, environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether a stream is to be coloured: the option, `NO_COLOR`, `CLICOLOR_FORCE`, then a terminal that is not dumb.

    See https://no-color.org and https://bixense.com/clicolors.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return is_terminal(stream) and not is_dumb(environment)


def is_dumb(environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether the terminal is one that cannot be drawn on."""
    return environment.get("TERM", "") in _DUMB


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleOptions:
    """How a command prints."""

    output: str = ""
    """A file; empty or `-`: standard output."""
    width: int | None = None
    """None: what suits the stream; 0: no wrapping."""
    color: Literal["auto", "always", "never"] = "auto"
    pager: Literal["auto", "never"] = "auto"
    quiet: bool = False
    verbose: int = 0


class Console:
    """Prints a command's result, and what there is to say beside it."""

    def __init__(self, options: ConsoleOptions | None = None) -> None:
        """Judge the streams; nothing is opened yet."""
        self.options = options or ConsoleOptions()
        self._to_file = self.options.output not in ("", "-")
        self.is_terminal = is_terminal(sys.stdout) and not self._to_file
        self.colour = wants_colour(self.options.color, None if self._to_file else sys.stdout)
        self._file: TextIO | None = None
        self._held: list[str] = []

    @property
    def columns(self) -> int:
        """The terminal's width, or what is usual in a pipe; what `--width` says goes first, 0 is no bound."""
        if self.options.width is not None:
            return self.options.width
        return _size().columns if self.is_terminal else USUAL_WIDTH

    @property
    def measure(self) -> int:
        """The width of running text: no wider than can be read."""
        return self.columns if self.options.width is not None else min(self.columns, USUAL_WIDTH)

    def write(self, text: str) -> None:
        """Print a part of the result; it passes the gate.

        Raises:
            OutputError: the file or the disk does not take it.
        """
        self._put(plain(text))

    def lines(self, lines: Iterable[Line]) -> None:
        """Print lines of the result, in colours if the stream takes them.

        Raises:
            OutputError: the file or the disk does not take it.
        """
        self._put(rendered(lines, colour=self.colour))

    def say(self, text: str) -> None:
        """Say something beside the result."""
        if not self.options.quiet:
            self._tell(((StyledText("reader: ", Style.FAINT), StyledText(line(text))),))

    def fail(self, error: ReaderError) -> None:
        """Say in one line what went wrong; before it, to who asks for it, where in the program."""
        if self.options.verbose > 1:
            from traceback import format_exception  # noqa: PLC0415 - few ask for it

            self._tell((StyledText(row),) for row in "".join(format_exception(error)).splitlines())
        self._tell(((StyledText("reader:", Style.FAULT), StyledText(f" {line(str(error))}")),))

    @contextmanager
    def waiting(self, source: str) -> Iterator[None]:
        """Say on a terminal what is waited for, once it takes long; the words go away with the waiting."""
        if self.options.quiet or source[:4].lower() != "http" or not is_terminal(sys.stderr) or is_dumb():
            yield
            return
        from reader.cli.output.progress import waiting_for  # noqa: PLC0415 - a file is not waited for

        with waiting_for(sys.stderr, f"reader: waiting for {redact(line(source))}"):
            yield

    def close(self) -> None:
        """Print what is still held back, through the pager if it is long.

        Raises:
            OutputError: the file or the disk does not take it.
        """
        held, self._held = "".join(self._held), []
        if held:
            from reader.cli.output.pager import page  # noqa: PLC0415 - a pipe has no pager

            if self.options.pager == "never" or is_dumb() or not page(held, _size()):
                self._emit(held)
        with _told_of(self.options.output):
            if self._file is not None:
                self._file.close()
            elif sys.stdout is not None:
                sys.stdout.flush()

    def _put(self, text: str) -> None:
        if self.is_terminal:
            self._held.append(text)
        else:
            self._emit(text)

    def _emit(self, text: str) -> None:
        with _told_of(self.options.output):
            if self._to_file and self._file is None:
                self._file = Path(self.options.output).open("w", encoding="utf-8")  # noqa: SIM115 - closed in `close`
            stream = self._file or sys.stdout
            if stream is None:
                raise OutputError("standard output is closed")
            stream.write(text)

    def _tell(self, lines: Iterable[Line]) -> None:
        """Say lines on stderr, with nobody's password in an address."""
        if sys.stderr is None:
            return
        lines = (tuple(StyledText(redact(part.text), part.style) for part in parts) for parts in lines)
        with suppress(OSError):  # nobody listens any more: the exit status says it too
            sys.stderr.write(rendered(lines, colour=wants_colour(self.options.color, sys.stderr)))
            sys.stderr.flush()


@contextmanager
def _told_of(output: str) -> Iterator[None]:
    """Turn a stream's failure into one line; a closed pipe is no failure."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        problem = (error.strerror or "output error").lower()
        raise OutputError(f"it cannot be written: {problem}", source=output or "standard output") from error
    except ValueError as error:  # a NUL in the name
        raise OutputError("it cannot be written: no such file", source=output) from error


def _size() -> os.terminal_size:
    """Return the size of the terminal that stdout is, or what `COLUMNS` and `LINES` say it is."""
    import shutil  # noqa: PLC0415 - a pipe has no size

    return shutil.get_terminal_size((USUAL_WIDTH, 24))


class ProgressLine:
    """A line on a terminal's stderr that is written over; nothing anywhere else."""

    def __init__(self, console: Console) -> None:
        """Judge the stream; nothing is shown yet."""
        self._shown = is_terminal(sys.stderr) and not is_dumb() and not console.options.quiet

    def show(self, text: str) -> None:
        """Show words in the place of those before; empty: the line is free again."""
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
