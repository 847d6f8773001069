from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.extraction import Extraction, examine, extract, from_text, pipeline
from reader.model import Article, Figure, Heading, Listing, Paragraph, Post, Preformatted, Quotation, Table
from reader.model.text import plain
from tests.extraction.pages import page

TAGS = "p div h1 h2 h3 b strong em a span ul ol li table tr td th blockquote cite figure figcaption img br hr pre code article".split()
WORDS = st.sampled_from(
    [
        "The mayor said so.",
        "Related:",
        "please wait",
        "\x1b]52;c;aGk=\x07",
        "e",
        "\u0301",
        "\u202eabc",
        "a\x00b",
        "  ",
        "\n",
        "0:00",
        "— Ada",
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        ' class="article-body"',
        ' class="share"',
        ' href="/x"',
        ' href="javascript:x"',
        ' src="i.jpg"',
        " hidden",
        ' class="pullquote"',
    ]
)


def test_a_mark_that_a_picture_parts_from_its_letter_is_joined_to_it() -> None:
    check(examine("The mayor said so.<p></p></p>e</p><img></p></p>\u0301"))


@st.composite
def pages(draw: st.DrawFn) -> str:
    parts: list[str] = []
    for _ in range(draw(st.integers(0, 40))):
        tag = draw(st.sampled_from(TAGS))
        kind = draw(st.integers(0, 3))
        if kind == 0:
            parts.append(f"</{tag}>")
        elif kind == 1:
            parts.append(draw(WORDS))
        else:
            parts.append(f"<{tag}{draw(ATTRIBUTES)}>")
    return "".join(parts)


def check(extraction: Extraction) -> None:
    article = extraction.article
    texts = [article.title, article.site, article.summary, article.url, article.lead_image, *article.byline, *article.notes]
    for block in article.blocks:
        texts += [block.text, *words_beside(block)]
    assert all(plain(text) == text for text in texts)
    assert all("\n" not in text and text == text.strip() for text in article.notes)
    if article.blocks:
        head = article.blocks[0]
        assert isinstance(head, Heading)
        assert head.level == 1
        assert head.text == article.title
    positions = [decision.position for decision in extraction.decisions]
    assert positions == sorted(positions)
    for decision in extraction.decisions:
        assert plain(decision.text) == decision.text
        assert 0 <= decision.position <= len(article.blocks) - decision.kept


def words_beside(block: object) -> list[str]:
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs):
            assert runs
            return [run.href or "" for run in runs]
        case Quotation(author=author):
            return [author]
        case Figure(image=image, alt=alt, credit=credit):
            return [image, alt, credit]
        case Listing() | Table() | Preformatted() | Post():
            return []
        case _:
            raise AssertionError(block)


@settings(max_examples=300, deadline=None)
@given(pages())
def test_no_page_of_odd_tags_breaks_the_laws(page: str) -> None:
    check(examine(page, url="https://courier.example/news/1"))


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["text/html", "text/plain", "", "application/pdf"]),
    st.sampled_from([None, "utf-8", "x"]),
)
def test_no_bytes_break_the_laws(body: bytes, media_type: str, charset: str | None) -> None:
    check(examine(body, media_type=media_type, charset=charset))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_laws(text: str) -> None:
    check(examine(text, media_type="text/plain"))
    check(examine(text, url=text))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_plain_text_is_cut_and_nothing_is_stripped(parts: list[str]) -> None:
    article: Article = from_text("\n\n".join(parts))
    shown = "".join(block.text for block in article.blocks)
    assert "".join(shown.split()) == "".join(plain("\n\n".join(parts)).split())


def test_a_page_that_asks_for_a_subscription_is_cut_off() -> None:
    assert extract(page("<div class='paywall'><p>Subscribe to continue reading this story.</p></div>")).truncated
    assert not extract(page()).truncated


def test_the_line_that_names_the_authors_is_no_paragraph() -> None:
    html = page().replace("</h1>", "</h1><p>By Marta Ekblad</p>", 1)
    article = extract(html)
    assert article.byline == ("Marta Ekblad",)
    assert not any(block.text == "By Marta Ekblad" for block in article.blocks)


def test_a_call_to_subscribe_behind_the_region_cuts_a_short_story_off() -> None:
    wall = "<div class='zz'><p>Il vous reste 80 % de cet article à lire.</p></div></main>"
    assert extract(page().replace("</main>", wall)).truncated


def test_a_link_on_a_site_without_an_address_is_a_link_all_the_same() -> None:
    segments = pipeline.read_markup(
        "<article><p><a href='/x'>One</a> <a href='#y'>two</a> <a href='javascript:z'>three</a></p></article>", ""
    ).segments
    assert segments[0].linked == len("One")
