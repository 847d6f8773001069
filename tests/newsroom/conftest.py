from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from reader.library import Library

PARAGRAPHS = "".join(
    f"<p>Paragraph {number} of the harbour story, said Ada Ferreira, the engineer, has enough words in it to be one.</p>"
    for number in range(9)
)


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:") as opened:
        yield opened


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def page() -> bytes:
    """Give a page with an article."""
    head = "<title>Harbour wall falls</title>"
    return f"<html><head>{head}</head><body><article><h1>Harbour wall falls</h1>{PARAGRAPHS}</article></body></html>".encode()


@pytest.fixture
def feed() -> bytes:
    """Give a feed with two entries."""
    items = "".join(
        f"<item><guid>{n}</guid><title>Story {n}</title><link>https://courier.example/{n}</link>"
        f"<description>&lt;p&gt;Summary {n} &lt;b&gt;in bold&lt;/b&gt;.&lt;/p&gt;</description></item>"
        for n in range(2)
    )
    return f'<rss version="2.0"><channel><title>Courier</title>{items}</channel></rss>'.encode()
