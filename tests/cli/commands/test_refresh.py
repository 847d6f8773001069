from __future__ import annotations

from typing import Protocol

from tests.cli.commands.conftest import FEED, ITEM, rows
from tests.cli.conftest import Call


class Web(Protocol):
    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, status: int = 200) -> str: ...


def test_a_refresh_says_what_came_of_it(call: Call, followed: str, web: Web) -> None:
    assert call("refresh").err == "reader: no feed is due\n"
    web.page("/rss", FEED.format(items=ITEM.format(n=4, title="Ferry back")).encode())
    done = call("refresh", "courier")
    assert (done.status, done.out, done.err) == (0, "", "reader: 1 feed, 1 new entry\n")
    web.page("/rss", b"gone", status=500)
    done = call("refresh", "courier", "-f", "tsv")
    assert done.status == 4
    assert rows(done)[0][:3] == ["Courier", "0", followed]
    assert "1 feed, 0 new entries, 1 failed" in done.err
