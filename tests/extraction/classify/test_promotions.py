"""Boxes and lines that ask for a subscription."""

from __future__ import annotations

import pytest

from reader.extraction import extract
from tests.extraction.pages import FIRST, SECOND, THIRD, URL, paragraphs, pier, read_pier


@pytest.mark.parametrize(
    "box",
    [
        "<aside><p>Fond of lamps? <a href='/join'>Subscribe to the Pier Letter</a> and read on.</p></aside>",
        "<p>Fond of lamps? <a href='/join'>Subscribe to the Pier Letter</a> and read on.</p>",
        "<p><em>Sign up for the Pier Letter <a href='/newsletters/pier'>here</a>.</em></p>",
        "<div class='nl'><h4>The Pier Letter</h4><p>Ships and lamps, by email at six.</p><form action='/join'><input></form></div>",
        "<div class='x'><h4>Der Hafenbrief</h4><p>Jeden Abend im Postfach.</p><form><input></form></div>",
    ],
)
def test_a_call_to_subscribe_is_no_story(box: str) -> None:
    article = read_pier(box)
    assert [block.text for block in article.blocks[1:]] == [FIRST, SECOND, THIRD]
    assert not article.truncated


@pytest.mark.parametrize("form", ["<form id='commentform'>", "<form class='comment-form'>", "<form class='kommentar'>"])
def test_a_form_for_comments_makes_no_box_of_a_short_story(form: str) -> None:
    side = f"<ul>{''.join(f'<li>{n} lamps are lit tonight along the pier</li>' for n in range(20))}</ul>"
    asked = f"{form}<p>Name</p><p>E-mail (will not be shown)</p><input></form>"
    html = (
        f"<title>Pier</title><div class='page'><div><h2>Pier</h2><p>{FIRST}</p><p>{SECOND[:90]}</p>{asked}</div>{side}</div>"
    )
    assert FIRST in paragraphs(extract(html, url=URL))


@pytest.mark.parametrize(
    "words",
    [
        "The fund has asked everybody in the town to <a href='/s'>subscribe to the loan</a> before the winter comes, the mayor said.",
        "Brask has had a newsletter since 1911, and the fund's <a href='/n'>papers</a> say that it was printed in the lamp cellar.",
    ],
)
def test_a_sentence_about_subscribing_is_story(words: str) -> None:
    assert len(paragraphs(read_pier(f"<p>{words}</p>"))) == 4


def test_a_paywall_at_the_end_cuts_the_story_off() -> None:
    wall = "<div class='paywall'><h3>Subscribe to keep reading</h3><p>That was your last free story.</p></div>"
    text = pier().replace("</div></article>", f"{wall}</div></article>")
    article = extract(text, url=URL)
    assert article.truncated
    assert paragraphs(article) == [FIRST, SECOND, THIRD]
    inside = read_pier(wall)
    assert not inside.truncated
    assert [block.text for block in inside.blocks[1:]] == [FIRST, SECOND, THIRD]
