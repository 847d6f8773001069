"""`man`: the manual page, written from the tables of options and commands (man(7) macros)."""

from __future__ import annotations

from collections.abc import Iterable

from reader.cli.command_table import COMMANDS, READ, Command
from reader.cli.exit_status import DONE
from reader.cli.help import explanation
from reader.cli.options import Choices, Option
from reader.cli.output.console import Console
from reader.resources import __version__

STATUSES: tuple[tuple[int, str], ...] = (
    (0, "done"),
    (1, "nothing found: no quotes, no people, no such section"),
    (2, "the command line is wrong, or there is no terminal for the app"),
    (3, "the network gave no answer, or not in time"),
    (4, "the server said no (HTTP 4xx, 5xx)"),
    (5, "there is no article in this page"),
    (6, "the input was refused or cannot be read: no such file, empty, too big, binary, a private address in a link"),
    (7, "library or settings cannot be used, or the result cannot be written"),
    (8, "some of several sources failed; if all did, the first one's status"),
    (70, "a fault of the program"),
    (130, "interrupted"),
)
_VARIABLES: tuple[tuple[str, str], ...] = (
    ("READER_HOME", "a folder that holds settings, data, state and cache, instead of the system's places for them"),
    ("READER_PAGER, PAGER", "the pager and its arguments; without them less -FRX; cat or nothing at all pages nothing"),
    ("NO_COLOR, CLICOLOR_FORCE", "no colours; colours, also in a pipe. --color goes before both"),
    ("HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY", "the proxy to ask, and for which hosts not to"),
    ("SSL_CERT_FILE, SSL_CERT_DIR", "the certificates to trust, instead of the system's"),
)


def man(choices: Choices, console: Console) -> int:  # noqa: ARG001,RUF100 - all commands are called alike
    """Print the manual page."""
    console.write("\n".join(page()) + "\n")
    return DONE


def page() -> Iterable[str]:
    """Give the manual page, a line at a time."""
    yield f'.TH READER 1 "" "Broadsheet {__version__}" "User Commands"'
    yield from (".SH NAME", f"reader \\- {_escaped(READ.summary)}")
    yield ".SH SYNOPSIS"
    for one in (READ, *COMMANDS):
        yield from (".br", _synopsis(one))
    yield from (".SH DESCRIPTION", _escaped(READ.details), ".SH COMMANDS")
    for one in COMMANDS:
        yield from (".TP", f"\\fB{one.name}\\fR {_escaped(one.operands)}", _escaped(f"{one.summary}. {one.details}".strip()))
    yield ".SH OPTIONS"
    for option in dict.fromkeys(option for one in (READ, *COMMANDS) for option in one.options):
        yield from (".TP", _flags(option), _escaped(explanation(option)))
    yield ".SH EXIT STATUS"
    for status, meaning in STATUSES:
        yield from (".TP", f"\\fB{status}\\fR", _escaped(meaning))
    yield ".SH ENVIRONMENT"
    for name, meaning in _VARIABLES:
        yield from (".TP", f"\\fB{_escaped(name)}\\fR", _escaped(meaning))
    yield ".SH EXAMPLES"
    for line, what in (example for one in (READ, *COMMANDS) for example in one.examples):
        yield from (".TP", f"\\fB{_escaped(line)}\\fR", _escaped(what))


def _synopsis(one: Command) -> str:
    name = "reader" if one is READ else f"reader {one.name}"
    return f"\\fB{name}\\fR [\\fIoption\\fR...] {_escaped(one.operands)}".rstrip()


def _flags(option: Option) -> str:
    value = f" \\fI{_escaped(option.metavar)}\\fR" if option.metavar else ""
    return ", ".join(f"\\fB{_escaped(flag)}\\fR" for flag in option.flags) + value


def _escaped(text: str) -> str:
    """Give text as roff: a backslash, a hyphen that is typed, a quotation mark, and a dot or quote at the start of a line."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("~", "\\(ti").replace("^", "\\(ha")
    return f"\\&{text}" if text.startswith(".") else text
