"""`sync`: one reading state with servers that others read from too."""

from __future__ import annotations

import click

from reader import settings
from reader.cli.command import command
from reader.cli.commands.library_access import many, now, to_keep, to_read
from reader.cli.commands.sources import timeout_of
from reader.cli.commands.sync.servers import add, chosen_of, remove, tell, tell_none
from reader.cli.exit_status import DONE, status_of, together
from reader.cli.output.console import Console, ProgressLine
from reader.cli.parameters import timeout_option
from reader.cli.words import OneOf
from reader.errors import ReaderError
from reader.library.remote import accounts
from reader.library.remote.accounts import Account
from reader.model.address import display_url

_WORDS = ("now", "add", "status", "remove")


@command(
    "sync",
    details="What is read, unread and starred is the same here and there, and the server's feeds are read here; it asks them. "
    "The password is asked for on the terminal, or read from standard input, and kept in a file that only you may read.",
    examples=(
        ("reader sync add https://rss.example.org --user ada", "log in to FreshRSS, Miniflux, BazQux ..."),
        ("reader sync", "tell the server what was read, and learn what is new"),
        ("reader sync status", "when it was last, and what waits"),
        ("reader sync remove https://rss.example.org", "its feeds and articles stay"),
    ),
    logged=True,
)
@click.option("--user", default="", metavar="NAME", help="Whom the server knows.")
@timeout_option
@click.argument("word", required=False, default="now", type=OneOf(_WORDS), metavar=f"[{'|'.join(_WORDS)}]")
@click.argument("url", required=False, default="", metavar="[URL]")
def sync(console: Console, user: str, timeout: float | None, word: str, url: str) -> int:
    """Do with the servers what is asked for."""
    if url and url.partition("://")[0].lower() not in ("http", "https"):
        url = f"https://{url}"
    match word:
        case "add":
            return add(console, url, user, timeout)
        case "status":
            return tell(console)
        case "remove":
            return remove(console, url, user)
        case _:
            return _sync(console, url, timeout)


def _sync(console: Console, url: str, timeout: float | None) -> int:
    with to_read() as library:
        chosen = chosen_of(accounts.accounts(library), url)
    if not chosen:
        return tell_none(console)
    statuses = []
    for one in chosen:
        try:
            statuses.append(_sync_account(console, one, timeout))
        except ReaderError as error:
            error.source = error.source or display_url(one.url)
            console.fail(error)
            statuses.append(status_of(error))
    return together(statuses)


def _sync_account(console: Console, account: Account, timeout: float | None) -> int:
    from reader.newsroom.remote import passwords  # noqa: PLC0415 - used here only
    from reader.newsroom.remote.syncing import SyncOptions, SyncProgress  # noqa: PLC0415 - loads the network
    from reader.newsroom.remote.syncing import sync as keep_in_step  # noqa: PLC0415 - see above

    done = SyncProgress()
    progress = ProgressLine(console)
    options = SyncOptions(timeout=timeout_of(timeout, (account.url,)), clock=now)
    try:
        with to_keep() as library:
            for done in keep_in_step(library, account, passwords.password(settings.folders(), account), options):
                progress.show(f"{done.fetched:,} of {many(done.wanted, 'item')} fetched")
    finally:
        progress.show("")
    console.say(
        f"{display_url(account.url)}: {many(done.told, 'change')} told, {many(done.new, 'new entry', 'new entries')}, "
        f"{many(done.changed, 'change')} learnt"
    )
    if done.refused:
        console.say(f"{done.refused}; they wait for the next sync")
    return DONE
