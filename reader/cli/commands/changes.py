"""`mark`, `star`, `tag`, `tags`, `delete`, `undo` and `queries`: what the user changes in the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from reader.cli.command import command
from reader.cli.commands.entries import EMPTY
from reader.cli.commands.library_access import (
    QUERY_HELP,
    LibraryWord,
    many,
    now,
    query_argument,
    query_for_change,
    query_of,
    to_keep,
    to_read,
)
from reader.cli.commands.views import print_rows
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.output.console import Console
from reader.cli.parameters import RowOptions, flag, row_options
from reader.errors import NotFoundError, UsageError
from reader.formats import Json, View
from reader.library import Library, actions, counts, search, subscriptions
from reader.library.query import All, Named
from reader.model.text import line

_remove_option = flag("--remove", help="Take it away again.")


@command(
    "mark",
    examples=(("reader mark feed:courier older:1w", "what is old"), ("reader mark --unread id:1871", "one again")),
)
@flag("--unread", help="Mark them as unread.")
@query_argument
def mark(console: Console, unread: bool, query: tuple[str, ...]) -> int:  # noqa: FBT001 - a switch
    """Mark the entries that a query selects as read, or unread."""
    label = "marked unread" if unread else "marked read"
    return _change(console, query, label, lambda library, ids: actions.mark_read(library, ids, now(), read=not unread))


@command(
    "star",
    examples=(
        ("reader star quoted:Ferreira", "where she is quoted"),
        ("reader star --remove starred", "take all stars away"),
    ),
)
@_remove_option
@query_argument
def star(console: Console, remove: bool, query: tuple[str, ...]) -> int:  # noqa: FBT001 - a switch
    """Star the entries that a query selects, or take the star away."""
    label = "unstarred" if remove else "starred"
    return _change(console, query, label, lambda library, ids: actions.star(library, ids, now(), starred=not remove))


@command(
    "tag",
    examples=(
        ("reader tag inquiry harbour newer:1m", "tag what is found"),
        ("reader tag --remove inquiry tag:inquiry", "and take it away"),
    ),
)
@_remove_option
@click.argument("tag", required=False, default="", type=LibraryWord("tags"), metavar="TAG")
@query_argument
def tag(console: Console, remove: bool, tag: str, query: tuple[str, ...]) -> int:  # noqa: FBT001 - a switch
    """Return the entries that a query selects a tag, or take it away."""
    name = line(tag)
    if not name or any(sign in name for sign in '" ()'):
        raise UsageError("tag needs a tag of one word, then a query", advice="reader tag harbour title:harbour")
    label = f"untagged {name}" if remove else f"tagged {name}"
    return _change(console, query, label, lambda library, ids: actions.tag(library, ids, name, now(), tagged=not remove))


@command(
    "delete",
    details="They are not listed again when their feed still has them; reader undo brings them back.",
    examples=(("reader delete feed:courier older:1y", "what is old"), ("reader delete id:1871", "one")),
)
@query_argument
def delete(console: Console, query: tuple[str, ...]) -> int:
    """Delete the entries that a query selects."""
    return _change(console, query, "deleted", lambda library, ids: actions.delete(library, ids, now()))


@command(
    "tags",
    details="Those of entries and of feeds. In a pipe: tag, unread entries, entries, parted by tabs.",
    examples=(("reader tags", "all of them"), ("reader tags | cut -f1", "their names")),
)
@row_options()
def tags(console: Console, rows: RowOptions) -> int:
    """Print the tags, with how many entries have them."""
    with to_read() as library:
        unread = counts.unread_by_tag(library)
        found: tuple[dict[str, Json], ...] = tuple(
            {"tag": name, "unread": unread.get(name, 0), "entries": search.count(library, All((Named("tag", name),)))}
            for name in counts.tag_names(library)
        )
    print_rows(View(name="tags", columns=("tag", "unread", "entries"), rows=found), rows, console)
    if not found:
        console.say("nothing is tagged (reader tag TAG QUERY)")
    return DONE if found else NOTHING_FOUND


@command("undo", examples=(("reader undo", "after mark, star, tag, delete or feeds --remove; again for the one before"),))
def undo(console: Console) -> int:
    """Put back what the last change changed."""
    with to_keep() if _has_entries() else to_read() as library:
        label = actions.undo(library)
    console.say(f"undone: {label}" if label else "there is nothing to undo")
    return DONE if label else NOTHING_FOUND


@command(
    "queries",
    details=f"They stand on the front page of the app. With NAME alone, its query is printed. {QUERY_HELP}",
    examples=(
        ("reader queries weather storm or tide", "save one"),
        ("reader queries weather | xargs reader list", "what it selects"),
        ("reader queries weather --remove", "forget it"),
    ),
)
@row_options()
@flag("--remove", help="Forget it.")
@click.argument("name", required=False, default="", metavar="[NAME]")
@query_argument
def queries(console: Console, rows: RowOptions, remove: bool, name: str, query: tuple[str, ...]) -> int:  # noqa: FBT001 - a switch
    """Print the saved queries or one of them, save one, or forget it."""
    name = line(name)
    if query and not remove:
        query_of(query)
        with to_keep() as library:
            subscriptions.save_query(library, name, " ".join(query))
        console.say(f"saved: {name}")
        return DONE
    with to_read() as library:
        known = subscriptions.saved_queries(library)
    if name and name not in known:
        raise NotFoundError("no query is saved under that name", source=name, advice="reader queries lists them")
    if remove:
        return _forget(name, console)
    if name:
        console.write(f"{known[name]}\n")
        return DONE
    saved = tuple({"name": one, "query": known[one]} for one in known)
    print_rows(View(name="queries", columns=("name", "query"), rows=saved), rows, console)
    if not saved:
        console.say("no query is saved (reader queries NAME QUERY)")
    return DONE if saved else NOTHING_FOUND


def _forget(name: str, console: Console) -> int:
    if not name:
        raise UsageError("say which query", advice="reader queries lists them")
    with to_keep() as library:
        subscriptions.forget_query(library, name, now())
    console.say(f"{name}: forgotten (reader undo puts it back)")
    return DONE


def _has_entries() -> bool:
    with to_read() as library:
        return library.path != ":memory:"


def _change(console: Console, query: tuple[str, ...], label: str, change: Callable[[Library, Sequence[int]], int]) -> int:
    with to_read() as library:
        wanted = query_for_change(query, library)
    if not _has_entries():
        console.say(EMPTY)
        return NOTHING_FOUND
    with to_keep() as library, library.writing():
        ids = search.ids(library, wanted)
        changed = change(library, ids)
    if not ids:
        console.say("no entry is so")
        return NOTHING_FOUND
    console.say(f"{many(changed, 'entry', 'entries')} {label}{' (reader undo puts it back)' if changed else ''}")
    return DONE
