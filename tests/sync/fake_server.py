"""A server of the Google Reader protocol, written from what the real ones do, with faults that are asked for.

It answers a call without a socket (`call`), as `reader.sources.api.call` would.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from reader.errors import FetchError, StatusError
from reader.sources.api import ApiRequest

READ, STARRED = "user/-/state/com.google/read", "user/-/state/com.google/starred"
URL = "https://rss.example"
_PREFIX = "tag:google.com,2005:reader/item/"


@dataclass
class Item:
    """An entry at the server."""

    feed: str
    title: str
    read: bool = False
    starred: bool = False

    def has(self, state: str) -> bool:
        return self.read if state == READ else self.starred


@dataclass
class FakeServer:
    """Feeds and items of one user, and the calls that were made."""

    feeds: dict[str, str] = field(default_factory=lambda: {"feed/1": "https://courier.example/rss"})
    items: dict[int, Item] = field(default_factory=dict)
    password: str = "secret"
    calls: list[str] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    """Items whose contents were asked for, in order."""
    page: int = 1000
    faults: list[Callable[[str, bytes], bytes]] = field(default_factory=list)
    """Each is done to one answer, the next one first; it may raise, after the server has done what it was asked."""

    def put(self, number: int, title: str = "", feed: str = "feed/1") -> None:
        self.items[number] = Item(feed, title or f"Story {number}")

    def call(self, request: ApiRequest) -> bytes:
        path = urlsplit(request.url).path.rpartition("/reader/api/0/")[2].rpartition("/accounts/")[2]
        self.calls.append(path)
        given = [*request.query, *(request.form or ())]
        if path != "ClientLogin" and request.headers.get("Authorization") != "GoogleLogin auth=authorized":
            raise StatusError("the server wants a login", status=401)
        answer = self._answer(path, given)
        return self.faults.pop(0)(path, answer) if self.faults else answer

    def _answer(self, path: str, given: list[tuple[str, str]]) -> bytes:  # noqa: PLR0911 - a table
        one = dict(given)
        match path:
            case "ClientLogin":
                if one["Passwd"] != self.password:
                    raise StatusError("the server wants a login", status=401)
                return b"SID=none\nLSID=none\nAuth=authorized\n"
            case "token":
                return b"token-of-the-day"
            case "subscription/list":
                feeds = [
                    {"id": name, "title": f"Feed {name}", "url": url, "categories": []} for name, url in self.feeds.items()
                ]
                return json.dumps({"subscriptions": feeds}).encode()
            case "stream/items/ids":
                return self._ids(one)
            case "stream/items/contents":
                return self._contents([value for name, value in given if name == "i"])
            case "edit-tag":
                return self._edit(given)
            case _:
                assert path == "subscription/edit"
                self.feeds.pop(one["s"], None)
                return b"OK"

    def _ids(self, one: dict[str, str]) -> bytes:
        assert one["output"] == "json"
        stream, at = one["s"], int(one.get("c", "0"))
        chosen = [
            number
            for number, item in sorted(self.items.items(), reverse=True)
            if (stream not in (READ, STARRED) or item.has(stream)) and not ("xt" in one and item.has(one["xt"]))
        ]
        answer: dict[str, object] = {"itemRefs": [{"id": str(number)} for number in chosen[at : at + self.page]]}
        if at + self.page < len(chosen):
            answer["continuation"] = str(at + self.page)
        return json.dumps(answer).encode()

    def _contents(self, names: list[str]) -> bytes:
        numbers = [int(name.removeprefix(_PREFIX), 16) for name in names]
        self.contents += numbers
        found = [
            {
                "id": f"{_PREFIX}{number:016x}",
                "title": self.items[number].title,
                "published": 1_790_000_000 + number,
                "categories": ["user/-/state/com.google/reading-list", *([READ] if self.items[number].read else [])],
                "canonical": [{"href": f"https://courier.example/{number}"}],
                "summary": {"content": f"<p>It was story {number}.</p>"},
                "origin": {"streamId": self.items[number].feed},
            }
            for number in numbers
            if number in self.items
        ]
        return json.dumps({"items": found}).encode()

    def _edit(self, given: list[tuple[str, str]]) -> bytes:
        for name in (value for key, value in given if key == "i"):
            item = self.items.get(int(name.removeprefix(_PREFIX), 16))
            for key, state in given:
                if item is not None and key in ("a", "r"):
                    setattr(item, "read" if state == READ else "starred", key == "a")
        return b"OK"


def cut_off(_: str, answer: bytes) -> bytes:
    return answer[: len(answer) // 2]


def broken(_: str, __: bytes) -> bytes:
    raise StatusError("the server has a fault", status=500)


def unanswered(_: str, __: bytes) -> bytes:
    raise FetchError("no full answer within 30 seconds")


def logged_out(_: str, __: bytes) -> bytes:
    raise StatusError("the server wants a login", status=401)


def doubled(path: str, answer: bytes) -> bytes:
    if not path.startswith("stream/"):
        return answer
    held = json.loads(answer)
    return json.dumps({name: value * 2 if isinstance(value, list) else value for name, value in held.items()}).encode()


def empty(_: str, __: bytes) -> bytes:
    return b"[]"


def a_page_of_a_login(_: str, __: bytes) -> bytes:
    return b"<!doctype html><title>Log in</title>"


FAULTS = (cut_off, broken, unanswered, logged_out, doubled, empty, a_page_of_a_login)
