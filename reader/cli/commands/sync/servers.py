"""Adding a server, telling of servers, and forgetting one."""

from __future__ import annotations

import getpass
import sys

import click

from reader import settings
from reader.cli.commands.library_access import day, many, to_keep, to_read
from reader.cli.commands.sources import timeout_of
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.output.console import Console, is_terminal
from reader.errors import UsageError
from reader.library.remote import accounts
from reader.library.remote.accounts import Account
from reader.model.address import display_url
from reader.model.text import line


def add(console: Console, url: str, user: str, timeout: float | None) -> int:
    """Log in to a server, and keep it."""
    from reader.newsroom.remote import passwords  # noqa: PLC0415 - used here only
    from reader.newsroom.remote.syncing import SyncOptions, find_server  # noqa: PLC0415 - loads the network

    if not url:
        raise UsageError("no server is named", advice="reader sync add https://HOST --user NAME")
    if "@" in url.partition("://")[2].partition("/")[0]:
        raise UsageError("an address with a password in it", source=display_url(url), advice="leave it out: it is asked for")
    if not user and is_terminal(sys.stdin):
        user = click.prompt("User", err=True)
    if not user:
        raise UsageError("no user is named", advice="--user NAME")
    secret = _password(user)
    if not secret:
        raise UsageError("no password is given", advice="type it, or pipe it in")
    place = settings.folders()
    with console.waiting(display_url(url)):
        found = find_server(url, user, secret, SyncOptions(timeout=timeout_of(timeout, (url,))))
    passwords.keep(place, found, user, secret)
    with to_keep() as library:
        accounts.add(library, found, user)
    console.say(f"{display_url(found)} is kept in step (reader sync)")
    if found.startswith("http://"):
        console.say("its password and what you read travel without encryption")
    return DONE


def _password(user: str) -> str:
    """Return what is typed unseen, or the first line of what is piped in; empty where there is neither."""
    if is_terminal(sys.stdin):
        return getpass.getpass(f"Password of {line(user)}: ")
    try:
        return sys.stdin.readline().rstrip("\r\n")
    except (OSError, ValueError):  # closed, or no text
        return ""


def tell(console: Console) -> int:
    """Print the servers with what is to be known of them."""
    with to_read() as library:
        known = accounts.accounts(library)
    for one in known:
        state = one.error or ("in step" if one.synced_at else "not yet asked")
        told = (display_url(one.url), one.user, day(one.synced_at), f"{many(one.pending, 'change')} to tell", state)
        console.write("\t".join(told) + "\n")
    return DONE if known else tell_none(console)


def remove(console: Console, url: str, user: str) -> int:
    """Forget the servers at an address."""
    from reader.newsroom.remote import passwords  # noqa: PLC0415 - used here only

    with to_keep() as library:
        chosen = [one for one in chosen_of(accounts.accounts(library), url) if user in ("", one.user)]
        if not url or not chosen:
            raise UsageError("there is no such server", source=display_url(url), advice="reader sync status names them")
        for one in chosen:
            accounts.remove(library, one.id)
            passwords.keep(settings.folders(), one.url, one.user, None)
            console.say(f"{display_url(one.url)} is forgotten, its feeds and articles stay")
    return DONE


def chosen_of(known: tuple[Account, ...], url: str) -> list[Account]:
    """Return the accounts of a server, by the beginning of its address; all, if none is named."""
    return [one for one in known if one.url.startswith(url.rstrip("/"))]


def tell_none(console: Console) -> int:
    """Say that there is no server."""
    console.say("there is no server to keep in step with (reader sync add URL)")
    return NOTHING_FOUND
