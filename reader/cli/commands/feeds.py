"""`add`, `feeds` and `import`: what the user follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reader.cli.commands.library_access import iso, many, now, print_rows, to_keep, to_read, whole
from reader.cli.commands.sources import timeout_of
from reader.cli.exit_status import DONE, NOTHING_FOUND, status_of, together
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.errors import NotFoundError, ReaderError, UsageError
from reader.formats import Json, View
from reader.library import Library, subscriptions
from reader.library.fulltext import fold
from reader.model import Page, Subscription
from reader.model.address import display_url
from reader.model.text import line

_SWITCH = {"on": True, "off": False}


def add(choices: Choices, console: Console) -> int:
    """Follow feeds, or keep articles."""
    from reader.newsroom.adding import AddRequest  # noqa: PLC0415 - the rest of this module needs no network

    if not choices.words:
        raise UsageError("add needs an address or a file", advice="reader add https://example.org/")
    if choices.as_feed and choices.as_article:
        raise UsageError("--feed and --article do not go together")
    timeout = timeout_of(choices)
    statuses = []
    for source in choices.words:
        wanted = AddRequest(
            source=source,
            as_feed=choices.as_feed,
            as_article=choices.as_article,
            folder=line(choices.folder or ""),
            tags=tuple(filter(None, map(line, choices.tags.split(",")))),
            timeout=timeout,
        )
        statuses.append(_tolerant(choices, console, partial(_add, wanted, console)))
    return together(statuses)


def _add(wanted: object, console: Console) -> int:
    from reader.newsroom.adding import AddRequest, Subscribed, add  # noqa: PLC0415 - see above

    assert isinstance(wanted, AddRequest)
    with to_keep() as library, console.waiting(wanted.source):
        done = add(library, wanted)
    if isinstance(done, Subscribed):
        verb = "followed already" if done.was_followed else "followed from now on"
        console.say(f"{done.feed.title}: {verb}, {many(len(done.new), 'new entry', 'new entries')}")
        for other in done.others[:5]:
            console.say(f"there is also {other}")
    else:
        console.say(f"kept: {done.saved.entry.title}")
    return DONE


def _tolerant(choices: Choices, console: Console, work: Callable[[], int]) -> int:
    """Do the work for one of several sources; a failure is told, and the next one is done."""
    try:
        return work()
    except ReaderError as error:
        if choices.verbose > 1:
            raise
        console.fail(error)
        return status_of(error)


def feeds(choices: Choices, console: Console) -> int:
    """Print the feeds that are followed, or change one."""
    if choices.remove or _changes(choices):
        return _change(choices, console)
    with to_read() as library:
        if choices.format == "opml":
            from reader.newsroom.importing import export_opml  # noqa: PLC0415 - used here only

            console.write(export_opml(library))
            return DONE
        found = chosen(library, choices.words) if choices.words else subscriptions.feeds(library)
    rows = tuple(_row(feed) for feed in found)
    print_rows(View(name="feeds", columns=("id", "unread", "title", "folder", "url", "error"), rows=rows), choices, console)
    if not rows:
        console.say("no feed is followed (reader add URL)")
    return DONE if rows else NOTHING_FOUND


def chosen(library: Library, words: Sequence[str]) -> tuple[Subscription, ...]:
    """Give the feeds that are meant: each word is an id, an address, or part of a title or folder.

    Raises:
        NotFoundError: a word means none.
    """
    known = subscriptions.feeds(library)
    found: dict[int, Subscription] = {}
    for word in words:
        exact = [feed for feed in known if word in (str(feed.id), feed.url) or fold(word) == fold(feed.title)]
        meant = exact or [feed for feed in known if fold(word) in fold(f"{feed.title}\n{feed.folder}\n{feed.url}")]
        if not meant:
            raise NotFoundError("no feed is called so", source=word, advice="reader feeds lists them")
        found |= {feed.id: feed for feed in meant}
    return tuple(found.values())


def _changes(choices: Choices) -> bool:
    return any(value is not None for value in (choices.title, choices.folder, choices.keep_days, choices.read_ahead))


def _change(choices: Choices, console: Console) -> int:
    with to_read() as library:
        meant = chosen(library, choices.words)
    if not meant:
        raise UsageError("say which feed", advice="its address, id or title, as reader feeds lists them")
    if len(meant) > 1 and len(choices.words) < len(meant):
        titles = ", ".join(feed.title for feed in meant[:5])
        raise UsageError(f"several feeds are called so: {titles}", advice="give their ids")
    with to_keep() as library, library.writing():
        for feed in meant:
            if choices.remove:
                gone = subscriptions.unsubscribe(library, feed.id, now())
                went = f", {many(gone, 'entry', 'entries')} gone with it" if gone else ""
                console.say(f"{feed.title}: followed no longer{went} (reader undo puts it back)")
            else:
                _arrange(library, feed, choices)
                console.say(f"{feed.title}: changed")
    return DONE


def _arrange(library: Library, feed: Subscription, choices: Choices) -> None:
    title, folder = (None if words is None else line(words) for words in (choices.title, choices.folder))
    subscriptions.arrange(library, feed.id, title=title, folder=folder)
    if choices.keep_days is not None:
        days = None if choices.keep_days == "ever" else whole(choices.keep_days, "--keep-days")
        subscriptions.keep_for(library, feed.id, days)
    if choices.read_ahead is not None:
        subscriptions.read_ahead(library, feed.id, ahead=_SWITCH[choices.read_ahead])


def _row(feed: Subscription) -> dict[str, Json]:
    return {
        "id": feed.id,
        "unread": feed.unread,
        "title": feed.title,
        "folder": feed.folder,
        "url": display_url(feed.url),
        "error": "gone for good" if feed.gone else feed.error,
        "tags": list(feed.tags),
        "next_fetch": iso(feed.next_fetch),
        "keep_days": feed.keep_days,
        "read_ahead": feed.read_ahead,
    }


def import_lists(choices: Choices, console: Console) -> int:
    """Follow the feeds of OPML files, or of newsboat's."""
    if not choices.words:
        raise UsageError("import needs a file", advice="reader import subscriptions.opml, or newsboat's urls")
    return together([_tolerant(choices, console, partial(_import, word, choices, console)) for word in choices.words])


def _import(source: str, choices: Choices, console: Console) -> int:
    from reader import sources  # noqa: PLC0415 - used here only
    from reader.newsroom.importing import import_list  # noqa: PLC0415 - used here only

    page = sources.fetch(source, timeout=timeout_of(choices))
    assert isinstance(page, Page)
    with to_keep() as library:
        done = import_list(library, page, source)
    for what, why in done.refused:
        console.say(f"not imported: {what} ({why})")
    console.say(
        f"{source}: {many(done.new, 'feed')} followed from now on, {done.known} already, {len(done.refused)} not imported"
    )
    return DONE if done.new or done.known else NOTHING_FOUND
