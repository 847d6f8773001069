"""`help`, `man` and `completion`: the command line about itself, read from its own commands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from difflib import get_close_matches

import click
from click.shell_completion import BashComplete, CompletionItem, FishComplete, ShellComplete, ZshComplete, split_arg_string

from reader.cli.command import NAME, command, load
from reader.cli.command_table import COMMANDS, READ
from reader.cli.exit_status import DONE
from reader.cli.output.console import Console
from reader.cli.words import OneOf
from reader.errors import UsageError
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
COMPLETE = "_READER_COMPLETE"
"""The environment variable by which a shell asks for completions."""

_QUOTED = re.compile(r"[^\w@%+=:,./-]")
_BASH = """\
%(complete_func)s() {
    local kind value word=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS=, read -r kind value; do
        if [[ $kind == file ]]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$word")
        else
            COMPREPLY+=("$value")
        fi
    done < <(COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_WORDBREAKS="$COMP_WORDBREAKS" \\
        %(complete_var)s=bash_complete "$1" 2>/dev/null)
}
complete -F %(complete_func)s %(prog_name)s
"""
_FISH = r"""function %(complete_func)s
    for line in (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) COMP_CWORD=(commandline -t) %(prog_name)s)
        set -l parts (string split -m 2 \t -- $line)
        if test "$parts[1]" = file
            __fish_complete_path "$parts[2]"
        else
            echo "$parts[2]"\t"$parts[3]"
        end
    end
end
complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


class QuotingBash(BashComplete):
    """Puts names on bash's command line quoted: some of them were chosen by strangers."""

    source_template = _BASH

    def source(self) -> str:
        """Return the script, for bash of any version: macOS has 3.2."""
        return self.source_template % self.source_vars()

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the last one, and that one as far as it is typed."""
        line = os.environ.get("COMP_LINE", "")
        words = split_arg_string(line)
        typed = "" if line[-1:].isspace() or not words else words.pop()
        return words[1:], typed

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return what bash is to put in: only what follows the last colon, where that parts words for bash."""
        cut = incomplete[: incomplete.rfind(":") + 1] if ":" in os.environ.get("COMP_WORDBREAKS", "") else ""
        return [
            CompletionItem(one.value.removeprefix(cut), type=one.type) for one in super().get_completions(args, incomplete)
        ]

    def format_completion(self, item: CompletionItem) -> str:
        """Return a line of the answer."""
        return f"{item.type},{_QUOTED.sub(_with_backslash, item.value)}"


class TabbedFish(FishComplete):
    """Sends fish a line a name: click 8.4 parts its answer by newlines, at which fish has cut it already."""

    source_template = _FISH

    def format_completion(self, item: CompletionItem) -> str:
        """Return a line of the answer."""
        return f"{item.type}\t{item.value}\t{item.help or ''}"


_SHELLS: dict[str, type[ShellComplete]] = {"bash": QuotingBash, "zsh": ZshComplete, "fish": TabbedFish}


@command(
    "completion",
    details="They complete commands, options, files, bundled pages, and the feeds and tags of the library.",
    examples=(
        ("reader completion bash > ~/.local/share/bash-completion/completions/reader", "for bash"),
        ("reader completion zsh > ~/.zfunc/_reader", "for zsh, with ~/.zfunc in fpath"),
        ("reader completion fish > ~/.config/fish/completions/reader.fish", "for fish"),
    ),
)
@click.argument("shell", type=OneOf(tuple(_SHELLS)), metavar="|".join(_SHELLS))
@click.pass_context
def completion(context: click.Context, console: Console, shell: str) -> int:
    """Print the completions for a shell."""
    console.write(_SHELLS[shell](context.find_root().command, {}, NAME, COMPLETE).source())
    return DONE


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def complete(program: click.Command, instruction: str) -> int:
    """Answer a shell that asks for completions, and return the exit status.

    Args:
        program: the root of the commands.
        instruction: what the shell wants: `bash_complete`, `zsh_source` and the like.
    """
    shell, _, what = instruction.partition("_")
    if shell not in _SHELLS:
        return 1
    answer = _SHELLS[shell](program, {}, NAME, COMPLETE)
    click.echo(answer.source() if what == "source" else answer.complete())
    return DONE


@command("help", examples=(("reader help quotes", "the same as reader quotes -h"),))
@click.argument("name", default="", metavar="[COMMAND]")
@click.pass_context
def print_help(context: click.Context, console: Console, name: str) -> int:
    """Print the help of the command that is named, or the first one's."""
    near = ", ".join(get_close_matches(name, COMMANDS, n=1))
    if name not in COMMANDS:
        raise UsageError("no such command", source=name, advice=f"did you mean reader help {near}?" if near else "reader -h")
    console.write(click.Context(load(name), context.parent, info_name=name).get_help() + "\n")
    return DONE


@command("man", examples=(("reader man | man -l -", "read it"), ("reader man > ~/.local/share/man/man1/reader.1", "keep it")))
def man(console: Console) -> int:
    """Print the manual page."""
    console.write("\n".join(manual_page()) + "\n")
    return DONE


def manual_page() -> Iterable[str]:
    """Return the manual page, a line at a time (man(7) macros)."""
    commands = tuple(map(load, COMMANDS))
    yield f'.TH READER 1 "" "Broadsheet {__version__}" "User Commands"'
    yield from (".SH NAME", f"reader \\- {_escaped(COMMANDS[READ].summary)}", ".SH SYNOPSIS")
    for one in commands:
        words = " ".join(arg.make_metavar(click.Context(one)) for arg in one.params if isinstance(arg, click.Argument))
        yield from (".br", f"\\fB{f'reader {one.name}'.strip()}\\fR [\\fIoption\\fR...] {_escaped(words)}".rstrip())
    yield from (".SH DESCRIPTION", _escaped(load(READ).help or ""), ".SH COMMANDS")
    for one in commands[1:]:
        yield from (".TP", f"\\fB{one.name}\\fR", _escaped(one.help or ""))
    yield ".SH OPTIONS"
    yield from dict.fromkeys(
        f".TP\n{_flags(option)}\n{_escaped(option.help or '')}"
        for one in commands
        for option in one.params
        if isinstance(option, click.Option)
    )
    yield from _definitions("EXIT STATUS", ((str(status), meaning) for status, meaning in STATUSES))
    yield from _definitions("ENVIRONMENT", _VARIABLES)
    yield from _definitions("EXAMPLES", (example for one in commands for example in one.examples))


def _definitions(title: str, entries: Iterable[tuple[str, str]]) -> Iterable[str]:
    yield f".SH {title}"
    for name, meaning in entries:
        yield from (".TP", f"\\fB{_escaped(name)}\\fR", _escaped(meaning))


def _flags(option: click.Option) -> str:
    value = f" \\fI{_escaped(option.metavar)}\\fR" if option.metavar else ""
    return ", ".join(f"\\fB{_escaped(flag)}\\fR" for flag in option.opts) + value


def _escaped(text: str) -> str:
    """Return text as roff: a backslash, a typed hyphen, a quotation mark, and a dot or quote at the start of a line."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("~", "\\(ti").replace("^", "\\(ha")
    return f"\\&{text}" if text.startswith(".") else text
