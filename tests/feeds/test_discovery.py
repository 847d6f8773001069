from __future__ import annotations

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
