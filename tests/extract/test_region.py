"""Where on the page the story stands: what the names of its containers may say against it."""

from __future__ import annotations

from reader.extract import extract

NEWS = "<p>The weir was opened at noon, a day late, and nobody saw it but the keeper and his dog, who did not stay.</p>"
LONG = "".join(
    f"<p>Sentence {n} of what is said at length, with commas, and with nothing that leads anywhere.</p>" for n in range(9)
)


def text(body: str) -> str:
    return "\n".join(block.text for block in extract(f"<html><body>{body}</body></html>").blocks)


def test_a_cookie_dialog_is_never_the_story_however_short_that_is() -> None:
    page = f"<div class='teaser'>{NEWS}</div><div class='cookie-modal'>{LONG}</div>"
    assert "opened at noon" in text(page)
    assert "Sentence 3" not in text(page)


def test_the_pane_of_a_tab_may_hold_the_story() -> None:
    beside = f"<div class='grey-box'>{NEWS * 3}</div>"
    page = f"<div class='tab-content'><div class='tab-pane' id='tab-7'>{LONG}</div></div>{beside}"
    assert "Sentence 3" in text(page)
