"""`pick`: an entry is chosen in the app, and printed."""

from __future__ import annotations

from reader import settings
from reader.cli.commands.entries import COLUMNS, EMPTY
from reader.cli.commands.library_access import print_rows, query, row, to_read
from reader.cli.commands.open_app import take_terminal
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.options import Choices
from reader.cli.output.console import Console, is_dumb
from reader.errors import UsageError
from reader.formats import View
from reader.library import entries, search

_ADVICE = "reader list QUERY prints"


def pick(choices: Choices, console: Console) -> int:
    """Let the user choose an entry in the app, and print its address, or its row as asked for.

    Raises:
        QueryError: the query cannot be read.
        UsageError: there is no terminal for the app.
    """
    wanted = query(choices.words)
    with to_read() as library:
        if not search.entries(library, wanted, limit=1):
            console.say(EMPTY if library.path == ":memory:" else "nothing found")
            return NOTHING_FOUND
    if is_dumb():
        raise UsageError("this terminal cannot show the app", advice=_ADVICE)
    take_terminal(_ADVICE)
    from reader.tui import pick as pick_in_app  # noqa: PLC0415 - the app is heavy

    chosen = pick_in_app(" ".join(choices.words), settings.load(settings.folders()))
    if chosen is None:
        return NOTHING_FOUND
    with to_read() as library:
        saved = entries.entry(library, chosen)
    if choices.format:
        print_rows(View(name="entries", columns=COLUMNS, rows=(row(saved),)), choices, console)
    else:
        console.write(f"{saved.entry.url or f'id:{saved.id}'}\n")
    return DONE
