"""The posts of a live page."""

from __future__ import annotations

from datetime import UTC, datetime

from reader.extraction import extract
from reader.model import Post
from tests.extraction.pages import TEXT


def test_each_post_of_a_live_page_opens_a_section() -> None:
    posts = "".join(
        f"<article class='live-post'><time datetime='2026-03-04T{hour:02}:15:00Z'>{hour}.15</time><h2>{title}</h2><p>{text}</p></article>"
        for hour, title, text in (
            (11, "Boat on its way", TEXT[3]),
            (10, "Bread in rowing boats", TEXT[2]),
            (9, "No ferry today", TEXT[0]),
        )
    )
    article = extract(
        f"<html><head><title>The ferry, live</title></head><body><h1>The ferry, live</h1><div class='liveblog'>{posts}</div></body>"
    )
    found = [block for block in article.blocks if isinstance(block, Post)]
    assert [post.title for post in found] == ["Boat on its way", "Bread in rowing boats", "No ferry today"]
    assert found[0].time == datetime(2026, 3, 4, 11, 15, tzinfo=UTC)
    assert [section.heading for section in article.sections] == found
