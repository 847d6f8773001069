"""`completion`: what a shell needs to complete a command line, written from the tables of options and commands."""

from __future__ import annotations

from reader.cli.commands import COMMANDS, READ, Command
from reader.cli.configuration import refusal
from reader.cli.console import Console
from reader.cli.faults import DONE
from reader.cli.options import Choices, Option
from reader.errors import ReaderError
from reader.sources import seed_names

_SHELLS = ("bash", "zsh", "fish")
_FILES = ("output",)  # options whose value is a file


def completion(choices: Choices, console: Console) -> int:
    """Print the completions for a shell.

    Raises:
        UsageError: it is none of `bash`, `zsh` and `fish`.
    """
    match choices.words:
        case ("bash",):
            console.write(bash())
        case ("zsh",):
            console.write(zsh())
        case ("fish",):
            console.write(fish())
        case _:
            raise refusal("completion", choices.words, _SHELLS)
    return DONE


def bash() -> str:
    """Give a bash script: it completes commands, options, their values, files and the bundled pages."""
    cases = "\n".join(_bash_case(one) for one in COMMANDS)
    wordy = "|".join(one.name for one in COMMANDS if not one.takes_sources)
    values = "\n".join(_bash_value(option) for option in _all_options() if option.metavar)
    return f"""\
# bash completion for reader; made by `reader completion bash`
_reader() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= options words at
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; at++)); do
        case ${{COMP_WORDS[at]}} in
            {"|".join(one.name for one in COMMANDS)}) command=${{COMP_WORDS[at]}}; break ;;
        esac
    done
    case $before in
{values}
    esac
    options={_bash_words(READ)} words=
    case $command in
{cases}
        '') words="{" ".join(one.name for one in COMMANDS)}" ;;
    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    elif [[ $word == seed:* || $word == seed ]]; then
        COMPREPLY=($(compgen -W "{_seeds()}" -- "$word"))
        if [[ $COMP_WORDBREAKS == *:* ]]; then COMPREPLY=("${{COMPREPLY[@]#seed:}}"); fi
    else
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        case $command in
            {wordy}) ;;
            *) COMPREPLY+=($(compgen -f -- "$word")) ;;
        esac
    fi
}}
complete -o filenames -F _reader reader
"""


def zsh() -> str:
    """Give a zsh function for a folder of `fpath`."""
    commands = "\n".join(f"        {_zsh_quoted(f'{one.name}:{one.summary}')}" for one in COMMANDS)
    cases = "\n".join(f"        {one.name}) _arguments -S {_zsh_options(one)} {_zsh_operands(one)} ;;" for one in COMMANDS)
    return f"""\
#compdef reader
# zsh completion for reader; made by `reader completion zsh`
_reader_commands() {{
    local -a commands=(
{commands}
    )
    _describe -t commands command commands
}}
_reader_sources() {{
    _alternative 'files:file:_files' 'seeds:bundled page:({_seeds().replace(":", chr(92) + ":")})' 'urls:address:_urls'
}}
_reader_first() {{
    _alternative 'commands:command:_reader_commands' 'sources:source:_reader_sources'
}}
_reader() {{
    local command=${{words[(r)({"|".join(one.name for one in COMMANDS)})]}}
    if [[ -n $command && $words[CURRENT] != $command ]]; then
        words[(r)$command]=()
        (( CURRENT-- ))
    else
        command=
    fi
    case $command in
{cases}
        *) _arguments -S {_zsh_options(READ)} '*:source:_reader_first' ;;
    esac
}}
_reader "$@"
"""


def fish() -> str:
    """Give a fish script."""
    names = " ".join(one.name for one in COMMANDS)
    lines = ["# fish completion for reader; made by `reader completion fish`"]
    for one in COMMANDS:
        lines.append(
            f"complete -c reader -n 'not __fish_seen_subcommand_from {names}' -a {one.name} -d {_fish_quoted(one.summary)}"
        )
        if one.words:
            lines.append(
                f"complete -c reader -f -n '__fish_seen_subcommand_from {one.name}' -a {_fish_quoted(' '.join(one.words))}"
            )
        lines += [_fish_option(option, f"__fish_seen_subcommand_from {one.name}") for option in one.options]
    lines += [_fish_option(option, f"not __fish_seen_subcommand_from {names}") for option in READ.options]
    lines.append(f"complete -c reader -n 'string match -q \"seed*\" (commandline -ct)' -a {_fish_quoted(_seeds())}")
    return "\n".join(lines) + "\n"


def _all_options() -> tuple[Option, ...]:
    return tuple(dict.fromkeys(option for one in (READ, *COMMANDS) for option in one.options))


def _seeds() -> str:
    """Give the bundled pages; a damaged bundle completes none, and the command itself says why."""
    try:
        return " ".join(f"seed:{name}" for name in seed_names())
    except ReaderError:
        return ""


def _bash_words(one: Command) -> str:
    return '"' + " ".join(flag for option in one.options for flag in option.flags) + '"'


def _bash_case(one: Command) -> str:
    words = f' words="{" ".join(one.words)}"' if one.words else ""
    return f"        {one.name}) options={_bash_words(one)}{words} ;;"


def _bash_value(option: Option) -> str:
    how = "-f" if option.name in _FILES else f'-W "{" ".join(option.choices)}"'
    return f'        {"|".join(option.flags)}) COMPREPLY=($(compgen {how} -- "$word")); return ;;'


def _zsh_options(one: Command) -> str:
    return " ".join(_zsh_option(option) for option in one.options)


def _zsh_option(option: Option) -> str:
    alone = f"({' '.join(option.flags)})" if option.sets is not None else "*"
    text = option.help.replace("[", "(").replace("]", ")").replace(":", " -")
    value = ""
    if option.metavar:
        what = "_files" if option.name in _FILES else f"({' '.join(option.choices)})" if option.choices else " "
        value = f":{option.metavar.lower().replace('|', ' or ')}:{what}"
    return " ".join(_zsh_quoted(f"{alone}{flag}[{text}]{value}") for flag in option.flags)


def _zsh_operands(one: Command) -> str:
    if one.words:
        return _zsh_quoted(f"1:word:({' '.join(one.words)})")
    return "'*:source:_reader_sources'" if one.takes_sources else ""


def _zsh_quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish_option(option: Option, when: str) -> str:
    names = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
    value = ""
    if option.metavar:
        value = (
            " -r -F"
            if option.name in _FILES
            else f" -x -a {_fish_quoted(' '.join(option.choices))}"
            if option.choices
            else " -x"
        )
    return f"complete -c reader -n {_fish_quoted(when)} {names}{value} -d {_fish_quoted(option.help)}"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
