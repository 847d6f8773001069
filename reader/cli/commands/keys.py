"""`keys`: every action of the app with its keys, as they are with the user's settings."""

from __future__ import annotations

from collections.abc import Iterable

from reader import settings
from reader.cli.exit_status import DONE
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.cli.output.styles import Ink, Line, Piece
from reader.model.wrap import width
from reader.tui.keys.actions import GROUPS, Action, Group, every_action, keys_of


def keys(choices: Choices, console: Console) -> int:
    """Print the actions: a table on a terminal; in a pipe a line an action: its id, a tab, its keys, a tab, what it does.

    Raises:
        SettingsError: the settings file cannot be used.
    """
    changed = dict(settings.load(settings.folders()).keys)
    if console.is_terminal or choices.format == "text":
        console.lines(line for group in GROUPS for line in _table(group, changed))
    else:
        console.write("".join(f"{one.id}\t{' '.join(keys_of(one, changed))}\t{one.tooltip}\n" for one in actions()))
    return DONE


def actions() -> tuple[Action, ...]:
    """Give all actions of the app, in the order of its help."""
    return tuple(every_action())


def _table(group: Group, changed: dict[str, str]) -> Iterable[Line]:
    shown = [(" ".join(keys_of(one, changed)), one) for one in group.actions]
    left = max(width(typed) for typed, _ in shown)
    middle = max(width(one.id) for _, one in shown)
    yield (Piece(group.title, Ink.BOLD),)
    for typed, one in shown:
        name = Piece(one.id + " " * (middle - width(one.id)), Ink.FAINT)
        yield (Piece(f"  {typed}{' ' * (left - width(typed))}  ", Ink.NAME), name, Piece(f"  {one.tooltip}"))
    yield ()
