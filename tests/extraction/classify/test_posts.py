"""Posts from elsewhere in the story."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.extraction import extract
from reader.model import Quotation
from tests.extraction.pages import URL, pier, read_pier

LINK = "<a href='https://mastodon.example/@ida/11223344556'>May 4, 2026</a>"


def quotations(*inside: str) -> list[Quotation]:
    return [block for block in read_pier(*inside).blocks if isinstance(block, Quotation)]


@pytest.mark.parametrize(
    "post",
    [
        f"<blockquote class='mastodon-embed'><p>Not true.</p>&mdash; Ida Holm (@ida) {LINK}</blockquote>",
        f"<div class='embed-twitter'><blockquote><p>Not true. <a href='https://t.co/x'>pic.twitter.com/x</a></p><p>— Ida Holm (@ida) {LINK}</p></blockquote></div>",
        f"<div class='tweet'><div><span>Ida Holm</span> <span>@ida</span></div><p>Not true.</p><p>12 Retweets</p>{LINK}</div>",
    ],
)
def test_a_post_stays_however_short_with_its_author_day_and_address(post: str) -> None:
    (found,) = quotations("<p>The keeper answered within the hour, on her own page:</p>", post)
    assert (found.text, found.author) == ("Not true.", "Ida Holm")
    assert found.posted == datetime(2026, 5, 4, tzinfo=UTC)
    assert found.url == "https://mastodon.example/@ida/11223344556"


def test_a_row_of_links_to_services_is_no_post() -> None:
    assert quotations("<div class='share'><a href='https://twitter.com/intent/tweet'>Tweet</a></div>") == []


def test_a_post_above_the_story_is_not_kept_for_being_one() -> None:
    post = f"<blockquote class='tweet'><p>Not true.</p>— Ida (@ida) {LINK}</blockquote>"
    found = extract(f"{post}{pier()}", url=URL)
    assert not any(isinstance(block, Quotation) for block in found.blocks)
