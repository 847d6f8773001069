"""Where on the page the story stands: what the names of its containers may say against it."""

from __future__ import annotations

from reader.extraction import extract, region
from reader.extraction.page import html_tree

NEWS = "<p>The weir was opened at noon, a day late, and nobody saw it but the keeper and his dog, who did not stay.</p>"
LONG = "".join(
    f"<p>Sentence {n} of what is said at length, with commas, and with nothing that leads anywhere.</p>" for n in range(9)
)


def text(body: str) -> str:
    return "\n".join(block.text for block in extract(f"<html><body>{body}</body></html>").blocks)


def region_of(body: str, title: str = "") -> str:
    """Return all words of the region, whatever is then made of them."""
    root = html_tree.parse(f"<html><body>{body}</body></html>")
    region.prune(root)
    found = root.find("body")
    assert found is not None
    return " ".join("".join(map(str, one.itertext())) for one in region.choose(found, title))


def test_a_cookie_dialog_is_never_the_story_however_short_that_is() -> None:
    page = f"<div class='teaser'>{NEWS}</div><div class='cookie-modal'>{LONG}</div>"
    assert "opened at noon" in text(page)
    assert "Sentence 3" not in text(page)


def test_the_pane_of_a_tab_may_hold_the_story() -> None:
    beside = f"<div class='grey-box'>{NEWS * 3}</div>"
    page = f"<div class='tab-content'><div class='tab-pane' id='tab-7'>{LONG}</div></div>{beside}"
    assert "Sentence 3" in text(page)


def test_the_parts_of_a_consent_dialog_may_be_named_as_a_storys() -> None:
    dialog = f"<div class='gdpr-modal'><div class='tab-main-content'>{LONG}</div></div>"
    found = region_of(f"<article class='post'>{NEWS}{NEWS}{NEWS}</article>{dialog}")
    assert "opened at noon" in found
    assert "Sentence 3" not in found


def test_the_parts_of_comments_may_be_named_as_a_storys() -> None:
    said = f"<div class='comments'>{''.join(f'<div class=post-body>{LONG}</div>' for _ in range(4))}</div>"
    found = region_of(f"<div class='item'><h2>Weir opens</h2>{NEWS}{NEWS}</div>{said}")
    assert "opened at noon" in found
    assert "Sentence 3" not in found


def test_a_container_named_for_a_storys_text_and_for_comments_is_the_storys() -> None:
    parts = "".join(f"<div class='main-content__comment'>{NEWS}</div>" for _ in range(3))
    assert region_of(f"<div>{NEWS.replace('noon', 'night')}</div><div>{parts}</div>").count("opened at noon") == 3


def test_where_all_is_comments_they_are_the_story() -> None:
    said = "".join(f"<div class='thread-comment'>{LONG.replace('Sentence', name)}</div>" for name in ("Asked", "Answered"))
    form = "<div id='form'><p>Please log in to write an answer here.</p></div>"
    assert "Asked 3" in region_of(f"{form}<main>{said}</main>")
    assert "Asked 3" not in region_of(f"<div>{NEWS}{NEWS}</div><main>{said}</main>")


def test_what_stands_above_the_headline_is_not_the_story() -> None:
    offers = f"<div>{LONG}</div>"
    story = f"<div><h1>Weir opens late</h1>{LONG.replace('Sentence', 'Line')}{NEWS}</div>"
    assert "Sentence 3" not in region_of(offers + story, "Weir opens late")
    assert "Sentence 3" in region_of(offers + story, "Another title")


def test_a_headline_below_most_of_the_text_says_nothing_of_what_stands_above() -> None:
    page = f"<div>{LONG}{LONG}</div><div><h1>Weir opens late</h1>{NEWS}</div>"
    assert "Sentence 3" in region_of(page, "Weir opens late")
