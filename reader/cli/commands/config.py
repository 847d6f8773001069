"""`config`: where the settings are, what they are, and whether they are good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

from reader import settings
from reader.cli.exit_status import DONE
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.cli.parsing import nearest
from reader.errors import UsageError
from reader.settings import Folders, Settings

_WORDS = ("path", "show", "check")


def config(choices: Choices, console: Console) -> int:
    """Print what is asked for of the settings.

    Raises:
        UsageError: it is none of `path`, `show` and `check`.
        SettingsError: the settings file cannot be used.
    """
    place = settings.folders()
    match choices.words:
        case ("path",):
            console.write(paths(place))
        case ("show",):
            console.write(as_toml(settings.load(place)))
        case ("check",):
            console.write(check(place))
        case _:
            raise refusal("config", choices.words, _WORDS)
    return DONE


def refusal(name: str, words: tuple[str, ...], known: tuple[str, ...]) -> UsageError:
    """Give the error for a command that takes one of a few words and was given others."""
    wanted = f"reader {name} {'|'.join(known)}"
    if not words:
        return UsageError(f"{name} needs a word", advice=wanted)
    wrong = next((word for word in words if word not in known), "")
    if not wrong:
        return UsageError(f"{name} takes one word at a time", advice=wanted)
    near = nearest(wrong, known)
    return UsageError(f"{name} knows no {wrong!r}", advice=f"did you mean {near}?" if near else wanted)


def paths(place: Folders) -> str:
    """Give a line a place: its name, a tab, and where it is, be it there or not."""
    places: Mapping[str, object] = {
        "settings": place.settings,
        "themes": place.themes,
        "data": place.data,
        "state": place.state,
        "cache": place.cache,
    }
    return "".join(f"{name}\t{path}\n" for name, path in places.items())


def as_toml(current: Settings) -> str:
    """Give settings as the text of a settings file, each with what it may be; read again, it gives the same settings."""
    lines: list[str] = []
    for field in fields(Settings):
        value = getattr(current, field.name)
        if isinstance(value, Mapping):
            lines += ["", f"[{field.name}]  # {settings.WANTED[field.name]}"]
            lines += [f"{_quoted(action)} = {_quoted(keys)}" for action, keys in value.items()]
        else:
            lines.append(f"{field.name} = {_toml(value)}  # {settings.WANTED[field.name]}")
    return "\n".join(lines) + "\n"


def check(place: Folders) -> str:
    """Give a line that says that the settings are good.

    Raises:
        SettingsError: they are not.
    """
    current = settings.load(place)
    if current.keys:
        from reader.tui.keys.keymap import check as check_keys  # noqa: PLC0415 - only keys need the app's table

        check_keys(current.keys, source=str(place.settings))
    there = place.settings.exists()
    return f"{place.settings}: {'good' if there else 'not there, so all is as usual'}\n"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _quoted(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _quoted(text: str) -> str:
    """Give a TOML basic string (https://toml.io/en/v1.0.0#string)."""
    return '"' + "".join(_escaped(text)) + '"'


def _escaped(text: str) -> Iterable[str]:
    for letter in text:
        if letter in '"\\':
            yield f"\\{letter}"
        elif letter.isprintable():
            yield letter
        else:
            yield f"\\U{ord(letter):08x}"
