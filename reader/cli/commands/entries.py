"""`list`, `search` and `pick`: entries of the library, found by query."""

from __future__ import annotations

from collections.abc import Iterable

from reader import settings
from reader.cli.command import command
from reader.cli.commands.library_access import (
    QUERY_HELP,
    bound,
    day,
    is_table,
    query_argument,
    query_of,
    row,
    tell_rest,
    to_read,
)
from reader.cli.commands.read import take_terminal
from reader.cli.commands.views import print_rows
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.output.console import Console, is_dumb
from reader.cli.output.styles import Line, Style, StyledText
from reader.cli.parameters import ROWS, RowOptions, flag, format_option, limit_option, output_option, row_options
from reader.errors import UsageError
from reader.formats import View
from reader.library import Library, entries, search
from reader.library.query import All
from reader.library.search import Hit
from reader.model import Saved
from reader.model.text import line

COLUMNS = ("id", "published", "unread", "starred", "title", "feeds", "tags", "url")
EMPTY = "the library is empty (reader add URL follows a feed or keeps an article)"
_PICK_ADVICE = "reader list QUERY prints"


@command(
    "list",
    details=f"{QUERY_HELP} In a pipe: id, date, unread, starred, title, feeds, tags, address, parted by tabs.",
    examples=(
        ("reader list unread newer:2d", "what is new"),
        ("reader list 'feed:courier (harbour or ferry)'", "of one feed"),
        ("reader list -n 0 starred -f jsonl", "all that is starred, as JSON Lines"),
        ("reader list --count unread", "a number for a status bar"),
    ),
)
@row_options()
@limit_option
@flag("--count", help="Print only how many there are.")
@query_argument
def list_entries(console: Console, rows: RowOptions, limit: int | None, count: bool, query: tuple[str, ...]) -> int:  # noqa: FBT001 - a switch
    """Print the entries that a query selects, newest first."""
    most = bound(limit)
    with to_read() as library:
        wanted = query_of(query, library)
        if count:
            number = search.count(library, wanted)
            console.write(f"{number}\n")
            return DONE if number else NOTHING_FOUND
        found = search.entries(library, wanted, limit=most)
        if is_table(rows, console):
            shown = tuple(map(_shown, found))
            view = View(name="entries", columns=("", "date", "title", "feeds"), rows=shown)
        else:
            view = View(name="entries", columns=COLUMNS, rows=tuple(map(row, found)))
        print_rows(view, rows, console)
        return _told(library, console, len(found), most, wanted)


@command(
    "search",
    details=f"Newest first, each with the passage. {QUERY_HELP}",
    examples=(
        ("reader search harbour wall", "both words"),
        ("reader search '\"harbour wall\" -bridge newer:1m'", "a phrase, of this month"),
        ("reader search --by-relevance storm", "the best match first"),
    ),
)
@row_options()
@limit_option
@flag("--by-relevance", help="The best match first, not the newest.")
@query_argument
def find(console: Console, rows: RowOptions, limit: int | None, by_relevance: bool, query: tuple[str, ...]) -> int:  # noqa: FBT001 - a switch
    """Print the entries in which words stand, each with the passage."""
    if not query:
        raise UsageError("search needs words", advice="reader search harbour wall")
    most = bound(limit, 20)
    with to_read() as library:
        wanted = query_of(query, library)
        hits = search.hits(library, wanted, by_relevance=by_relevance, limit=most)
        if is_table(rows, console):
            console.lines(one for hit in hits for one in _lines(hit))
        else:
            found = tuple(
                {**row(hit.saved), "passage": line(hit.passage), "marks": [list(mark) for mark in hit.marks]} for hit in hits
            )
            view = View(name="hits", columns=("id", "published", "title", "feeds", "url", "passage"), rows=found)
            print_rows(view, rows, console)
        return _told(library, console, len(hits), most, wanted)


@command(
    "pick",
    details=(
        "The app is drawn on stderr, so that stdout takes the result: the entry's address, or id:NUMBER where it has "
        f"none; with -f its row. Enter chooses; q leaves with status 1. {QUERY_HELP}"
    ),
    examples=(
        ("reader pick unread | xargs reader cat", "print one"),
        ("reader pick -f jsonl tag:inquiry | jq .title", "its title"),
    ),
)
@format_option(*ROWS)
@output_option
@query_argument
def pick(console: Console, format: str | None, query: tuple[str, ...]) -> int:  # noqa: A002 - the option's name
    """Let the user choose an entry in the app, and print its address, or its row as asked for."""
    with to_read() as library:
        if not search.entries(library, query_of(query, library), limit=1):
            console.say(EMPTY if library.path == ":memory:" else "nothing found")
            return NOTHING_FOUND
    if is_dumb():
        raise UsageError("this terminal cannot show the app", advice=_PICK_ADVICE)
    take_terminal(_PICK_ADVICE)
    from reader.tui import pick as pick_in_app  # noqa: PLC0415 - the app is heavy

    chosen = pick_in_app(" ".join(query), settings.load(settings.folders()))
    if chosen is None:
        return NOTHING_FOUND
    with to_read() as library:
        saved = entries.entry(library, chosen)
    if format:
        print_rows(View(name="entries", columns=COLUMNS, rows=(row(saved),)), RowOptions(format=format), console)
    else:
        console.write(f"{saved.entry.url or f'id:{saved.id}'}\n")
    return DONE


def _shown(saved: Saved) -> dict[str, str]:
    marks = ("●" if saved.read_at is None else " ") + ("★" if saved.starred else "")
    return {
        "": marks.rstrip(),
        "date": day(saved.entry.published),
        "title": saved.entry.title or saved.entry.url,
        "feeds": ", ".join(saved.feeds),
    }


def _lines(hit: Hit) -> Iterable[Line]:
    entry = hit.saved.entry
    credit = "  ".join(filter(None, (day(entry.published), ", ".join(hit.saved.feeds), entry.url)))
    yield (StyledText(entry.title or entry.url, Style.BOLD),)
    yield (StyledText(credit, Style.FAINT),)
    parts, at = [], 0
    for start, end in hit.marks:
        parts += [StyledText(hit.passage[at:start]), StyledText(hit.passage[start:end], Style.NAME)]
        at = end
    yield (*parts, StyledText(hit.passage[at:]))
    yield ()


def _told(library: Library, console: Console, shown: int, most: int, query: All) -> int:
    """Say that there is nothing, or more than was printed, and return the exit status."""
    if not shown:
        console.say(EMPTY if library.path == ":memory:" else "nothing found")
        return NOTHING_FOUND
    if shown == most:
        tell_rest(console, shown, search.count(library, query))
    return DONE
