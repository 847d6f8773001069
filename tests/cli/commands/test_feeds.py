from __future__ import annotations

import json
from typing import Protocol

from tests.cli.commands.conftest import FEED, ITEM, titles
from tests.cli.conftest import Call


class Web(Protocol):
    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, status: int = 200) -> str: ...


def test_a_feed_is_changed_and_removed_and_comes_back(call: Call, followed: str) -> None:
    assert call("feeds", "courier", "--title", "My Courier", "--folder", "Home", "--keep-days", "30").status == 0
    assert call("feeds", "courier", "--read-ahead", "on").status == 0
    (record,) = json.loads(call("feeds", "-f", "json").out)["feeds"]
    assert (record["title"], record["folder"], record["keep_days"], record["read_ahead"]) == ("My Courier", "Home", 30, True)
    assert "3 entries gone with it" in call("feeds", followed, "--remove").err
    assert call("list").status == 1
    assert call("undo").status == 0
    assert len(titles(call("list", "feed:home"))) == 3


def test_a_feed_must_be_meant_clearly_to_be_changed(call: Call, followed: str, web: Web) -> None:
    second = web.page(
        "/second", FEED.format(items=ITEM.format(n=9, title="Other")).encode().replace(b"Courier", b"Courier Two")
    )
    call("add", second)
    assert "several feeds are called so" in call("feeds", "127.0.0.1", "--remove").err
    assert call("feeds", "courier two", "--remove").status == 0
    assert call("feeds", "nobody", "--remove").status == 1
    assert call("feeds", "--remove").status == 2
