"""`config` and `keys`: where the settings are, what they are, whether they are good, and what they make of the keys."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime

import click

from reader import settings
from reader.cli.command import NAME, command
from reader.cli.exit_status import DONE
from reader.cli.output.console import Console
from reader.cli.output.styles import Line, Style, StyledText
from reader.cli.parameters import format_option, output_option
from reader.cli.words import OneOf
from reader.model.wrap import width
from reader.settings import Folders, Settings
from reader.tui.keys.actions import GROUPS, Group, every_action, keys_of
from reader.tui.keys.keymap import check as check_keys

_WORDS = ("path", "show", "check", "timer")


@command(
    "config",
    examples=(
        ("reader config path", "the files and folders"),
        ("reader config show > settings.toml", "all settings, as TOML"),
        ("reader config check", "is the file good?"),
        ("reader config timer", "units of systemd that refresh twice an hour"),
    ),
)
@click.argument("word", type=OneOf(_WORDS), metavar="|".join(_WORDS))
def config(console: Console, word: str) -> int:
    """Print what is asked for of the settings."""
    place = settings.folders()
    match word:
        case "path":
            console.write(paths(place))
        case "show":
            console.write(as_toml(settings.load(place)))
        case "timer":
            console.write(timer())
        case _:
            console.write(check(place))
    return DONE


@command(
    "keys",
    details="With what the settings change. In a pipe: the action's name, its keys, what it does, parted by tabs.",
    examples=(("reader keys | grep section", "how to move by sections"),),
)
@format_option("text", "tsv")
@output_option
def keys(console: Console, format: str | None) -> int:  # noqa: A002 - the option's name
    """Print the actions of the app with their keys: a table on a terminal; in a pipe a line an action."""
    changed = dict(settings.load(settings.folders()).keys)
    if console.is_terminal or format == "text":
        console.lines(line for group in GROUPS for line in _key_table(group, changed))
    else:
        console.write("".join(f"{one.id}\t{' '.join(keys_of(one, changed))}\t{one.tooltip}\n" for one in every_action()))
    return DONE


def paths(place: Folders) -> str:
    """Return a line a place: its name, a tab, and where it is, be it there or not."""
    places: Mapping[str, object] = {
        "settings": place.settings,
        "themes": place.themes,
        "data": place.data,
        "state": place.state,
        "cache": place.cache,
    }
    return "".join(f"{name}\t{path}\n" for name, path in places.items())


def as_toml(current: Settings) -> str:
    """Return settings as the text of a settings file, each with what it may be; read again, it gives the same settings."""
    lines: list[str] = []
    for field in fields(Settings):
        value = getattr(current, field.name)
        if isinstance(value, Mapping):
            lines += ["", f"[{field.name}]  # {settings.WANTED[field.name]}"]
            lines += [f"{_quoted(action)} = {_quoted(keys)}" for action, keys in value.items()]
        else:
            lines.append(f"{field.name} = {_toml(value)}  # {settings.WANTED[field.name]}")
    return "\n".join(lines) + "\n"


def timer() -> str:
    """Return the units of systemd that refresh the library twice an hour, with how to put them in place."""
    program = " ".join(map(_unit_quoted, _program()))
    home = os.environ.get(settings.HOME, "")
    surroundings = f"Environment={_unit_quoted(f'{settings.HOME}={home}')}\n" if home else ""
    return f"""\
# ~/.config/systemd/user/reader-refresh.service
[Unit]
Description=Ask the feeds of Broadsheet what is new

[Service]
Type=oneshot
{surroundings}ExecStart={program} refresh --quiet

# ~/.config/systemd/user/reader-refresh.timer
[Unit]
Description=Refresh Broadsheet twice an hour

[Timer]
OnCalendar=*:0/30
RandomizedDelaySec=2min
Persistent=true

[Install]
WantedBy=timers.target

# Put each part into its file, then: systemctl --user enable --now reader-refresh.timer
# With cron instead: */30 * * * * {program} refresh --quiet
"""


def _program() -> list[str]:
    found = shutil.which(NAME)
    return [found] if found else [sys.executable, "-m", NAME]


def _unit_quoted(word: str) -> str:
    """Return a word as systemd.service(5) quotes it; `%` begins a specifier there."""
    word = word.replace("%", "%%").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{word}"' if set(word) & set(" \t'\"$;") else word


def check(place: Folders) -> str:
    """Return a line that says that the settings are good.

    Raises:
        SettingsError: they are not.
    """
    current = settings.load(place)
    if current.keys:
        check_keys(current.keys, source=str(place.settings))
    if current.rules:
        from reader.newsroom.rules import read_rules  # noqa: PLC0415 - loads the library, and few have rules

        read_rules(current.rules, datetime.now().astimezone(), source=str(place.settings))
    there = place.settings.exists()
    return f"{place.settings}: {'good' if there else 'not there, so all is as usual'}\n"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _quoted(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _quoted(text: str) -> str:
    """Return a TOML basic string (https://toml.io/en/v1.0.0#string)."""
    return '"' + "".join(_escaped(text)) + '"'


def _escaped(text: str) -> Iterable[str]:
    for letter in text:
        if letter in '"\\':
            yield f"\\{letter}"
        elif letter.isprintable():
            yield letter
        else:
            yield f"\\U{ord(letter):08x}"


def _key_table(group: Group, changed: dict[str, str]) -> Iterable[Line]:
    shown = [(" ".join(keys_of(one, changed)), one) for one in group.actions]
    left = max(width(typed) for typed, _ in shown)
    middle = max(width(one.id) for _, one in shown)
    yield (StyledText(group.title, Style.BOLD),)
    for typed, one in shown:
        name = StyledText(one.id + " " * (middle - width(one.id)), Style.FAINT)
        yield (StyledText(f"  {typed}{' ' * (left - width(typed))}  ", Style.NAME), name, StyledText(f"  {one.tooltip}"))
    yield ()
