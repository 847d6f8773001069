"""A feed that is followed, for the commands of the library."""

from __future__ import annotations

from typing import Protocol

import pytest

from tests.cli.conftest import Call, Done

FEED = """<rss version="2.0"><channel><title>Courier</title>{items}</channel></rss>"""


ITEM = (
    "<item><guid>{n}</guid><title>{title}</title><link>https://courier.example/{n}</link>"
    "<pubDate>Mon, 0{n} Nov 2026 09:00:00 GMT</pubDate><description>{title}, says the Courier.</description></item>"
)


TITLES = ("Harbour wall falls", "Café opens", "Bridge closes")


class Web(Protocol):
    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, status: int = 200) -> str: ...


@pytest.fixture
def feed(web: Web) -> str:
    """Give the address of a feed with three entries."""
    items = "".join(ITEM.format(n=n, title=title) for n, title in enumerate(TITLES, 1))
    return web.page("/rss", FEED.format(items=items).encode())


@pytest.fixture
def followed(call: Call, feed: str) -> str:
    """Follow the feed, and give its address."""
    assert call("add", feed).status == 0
    return feed


def rows(done: Done) -> list[list[str]]:
    return [line.split("\t") for line in done.out.splitlines()]


def titles(done: Done) -> list[str]:
    return [row[4] for row in rows(done)]
