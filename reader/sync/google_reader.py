"""The Google Reader protocol: calls, and what their answers say.

There is no specification; this is what the servers have in common: https://www.inoreader.com/developers,
https://github.com/bazqux/bazqux-api, https://freshrss.github.io/FreshRSS/en/developers/06_GoogleReader_API.html,
https://miniflux.app/docs/google_reader.html.  `output=json` is always asked for, since Miniflux answers nothing without it.
Ids are decimal in lists, and `tag:google.com,2005:reader/item/` with 16 hexadecimal digits in items and calls.
"""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from reader.errors import UnreadableError
from reader.model import Entry
from reader.model.text import line
from reader.sync.messages import Call, IdPage, RemoteFeed, RemoteItem, State

READ = "user/-/state/com.google/read"
STARRED = "user/-/state/com.google/starred"
READING_LIST = "user/-/state/com.google/reading-list"
STATES = {"read": READ, "starred": STARRED}
IDS_A_PAGE = 1000
ITEMS_A_CALL = 100
EDITS_A_CALL = 250
_ITEM = "tag:google.com,2005:reader/item/"
_IS_READ = "/state/com.google/read"
_LABEL = "/label/"
_API = "/reader/api/0/"
_JSON = ("output", "json")
_LONGEST_SUMMARY = 300
_TAG = re.compile(r"<[^<>]*>")


def login(user: str, password: str) -> Call:
    """Return the call that asks for an authorization; the password travels in the body alone."""
    return Call(path="/accounts/ClientLogin", form=(("Email", user), ("Passwd", password), _JSON))


def read_login(body: bytes) -> str:
    """Return the authorization of an answer, which may be JSON or lines of `Auth=...`.

    Raises:
        UnreadableError: there is none.
    """
    text = body.decode("utf-8", "replace").strip()
    if text.startswith("{"):
        found = _object(body).get("Auth")
    else:
        found = dict(one.partition("=")[::2] for one in text.splitlines()).get("Auth")
    if not isinstance(found, str) or not found.isascii() or not found.isprintable() or not found:
        raise _refused("no authorization")
    return found


def token() -> Call:
    """Return the call that asks for the token which changes need."""
    return Call(path=_API + "token")


def read_token(body: bytes) -> str:
    """Return the token of an answer.

    Raises:
        UnreadableError: there is none.
    """
    text = body.decode("utf-8", "replace").strip()
    if not text or len(text) > 1_000 or not text.isascii() or not text.isprintable() or text.startswith("<"):
        raise _refused("no token")
    return text


def subscriptions() -> Call:
    """Return the call that asks for the feeds."""
    return Call(path=_API + "subscription/list", query=(_JSON,))


def read_subscriptions(body: bytes) -> tuple[RemoteFeed, ...]:
    """Return the feeds of an answer; one without an address on the web is left out.

    Raises:
        UnreadableError: the answer is not whole.
    """
    feeds = []
    for one in _objects(_object(body), "subscriptions"):
        remote, url = _text(one.get("id")), _text(one.get("url"))
        url = url or remote.removeprefix("feed/")  # the id is the address on servers that give none beside it
        if remote and _is_web(url):
            labels = (_text(each.get("label")) or _label(_text(each.get("id"))) for each in _objects(one, "categories"))
            site = _text(one.get("htmlUrl"))
            feeds.append(
                RemoteFeed(
                    remote=remote,
                    url=url,
                    title=_title(one.get("title")),
                    site_url=site if _is_web(site) else "",
                    folders=tuple(filter(None, map(line, labels))),
                )
            )
    return tuple(feeds)


def item_ids(stream: str, *, without: str = "", only: str = "", continuation: str = "") -> Call:
    """Return the call that asks for a page of the ids of a stream.

    Args:
        stream: `READING_LIST`, `STARRED` or `READ`.
        without: a state that the items have not.
        only: a state that they have: FreshRSS answers everything for a stream that it does not know.
        continuation: of the page before; empty: the first page.
    """
    marks = (("xt", without), ("it", only), ("c", continuation))
    query = (_JSON, ("s", stream), ("n", str(IDS_A_PAGE)), *((name, value) for name, value in marks if value))
    return Call(path=_API + "stream/items/ids", query=query)


def read_item_ids(body: bytes) -> IdPage:
    """Return the ids of an answer.

    Raises:
        UnreadableError: the answer is not whole.
    """
    answer = _object(body)
    ids = tuple(_number(_text(one.get("id"))) for one in _objects(answer, "itemRefs"))
    following = answer.get("continuation", "")
    if isinstance(following, int):
        following = str(following)
    if not isinstance(following, str):
        raise _refused("a continuation that is no text")
    return IdPage(ids=ids, continuation=following)


def item_contents(ids: Iterable[int], token: str) -> Call:
    """Return the call that asks for items, at most `ITEMS_A_CALL`."""
    return Call(path=_API + "stream/items/contents", form=(_JSON, ("T", token), *_items(ids)))


def read_items(body: bytes) -> tuple[RemoteItem, ...]:
    """Return the items of an answer.

    Raises:
        UnreadableError: the answer is not whole.
    """
    return tuple(_item(one) for one in _objects(_object(body), "items"))


def edit_state(ids: Iterable[int], state: State, token: str, *, value: bool) -> Call:
    """Return the call that gives items a state or takes it away; one a call, since FreshRSS takes the last of several."""
    return Call(path=_API + "edit-tag", form=(("T", token), ("a" if value else "r", STATES[state]), *_items(ids)))


def unsubscribe(remote: str, token: str) -> Call:
    """Return the call that has the server leave a feed."""
    return Call(path=_API + "subscription/edit", form=(("T", token), ("ac", "unsubscribe"), ("s", remote)))


def check_ok(body: bytes) -> None:
    """Look whether a change was acknowledged.

    Raises:
        UnreadableError: it was not.
    """
    if body.strip()[:2].upper() != b"OK":
        raise _refused("no acknowledgement")


def _items(ids: Iterable[int]) -> Sequence[tuple[str, str]]:
    return [("i", f"{_ITEM}{identity & 0xFFFF_FFFF_FFFF_FFFF:016x}") for identity in ids]


def _item(one: Mapping[str, object]) -> RemoteItem:
    origin = one.get("origin")
    urls = (_text(link.get("href")) for name in ("canonical", "alternate") for link in _objects(one, name))
    content = _markup(one.get("content")) or _markup(one.get("summary"))
    identity = _number(_text(one.get("id")))
    author = _title(one.get("author"))
    categories = one.get("categories")
    return RemoteItem(
        remote=identity,
        feed=_text(origin.get("streamId")) if isinstance(origin, dict) else "",
        is_read=isinstance(categories, list) and any(_text(each).endswith(_IS_READ) for each in categories),
        entry=Entry(
            guid=f"{_ITEM}{identity & 0xFFFF_FFFF_FFFF_FFFF:016x}",
            url=next(filter(_is_web, urls), ""),
            title=_title(one.get("title")),
            byline=(author,) if author else (),
            published=_time(one.get("published")),
            summary=_words(content)[:_LONGEST_SUMMARY],
            content=content,
        ),
    )


def _number(written: str) -> int:
    """Return an id of any spelling as 64 bits with sign.

    Raises:
        UnreadableError: it is none.
    """
    try:
        number = int(written.removeprefix(_ITEM), 16) if written.startswith(_ITEM) else int(written[:20])
    except ValueError as error:
        raise _refused("an id that is none") from error
    number &= 0xFFFF_FFFF_FFFF_FFFF
    return number - (1 << 64) if number >> 63 else number


def _object(body: bytes) -> Mapping[str, object]:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _refused("an answer that is cut off or no JSON") from error
    if not isinstance(answer, dict):
        raise _refused("an answer without fields")
    return answer


def _objects(holder: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """Return a list of objects; what a server has none of it may leave out or call null, but not call otherwise.

    Raises:
        UnreadableError: there is something else.
    """
    value = holder.get(name)
    if value is None and name in ("categories", "canonical", "alternate", "itemRefs"):
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise _refused(f"an answer without {name}")
    return value


def _text(value: object) -> str:
    return str(value) if isinstance(value, int) else value.strip() if isinstance(value, str) else ""


def _title(value: object) -> str:
    return _words(_text(value))


def _words(markup: str) -> str:
    """Return the words of a small piece of markup; FreshRSS writes entities in titles, and `，` for commas."""
    return line(html.unescape(_TAG.sub(" ", markup)))


def _is_web(url: str) -> bool:
    return url[:8].lower().startswith(("http://", "https://"))


def _markup(value: object) -> str:
    return _text(value.get("content")) if isinstance(value, dict) else ""


def _label(identity: str) -> str:
    return identity.partition(_LABEL)[2]


def _time(value: object) -> datetime | None:
    if not isinstance(value, int | float) or not math.isfinite(value):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _refused(what: str) -> UnreadableError:
    return UnreadableError(f"the server sent {what}", advice="try again; nothing was concluded from it")
