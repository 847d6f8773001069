"""The completion scripts of bash, zsh and fish, written from the tables of options and commands.

What is only known when it is asked for, the names in the library, the scripts ask `reader completion` for.  Those names were
chosen by strangers: no shell ever sees one but as a line that is read, and puts it on its command line quoted.
"""

from __future__ import annotations

from reader.cli.command_table import COMMANDS, READ, Command
from reader.cli.options import Option
from reader.errors import ReaderError
from reader.sources import seed_names

_FILES = ("output",)  # options whose value is a file

_BASH_NAMES = """\
_reader_take() {
    local name
    while IFS= read -r name; do
        if [[ $name == "$1"* ]]; then COMPREPLY+=("${name#"${2-}"}"); fi
    done
}
_reader_ask() {
    local name bare quoted mark='"' back='\\' wanted=$2
    if compopt +o filenames 2>/dev/null; then
        wanted=${wanted//"$mark"/}
        wanted=${wanted//"$back"/}
    fi
    while IFS= read -r name; do
        bare=${name//"$mark"/}
        printf -v quoted %q "${name#"$3"}"
        # before bash 4, readline quotes once more: only what needs no quotes can be put in
        if [[ $quoted != "${name#"$3"}" && $BASH_VERSION == 3.* ]]; then continue; fi
        if [[ $bare == "$wanted"* ]]; then COMPREPLY+=("$quoted"); fi
    done < <(reader completion "$1" 2>/dev/null)
}
"""
"""Functions of the bash script: take the names that begin as the word does, from a list or from the library."""


def bash() -> str:
    """Give a bash script; it works in the version 3.2 of macOS too."""
    cases = "\n".join(_bash_case(one) for one in COMMANDS)
    values = "\n".join(_bash_value(option) for option in _all_options() if option.metavar)
    return f"""\
# bash completion for reader; made by `reader completion bash`
{_BASH_NAMES}_reader() {{
    local line=${{COMP_LINE:0:COMP_POINT}} before=${{COMP_WORDS[COMP_CWORD-1]}} command= options words names files=1 at name
    local word=${{line##*[[:space:]]}} cut=
    if [[ $COMP_WORDBREAKS == *:* ]]; then cut=${{word%"${{word##*:}}"}}; fi
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; at++)); do
        case ${{COMP_WORDS[at]}} in
            {"|".join(one.name for one in COMMANDS)}) command=${{COMP_WORDS[at]}}; break ;;
        esac
    done
    case $command/$before in
{values}
    esac
    options={_bash_words(READ)} words= names=
    case $command in
{cases}
        '') words="{" ".join(one.name for one in COMMANDS)}" ;;
    esac
    if [[ $word == -* ]]; then
        _reader_take "$word" < <(printf '%s\\n' $options)
        return
    fi
    _reader_take "$word" < <(printf '%s\\n' $words)
    for name in $names; do
        _reader_ask "$name" "$word" "$cut"
    done
    if [[ $files ]]; then
        _reader_take "$word" "$cut" < <(printf '%s\\n' {_seeds()})
        if [[ $word != *:* ]]; then _reader_take "$word" < <(compgen -f -- "$word"); fi
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
_reader_names() {{
    local -a found=("${{(@f)$(reader completion $1 2>/dev/null)}}")
    compadd -a found
}}
_reader_terms() {{ _reader_names terms }}
_reader_feeds() {{ _reader_names feeds }}
_reader_tags() {{ _reader_names tags }}
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
        there = f"complete -c reader -f -n '__fish_seen_subcommand_from {one.name}'"
        lines += [f"{there} -a '(reader completion {name} 2>/dev/null)'" for name in _names(one)]
        if not _takes_files(one):
            lines.append(there)
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


def _names(one: Command) -> tuple[str, ...]:
    """Give which of the library's names a command takes, as `reader completion` calls them."""
    kinds = {"TAG ": "tags", "QUERY": "terms", "FEED": "feeds"}
    return tuple(name for operand, name in kinds.items() if operand in one.operands)


def _takes_files(one: Command) -> bool:
    return one.takes_sources or "FILE" in one.operands


def _bash_words(one: Command) -> str:
    return '"' + " ".join(flag for option in one.options for flag in option.flags) + '"'


def _bash_case(one: Command) -> str:
    words = f' words="{" ".join(one.words)}"' if one.words else ""
    names = f' names="{" ".join(_names(one))}"' if _names(one) else ""
    return f"        {one.name}) options={_bash_words(one)}{words}{names}{'' if _takes_files(one) else ' files='} ;;"


def _bash_value(option: Option) -> str:
    alike = {other for other in _all_options() if other.flags == option.flags}
    owners = ("*",) if len(alike) == 1 else tuple(one.name for one in (READ, *COMMANDS) if option in one.options)
    when = "|".join(f"{'' if owner == READ.name else owner}/{flag}" for owner in owners for flag in option.flags)
    how = 'compgen -f -- "$word"' if option.name in _FILES else f"printf '%s\\n' {' '.join(option.choices)}"
    take = f'_reader_take "$word" < <({how}); ' if option.choices or option.name in _FILES else ""
    return f"        {when}) {take}return ;;"


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
    if one.takes_sources:
        return "'*:source:_reader_sources'"
    names = _names(one)
    if names:
        first = f"'1:{names[0]}:_reader_{names[0]}' " if names[1:] else ""
        return f"{first}'*:{names[-1]}:_reader_{names[-1]}'"
    return "'*:file:_files'" if _takes_files(one) else ""


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
