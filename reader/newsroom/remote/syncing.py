"""Keeping the library in step with a server: telling it what was done here, then learning what was done elsewhere.

The order is the promise.  What was done here is pushed first, and stays in the outbox until the server has acknowledged it; a
change that is still there wins over what is pulled.  Lists are asked for to their end before anything is concluded from them,
and a list that may have been cut off concludes nothing.  An item is marked as read only if the server lists it as read: that
it is no longer among the unread ones may also mean that the server has forgotten it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from reader.errors import FetchError, ReaderError, StatusError, UnreadableError
from reader.library import Library, subscriptions
from reader.library.remote import accounts, items, outbox
from reader.library.remote.accounts import Account
from reader.model.text import line
from reader.sources.api import ApiRequest
from reader.sources.api import call as call_api
from reader.sync import google_reader as protocol
from reader.sync.messages import Call, RemoteItem

T = TypeVar("T")
_MOST_PAGES = 1_000
"""Pages of ids after which a server is taken to send them in circles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncOptions:
    """On what terms a server is asked."""

    timeout: float = 30.0
    """Seconds for one request."""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    call: Callable[[ApiRequest], bytes] = call_api


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncProgress:
    """What has been done so far; the last one is the result."""

    told: int = 0
    """Changes that the server acknowledged."""
    fetched: int = 0
    wanted: int = 0
    """Items that are fetched in this sync, those to come among them."""
    new: int = 0
    changed: int = 0
    """States that were changed here."""
    refused: str = ""
    """What the server would not take; those changes wait for the next sync."""


@dataclass(slots=True)
class Session:
    """A server that we are logged in to."""

    url: str
    options: SyncOptions
    authorization: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def ask(self, call: Call) -> bytes:
        """Make a call."""
        headers = {"Authorization": f"GoogleLogin auth={self.authorization}"} if self.authorization else {}
        return self.options.call(
            ApiRequest(
                url=self.url + call.path, query=call.query, form=call.form, headers=headers, timeout=self.options.timeout
            )
        )


def log_in(url: str, user: str, password: str, options: SyncOptions) -> Session:
    """Log in to a server.

    Raises:
        ReaderError: it gave no answer, refused, or does not speak the protocol.
    """
    session = Session(url, options)
    session.authorization = protocol.read_login(session.ask(protocol.login(user, password)))
    session.token = protocol.read_token(session.ask(protocol.token()))
    return session


def find_server(url: str, user: str, password: str, options: SyncOptions) -> str:
    """Return where below an address the protocol is spoken: at the address, or where FreshRSS has it.

    Raises:
        ReaderError: nowhere, or the server refused.
    """
    base = url.rstrip("/")
    failure: ReaderError | None = None
    for place in (base, f"{base}/api/greader.php"):
        try:
            log_in(place, user, password, options)
        except (StatusError, UnreadableError) as error:
            if isinstance(error, StatusError) and error.status in (401, 403):
                raise
            failure = failure or error
            continue
        return place
    assert failure is not None
    raise failure


def sync(library: Library, account: Account, password: str, options: SyncOptions) -> Iterator[SyncProgress]:
    """Tell a server what was done here, and learn what was done elsewhere.

    Whatever has been done when it is stopped stays done; the next sync goes on from there.

    Raises:
        ReaderError: the server gave no answer, or one from which nothing can be concluded.
    """
    try:
        session = log_in(account.url, account.user, password, options)
        told, refused = _push(library, account.id, session)
        yield SyncProgress(told=told, refused=refused)
        feeds = _pull_feeds(library, account.id, session)
        unread, unread_is_whole = _ids(session, protocol.item_ids, protocol.READING_LIST, without=protocol.READ)
        starred, starred_is_whole = _ids(session, protocol.item_ids, protocol.STARRED)
        known = items.known(library, account.id)
        wanted = sorted((unread | starred) - known, reverse=True)
        fetched = new = 0
        for found in _fetch(session, wanted):
            new += _take_in(library, account.id, feeds, found, options)
            fetched += len(found)
            yield SyncProgress(told=told, refused=refused, fetched=fetched, wanted=len(wanted), new=new)
        changed = _apply_read(library, account.id, session, unread if unread_is_whole else None, unread)
        changed += _apply_starred(library, account.id, starred, options.clock(), is_whole=starred_is_whole)
        accounts.note(library, account.id, synced_at=options.clock(), error=refused)
    except ReaderError as error:
        accounts.note(library, account.id, error=line(error.problem))
        raise
    yield SyncProgress(told=told, refused=refused, fetched=fetched, wanted=len(wanted), new=new, changed=changed)


def _push(library: Library, account: int, session: Session) -> tuple[int, str]:
    """Tell the server what was done here; return how many changes it took, and why it did not take others."""
    told, refused = 0, ""
    waiting: dict[tuple[str, bool], list[outbox.Change]] = {}
    for change in outbox.pending(library, account):
        waiting.setdefault((change.state, change.value), []).append(change)
    for (state, value), changes in waiting.items():
        for some in _batches(changes, protocol.EDITS_A_CALL):
            ids = [change.remote for change in some]
            try:
                protocol.check_ok(session.ask(protocol.edit_state(ids, state, session.token, value=value)))
            except StatusError as error:
                if error.status in (401, 403) or error.status >= 500:
                    raise
                refused = f"changes were refused: {error.problem}"
                continue
            outbox.acknowledge(library, some)
            told += len(some)
    for remote in accounts.departures(library, account):
        protocol.check_ok(session.ask(protocol.unsubscribe(remote, session.token)))
        accounts.acknowledge_departure(library, account, remote)
        told += 1
    return told, refused


def _pull_feeds(library: Library, account: int, session: Session) -> dict[str, int]:
    """Follow what the server follows, leave what was left there; return the ids of its feeds by their names there."""
    listed = protocol.read_subscriptions(session.ask(protocol.subscriptions()))
    known = accounts.feeds(library, account)
    leaving = set(accounts.departures(library, account))
    for feed in listed:
        if feed.remote not in known and feed.remote not in leaving:
            folder = feed.folders[0] if feed.folders else ""
            identity = subscriptions.subscribe(library, feed.url, folder=folder, tags=feed.folders[1:])
            accounts.follow(library, account, feed.remote, identity, title=feed.title, site_url=feed.site_url)
    if listed:  # a list of nothing is more often a fault than a wish
        gone = set(known) - {feed.remote for feed in listed}
        accounts.leave(library, account, gone, known, session.options.clock())
    return accounts.feeds(library, account)


def _ids(session: Session, ask: Callable[..., Call], stream: str, **marks: str) -> tuple[set[int], bool]:
    """Return all ids of a stream, and whether that is certain: a last page that is full may have been cut off.

    Raises:
        FetchError: the server sends pages in circles.
    """
    found: set[int] = set()
    continuation, seen = "", set[str]()
    for _ in range(_MOST_PAGES):
        page = protocol.read_item_ids(session.ask(ask(stream, continuation=continuation, **marks)))
        found.update(page.ids)
        if not page.continuation:
            return found, not page.ids or len(page.ids) % protocol.IDS_A_PAGE != 0
        if page.continuation in seen:
            break
        continuation = page.continuation
        seen.add(continuation)
    raise FetchError("the server sends the same lists again and again", source=session.url)


def _fetch(session: Session, wanted: Sequence[int]) -> Iterator[tuple[RemoteItem, ...]]:
    """Fetch items, the newest first; what was not asked for is left out."""
    for some in _batches(wanted, protocol.ITEMS_A_CALL):
        asked = set(some)
        answer = protocol.read_items(session.ask(protocol.item_contents(some, session.token)))
        yield tuple({item.remote: item for item in answer if item.remote in asked}.values())


def _take_in(library: Library, account: int, feeds: dict[str, int], found: Sequence[RemoteItem], options: SyncOptions) -> int:
    """Keep what was fetched, a transaction a call, so that a sync that is stopped goes on behind it."""
    new = 0
    with library.writing():
        by_feed: dict[int | None, list[RemoteItem]] = {}
        for item in found:
            by_feed.setdefault(feeds.get(item.feed), []).append(item)
        for feed, its in by_feed.items():
            new += items.take_in(library, account, feed, {item.remote: item.entry for item in its}, options.clock())
        read = [item.remote for item in found if item.is_read]
        items.set_state(library, account, "read", read, options.clock(), value=True)
    return new


def _apply_read(library: Library, account: int, session: Session, whole: set[int] | None, unread: set[int]) -> int:
    """Mark entries as unread and read as the server has them."""
    now = session.options.clock()
    changed = 0
    again = items.having(library, account, "read", value=True) & unread
    if again:
        changed += items.set_state(library, account, "read", again, now, value=False)
    if whole is not None and (vanished := items.having(library, account, "read", value=False) - whole):
        read, _ = _ids(session, protocol.item_ids, protocol.READ, only=protocol.READ)
        changed += items.set_state(library, account, "read", vanished & read, now, value=True)
    return changed


def _apply_starred(library: Library, account: int, starred: set[int], now: datetime, *, is_whole: bool) -> int:
    """Give entries their stars as the server has them, and take away those that it has no longer."""
    changed = items.set_state(
        library, account, "starred", items.having(library, account, "starred", value=False) & starred, now, value=True
    )
    gone = items.having(library, account, "starred", value=True) - starred
    if is_whole and gone:
        changed += items.set_state(library, account, "starred", gone, now, value=False)
    return changed


def _batches(many: Iterable[T], size: int) -> Iterator[list[T]]:
    listed = list(many)
    return (listed[at : at + size] for at in range(0, len(listed), size))
