"""Boxes and lines that ask for a subscription, notes of the newsroom, footnotes, the authors of quotations, the site's name."""

from __future__ import annotations

import pytest

from reader.extraction import extract
from reader.model import Article, Listing, Paragraph, Quotation

URL = "https://news.example/a/1"
FIRST = (
    "The lamp keepers of Brask voted on Sunday to light the pier again, four winters after the council had the last of the"
    " lanterns carried into a cellar."
)
SECOND = (
    "Nobody could say what the oil would cost. The harbour fund has promised a third of it, and a baker who lives by the"
    " steps has promised buns."
)
THIRD = (
    "The lanterns were made in 1902 by a smith who was paid in eels. Eleven of the fourteen still burn, which is more than"
    " can be said of the street lights."
)


def page(*inside: str, head: str = "") -> str:
    return (
        f"<html><head><title>Pier to be lit again</title>{head}</head><body><article><h1>Pier to be lit again</h1>"
        f"<div class='story'><p>{FIRST}</p><p>{SECOND}</p>{''.join(inside)}<p>{THIRD}</p></div></article></body></html>"
    )


def read(*inside: str, head: str = "") -> Article:
    return extract(page(*inside, head=head), url=URL)


def paragraphs(article: Article) -> list[str]:
    return [block.text for block in article.blocks if isinstance(block, Paragraph)]


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
    article = read(box)
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
    assert len(paragraphs(read(f"<p>{words}</p>"))) == 4


def test_a_paywall_at_the_end_cuts_the_story_off() -> None:
    wall = "<div class='paywall'><h3>Subscribe to keep reading</h3><p>That was your last free story.</p></div>"
    text = page().replace("</div></article>", f"{wall}</div></article>")
    article = extract(text, url=URL)
    assert article.truncated
    assert paragraphs(article) == [FIRST, SECOND, THIRD]
    inside = read(wall)
    assert not inside.truncated
    assert [block.text for block in inside.blocks[1:]] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "note",
    [
        "<p class='correction'>{}</p>",
        "<div class='editors-note'><h4>Note</h4><p>{}</p></div>",
        "<p><b>Correction, 3 May:</b> {}</p>",
        "<p>Clarification (3 May 2026): {}</p>",
        "<p>Editor's note: {}</p>",
    ],
)
def test_a_note_of_the_newsroom_is_a_note(note: str) -> None:
    words = "The smith was paid in eels and not, as we wrote, in herring."
    article = read(note.format(words))
    assert len(article.notes) == 1
    assert article.notes[0].endswith(words)
    assert [block.text for block in article.blocks[1:]] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "quotation",
    [
        "<p>{}</p><footer>Ida Holm, keeper</footer>",
        "<p>{}</p><footer>— <cite>Ida Holm, keeper</cite></footer>",
        "<p>{}</p><cite>Ida Holm, keeper</cite>",
        "<p>{} <cite>— Ida Holm, keeper</cite></p>",
        "{} <cite>Ida Holm, keeper</cite>",
    ],
)
def test_a_quotation_keeps_its_author(quotation: str) -> None:
    words = "A lamp that is not lit is a jar. I have kept fourteen jars, and I am tired of it."
    found = [
        block for block in read(f"<blockquote>{quotation.format(words)}</blockquote>").blocks if isinstance(block, Quotation)
    ]
    assert [(block.text, block.author) for block in found] == [(words, "Ida Holm, keeper")]


def test_a_work_cited_in_a_quotation_is_not_its_author() -> None:
    words = "I read it by lamplight, all of it, and slept badly, as one does after <cite>The Grey Pilot</cite>"
    (found,) = [block for block in read(f"<blockquote><p>{words}</p></blockquote>").blocks if isinstance(block, Quotation)]
    assert found.author == ""
    assert found.text.endswith("The Grey Pilot")


def test_footnotes_stay_where_their_references_stay() -> None:
    text = page().replace("in eels", "in eels<sup><a href='#f1'>1</a></sup>")
    notes = "<ol><li id='f1'>Books of the harbour fund, vol. 3. <a href='#r1'>↩</a></li></ol>"
    (found,) = [
        block
        for block in extract(text.replace("</div></article>", f"{notes}</div></article>"), url=URL).blocks
        if isinstance(block, Listing)
    ]
    assert found.text == "Books of the harbour fund, vol. 3."


@pytest.mark.parametrize("bar", [" :: ", " | ", " - "])
def test_the_site_is_named_by_the_title_where_a_link_to_the_front_page_says_so(bar: str) -> None:
    text = page("").replace("<title>Pier to be lit again", f"<title>Pier to be lit again{bar}Brask Echo")
    linked = text.replace("<body>", "<body><div><a href='/'>Brask Echo</a></div>")
    assert (extract(linked, url=URL).title, extract(linked, url=URL).site) == ("Pier to be lit again", "Brask Echo")
    assert extract(text, url=URL).site == "news.example"


def test_an_address_is_no_author() -> None:
    head = (
        '<meta property="article:author" content="https://news.example/profile/ida">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": "https://news.example/profile/ida"}</script>'
    )
    assert read(head=head).byline == ()


def test_nul_is_dropped() -> None:
    words = "The smith, they say, never a\0te another eel."
    assert words.replace("\0", "") in paragraphs(read(f"<p>{words}</p>"))
