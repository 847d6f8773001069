"""`add` and `import`: feeds that are followed from now on, and articles that are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import click

from reader import sources
from reader.cli.command import command
from reader.cli.commands.library_access import many, now, to_keep
from reader.cli.commands.sources import timeout_of
from reader.cli.exit_status import DONE, NOTHING_FOUND, status_of, together
from reader.cli.output.console import Console
from reader.cli.parameters import flag, folder_option, gather, timeout_option
from reader.cli.words import SourceWord
from reader.errors import ReaderError, UsageError
from reader.model import Page
from reader.model.text import line

if TYPE_CHECKING:
    from reader.newsroom.adding import AddRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOptions:
    """How something is added."""

    feed: bool = False
    article: bool = False
    folder: str | None = None
    replace: bool = False
    tags: str = ""
    """Parted by commas."""
    timeout: float | None = None


@command(
    "add",
    details="The feed is found from any page of a site, and from the site's bare name. A page that names none is kept.",
    examples=(
        ("reader add example.org", "follow the site's feed"),
        ("reader add --folder Local https://example.org/rss.xml", "follow a feed"),
        ("reader add --article https://example.org/news/harbour", "keep an article"),
        ("reader add page.html", "keep a saved page"),
    ),
    logged=True,
)
@gather(
    AddOptions,
    "options",
    flag("--feed", help="Never keep it as an article."),
    flag("--article", help="Keep the page itself, look for no feed."),
    flag("--replace", help="Leave no version of what was kept of the same page before."),
    folder_option,
    click.option("--tags", default="", metavar="TAGS", help="Of the feed or the article, parted by commas."),
    timeout_option,
)
@click.argument("sources", nargs=-1, type=SourceWord(), metavar="URL|FILE...")
def add(console: Console, sources: tuple[str, ...], options: AddOptions) -> int:
    """Follow feeds, or keep articles."""
    if not sources:
        raise UsageError("add needs an address or a file", advice="reader add https://example.org/")
    if options.feed and options.article:
        raise UsageError("--feed and --article do not go together")
    from reader.newsroom.adding import AddRequest  # noqa: PLC0415 - the rest of this module needs no network

    timeout = timeout_of(options.timeout, sources)
    tags = tuple(filter(None, map(line, options.tags.split(","))))
    wanted = (
        AddRequest(
            source=source,
            as_feed=options.feed,
            as_article=options.article,
            replacing=options.replace,
            folder=line(options.folder or ""),
            tags=tags,
            timeout=timeout,
        )
        for source in sources
    )
    return together([_tolerant(console, partial(_add, one, console)) for one in wanted])


def _add(wanted: AddRequest, console: Console) -> int:
    from reader.newsroom.adding import Subscribed, add  # noqa: PLC0415 - see above

    with to_keep() as library, console.waiting(wanted.source):
        done = add(library, wanted)
    if isinstance(done, Subscribed):
        verb = "followed already" if done.was_followed else "followed from now on"
        console.say(f"{done.feed.title}: {verb}, {many(len(done.new), 'new entry', 'new entries')}")
        if done.feed.error:
            console.say(f"{done.feed.title}: {done.feed.error}")
        for other in done.others[:5]:
            console.say(f"there is also {other}")
    elif done.is_older:
        console.say(f"{done.saved.entry.title}: what was kept is longer, and stays (--replace takes what is there now)")
    else:
        console.say(f"kept: {done.saved.entry.title}")
    return DONE


def _tolerant(console: Console, work: Callable[[], int]) -> int:
    """Do the work for one of several sources; a failure is told, and the next one is done."""
    try:
        return work()
    except ReaderError as error:
        console.fail(error)
        return status_of(error)


@command(
    "import",
    details=(
        "OPML with its folders, newsboat's urls with its tags (queries and commands in it are told, never run), or an export "
        "of saved pages with its tags and dates: of Pocket, Instapaper, wallabag, Readeck, or a browser's bookmarks. Those "
        "are fetched when they are opened."
    ),
    examples=(("reader import feeds.opml", "from another reader"), ("reader import ~/.newsboat/urls", "from newsboat")),
    logged=True,
)
@timeout_option
@click.argument("files", nargs=-1, type=SourceWord(), metavar="FILE...")
def import_lists(console: Console, files: tuple[str, ...], timeout: float | None) -> int:
    """Follow the feeds of OPML files, or take in saved pages."""
    if not files:
        raise UsageError("import needs a file", advice="reader import subscriptions.opml, or newsboat's urls")
    seconds = timeout_of(timeout, files)
    return together([_tolerant(console, partial(_import, file, seconds, console)) for file in files])


def _import(source: str, timeout: float, console: Console) -> int:
    from reader.newsroom.importing import import_list  # noqa: PLC0415 - loads what reads feeds

    page = sources.fetch(source, timeout=timeout)
    assert isinstance(page, Page)
    with to_keep() as library:
        done = import_list(library, page, source, now())
    for what, why in done.refused:
        console.say(f"not imported: {what} ({why})")
    if done.articles is not None:
        console.say(f"{source}: {many(done.articles, 'article')} to read, {done.known} there already")
        return DONE if done.articles or done.known else NOTHING_FOUND
    console.say(
        f"{source}: {many(done.new, 'feed')} followed from now on, {done.known} already, {len(done.refused)} not imported"
    )
    return DONE if done.new or done.known else NOTHING_FOUND
