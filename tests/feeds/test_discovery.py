from __future__ import annotations

import pytest

from reader.feeds import candidates, discover

PAGE = b"""<html><head><base href="https://courier.example/news/">
<link rel="alternate" type="application/rss+xml" title="Comments on Courier" href="/comments/feed">
<link rel="alternate" type="application/rss+xml; charset=utf-8" title="Courier" href="/feed">
<link rel="alternate stylesheet" type="text/css" href="x.css"><link rel="alternate" hreflang="fr" href="/fr">
</head><body><a href="sport.rss">Sport <b>feed</b></a> <a href="javascript:rss">x</a> <a href="/about">About</a></body></html>"""


def test_a_pages_feeds_are_found_those_of_its_head_first_and_comments_last() -> None:
    assert discover(PAGE, "https://www.courier.example/") == (
        ("https://courier.example/feed", "Courier"),
        ("https://courier.example/news/sport.rss", "Sport feed"),
        ("https://courier.example/comments/feed", "Comments on Courier"),
    )


def test_a_page_that_names_none_has_none() -> None:
    assert discover(b"<p>Nothing here", "https://x.example/") == ()
    assert discover(b"", "https://x.example/") == ()
    assert discover(b"<" * 300_000, "https://x.example/") == ()


def test_the_usual_places_are_tried_beside_the_page_first() -> None:
    tried = candidates("https://x.example/blog/")
    assert tried[0] == "https://x.example/blog/feed"
    assert "https://x.example/feed" in tried
    assert len(set(tried)) == len(tried)
    assert candidates("https://x.example")[0] == "https://x.example/feed"


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="alternate" type="text/xml" href="/news">',
        '<link rel="alternate" type="application/xml" title="News" href="/news">',
        '<link rel="ALTERNATE" type="Application/RSS+XML" href="/news">',
        '<link rel="alternate" type="application/x-rss+xml" href="/news">',
        '<link rel="alternate" type="text/rss+xml" href="/news">',
        '<link rel="alternate" type="application/x-atom+xml" href="/news">',
        '<link rel="alternate" type="application/feed+json" href="/news">',
        '<link rel="alternate" type="application/json" title="JSON Feed" href="/news">',
        '<link rel="alternate" title="RSS feed" href="/news">',
        '<link rel="feed" href="/news">',
        '<link rel="alternate feed" type="text/html" href="/news">',
        '<link rel="alternate" type="application/rss+xml" href="feed://a.example/news">',
        '<link rel="alternate" type="application/rss+xml" href="feed:https://a.example/news">',
        '<a href="/news">RSS</a>',
        '<a href="/news"><img alt="RSS feed" src="i.png"></a>',
        '<a href="/news" title="Our feed"><i></i></a>',
        '<a href="/news" type="application/atom+xml">What is new</a>',
        '<a href="feed:a.example/news">Follow</a>',
        '<a rel="feed" href="/news">Follow</a>',
        '<map><area href="/news" title="RSS"></map>',
    ],
)
def test_a_feed_is_found_however_the_page_names_it(markup: str) -> None:
    found = [address for address, _ in discover(f"<html><body>{markup}</body></html>".encode(), "https://a.example/")]
    assert [address.partition(":")[2] for address in found] == ["//a.example/news"]


@pytest.mark.parametrize(
    "markup",
    [
        '<link rel="alternate" hreflang="de" href="/de">',
        '<link rel="alternate" type="application/json+oembed" href="/oembed">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">',
        '<link rel="stylesheet" type="text/xml" href="/a.xsl">',
        '<link rel="alternate" media="handheld" href="/m/">',
        '<a href="/about">How we feed the city: a report on bread, ovens and rice</a>',
        '<a href="/about">Feedback</a>',
        '<a href="mailto:rss@a.example">RSS</a>',
        '<a href="#rss">RSS</a>',
    ],
)
def test_what_is_no_feed_is_not_taken_for_one(markup: str) -> None:
    assert discover(f"<html><body>{markup}</body></html>".encode(), "https://a.example/") == ()
