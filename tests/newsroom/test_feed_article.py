from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import FeedError, NoArticleError
from reader.newsroom import Request, feed_article, read_annotated

BODY = b"""<html><head><title>Ferry back</title></head><body><nav><a href="/">Home</a><a href="/s">Sport</a></nav><article>
<h1>Ferry back</h1><p>The ferry to Lower Quay runs again from Monday, when the tide is high enough for it to pass the bar.</p>
<p>"It was time," said Ada Ferreira, the harbour master, who had <a href="/letters">written letters</a> about it since March.</p>
</article></body></html>"""
FEED = """<rss version="2.0"><channel><title>Courier</title>
<item><title>Wall falls</title><link>/1</link><pubDate>Mon, 02 Nov 2026 09:00:00 GMT</pubDate>
<description>&lt;p&gt;It fell in the night. &lt;/p&gt;&lt;p&gt;“We were warned,” said Ada Ferreira, the harbour master.&lt;/p&gt;</description></item>
<item><title>Café opens</title><description>It has four tables.</description></item></channel></rss>""".encode()


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "a.html"
    path.write_bytes(BODY)
    return str(path)


def test_a_feed_is_read_as_one_article_if_it_is_asked_for() -> None:
    request = Request(source="", body=FEED, kind="feed", base="https://courier.example/")
    reading = read_annotated(request)
    article = reading.article
    assert article.title == "Courier"
    assert [section.heading.text for section in article.sections if section.heading] == ["Wall falls", "Café opens"]
    assert "It fell in the night." in article.blocks[2].text
    assert [block.text for block in article.blocks].count("https://courier.example/1") == 1
    assert article.quotes
    with pytest.raises(NoArticleError, match="this is a feed, not an article"):
        read_annotated(replace(request, kind="auto"))
    with pytest.raises(FeedError, match="this is no feed"):
        read_annotated(replace(request, body=b"<p>A page of some words</p>"))


def test_of_a_long_feed_the_newest_entries_are_read_and_the_rest_is_told() -> None:
    items = b"".join(b"<item><title>Number %d</title></item>" % number for number in range(feed_article.MOST + 2))
    body = b"<rss version='2.0'><channel><title>Courier</title>" + items + b"</channel></rss>"
    article = read_annotated(Request(source="", body=body, kind="feed")).article
    assert len(article.sections) == feed_article.MOST
    assert article.notes == ("2 older entries are left out.",)
