"""`list`, `search`, `queries`, `mark`, `star`, `tag` and `undo`: entries of the library, found and changed by query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reader.cli.commands.library_access import day, is_table, limit, many, now, print_rows, query, row, to_keep, to_read
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.cli.output.styles import Ink, Line, Piece
from reader.errors import NotFoundError, UsageError
from reader.formats import View
from reader.library import Library, actions, search, subscriptions
from reader.library.search import Hit
from reader.model import Saved
from reader.model.text import line

COLUMNS = ("id", "published", "unread", "starred", "title", "feeds", "tags", "url")
EMPTY = "the library is empty (reader add URL follows a feed or keeps an article)"


def list_entries(choices: Choices, console: Console) -> int:
    """Print the entries that a query selects, newest first."""
    wanted, most = query(choices.words), limit(choices)
    with to_read() as library:
        found = search.entries(library, wanted, limit=most)
        if is_table(choices, console):
            rows = tuple(_shown(saved) for saved in found)
            view = View(name="entries", columns=("", "date", "title", "feeds"), rows=rows)
        else:
            view = View(name="entries", columns=COLUMNS, rows=tuple(map(row, found)))
        print_rows(view, choices, console)
        return _told(library, console, len(found), most, lambda: search.count(library, wanted))


def find(choices: Choices, console: Console) -> int:
    """Print the entries in which words stand, each with the passage."""
    wanted, most = query(choices.words), limit(choices, 20)
    if not choices.words:
        raise UsageError("search needs words", advice="reader search harbour wall")
    with to_read() as library:
        hits = search.hits(library, wanted, by_relevance=choices.relevance, limit=most)
        if is_table(choices, console):
            console.lines(one for hit in hits for one in _lines(hit))
        else:
            rows = tuple(
                {**row(hit.saved), "passage": line(hit.passage), "marks": [list(mark) for mark in hit.marks]} for hit in hits
            )
            view = View(name="hits", columns=("id", "published", "title", "feeds", "url", "passage"), rows=rows)
            print_rows(view, choices, console)
        return _told(library, console, len(hits), most, lambda: search.count(library, wanted))


def mark(choices: Choices, console: Console) -> int:
    """Mark the entries that a query selects as read, or unread."""
    label = "marked unread" if choices.unread else "marked read"
    return _change(
        choices, console, label, lambda library, ids: actions.mark_read(library, ids, now(), read=not choices.unread)
    )


def star(choices: Choices, console: Console) -> int:
    """Star the entries that a query selects, or take the star away."""
    label = "unstarred" if choices.remove else "starred"
    return _change(choices, console, label, lambda library, ids: actions.star(library, ids, now(), starred=not choices.remove))


def tag(choices: Choices, console: Console) -> int:
    """Give the entries that a query selects a tag, or take it away."""
    name = line(choices.words[0]) if choices.words else ""
    if not name or any(sign in name for sign in '" ()'):
        raise UsageError("tag needs a tag of one word, then a query", advice="reader tag harbour title:harbour")
    label = f"untagged {name}" if choices.remove else f"tagged {name}"
    return _change(
        choices,
        console,
        label,
        lambda library, ids: actions.tag(library, ids, name, now(), tagged=not choices.remove),
        words=choices.words[1:],
    )


def queries(choices: Choices, console: Console) -> int:
    """Print the saved queries or one of them, save one, or forget it."""
    name, text = line(choices.words[0]) if choices.words else "", " ".join(choices.words[1:])
    if text and not choices.remove:
        query(choices.words[1:])
        with to_keep() as library:
            subscriptions.save_query(library, name, text)
        console.say(f"saved: {name}")
        return DONE
    with to_read() as library:
        known = subscriptions.saved_queries(library)
    if name and name not in known:
        raise NotFoundError("no query is saved under that name", source=name, advice="reader queries lists them")
    if choices.remove:
        return _forget(name, console)
    if name:
        console.write(f"{known[name]}\n")
        return DONE
    rows = tuple({"name": one, "query": known[one]} for one in known)
    print_rows(View(name="queries", columns=("name", "query"), rows=rows), choices, console)
    if not rows:
        console.say("no query is saved (reader queries NAME QUERY)")
    return DONE if rows else NOTHING_FOUND


def _forget(name: str, console: Console) -> int:
    if not name:
        raise UsageError("say which query", advice="reader queries lists them")
    with to_keep() as library:
        subscriptions.forget_query(library, name, now())
    console.say(f"{name}: forgotten (reader undo puts it back)")
    return DONE


def undo(choices: Choices, console: Console) -> int:  # noqa: ARG001,RUF100 - all commands are called alike
    """Put back what the last change changed."""
    with to_keep() if _has_entries() else to_read() as library:
        label = actions.undo(library)
    console.say(f"undone: {label}" if label else "there is nothing to undo")
    return DONE if label else NOTHING_FOUND


def _has_entries() -> bool:
    with to_read() as library:
        return library.path != ":memory:"


def _change(
    choices: Choices,
    console: Console,
    label: str,
    change: Callable[[Library, Sequence[int]], int],
    *,
    words: Iterable[str] | None = None,
) -> int:
    chosen = tuple(choices.words if words is None else words)
    wanted = query(chosen)
    if not chosen:
        raise UsageError("say which entries", advice="a query, such as unread or feed:courier; reader list -h")
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
    yield (Piece(entry.title or entry.url, Ink.BOLD),)
    yield (Piece(credit, Ink.FAINT),)
    pieces, at = [], 0
    for start, end in hit.marks:
        pieces += [Piece(hit.passage[at:start]), Piece(hit.passage[start:end], Ink.NAME)]
        at = end
    yield (*pieces, Piece(hit.passage[at:]))
    yield ()


def _told(library: Library, console: Console, shown: int, most: int, count: Callable[[], int]) -> int:
    """Say that there is nothing, or more than was printed."""
    if not shown:
        console.say(EMPTY if library.path == ":memory:" else "nothing found")
        return NOTHING_FOUND
    if shown == most and console.is_terminal:
        console.close()  # the rows stand before what is said of them
        console.say(f"{shown:,} of {count():,}; -n 0 prints all")
    return DONE
