from __future__ import annotations

from lxml import etree

from reader.formats import to_html
from reader.model import Article, Heading, Item, Listing, Paragraph, Run, Style


def body(*runs: Run) -> str:
    html = to_html(Article(blocks=(Paragraph(runs=runs),)))
    return html.partition("<article>\n")[2].partition("\n</article>")[0]


def test_a_document_stands_alone_and_loads_nothing(article: Article) -> None:
    page = etree.fromstring(to_html(article, captions=True).removeprefix("<!DOCTYPE html>").encode())
    assert page.get("lang") == "en-GB"
    assert page.findtext("head/title") == "Harbour inquiry opens after storm"
    assert [meta.get("content") for meta in page.findall("head/meta[@name='author']")] == ["Ada Ferreira", "Northern Press"]
    assert not page.xpath("//img | //script | //iframe | //link[@rel='stylesheet'] | //@src")
    assert page.findtext("body/article/figure/figcaption") == "The gap in the wall "


def test_the_blocks_are_the_elements_that_html_has_for_them(article: Article) -> None:
    page = etree.fromstring(to_html(article).removeprefix("<!DOCTYPE html>").encode())
    story = page.find("body/article")
    assert story is not None
    assert [element.tag for element in story] == [
        "header",
        "p",
        "h2",
        "p",
        "blockquote",
        "ol",
        "table",
        "pre",
        "h2",
        "hr",
        "footer",
    ]
    assert story.findtext("blockquote/footer/cite") == "Ines Barrow"
    assert [item.text for item in story.findall("ol/li/ul/li")] == ["the motor", "the hinge"]


def test_markup_in_words_is_escaped() -> None:
    assert body(Run(text="<script>alert('&')</script>")) == "<p>&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;</p>"


def test_an_address_cannot_leave_its_attribute() -> None:
    assert 'href="https://a.example/&quot;onclick=&quot;x"' in body(Run(text="x", href='https://a.example/"onclick="x'))


def test_only_safe_schemes_are_links() -> None:
    hrefs = [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "java\nscript:x",
        "//a.example/",
        "HTTPS://A.example/",
    ]
    assert [("href" in body(Run(text="x", href=href))) for href in hrefs] == [False, False, False, False, False, True]


def test_styles_nest_inside_the_link() -> None:
    run = Run(text="x", style=frozenset([Style.CODE, Style.STRONG]), href="https://a.example/")
    assert body(run) == '<p><a href="https://a.example/"><strong><code>x</code></strong></a></p>'


def test_neighbours_that_are_set_alike_are_one() -> None:
    emphasis = frozenset([Style.EMPHASIS])
    assert body(Run(text="a", style=emphasis), Run(text="b", style=emphasis)) == "<p><em>ab</em></p>"


def test_a_mark_that_would_join_with_markup_is_a_reference() -> None:
    assert body(Run(text="\u0338x")) == "<p>&#824;x</p>"


def test_headings_keep_to_the_levels_that_html_has() -> None:
    assert "<h6>deep</h6>" in to_html(Article(blocks=(Heading(runs=(Run(text="deep"),), level=9),)))


def test_what_lies_deeper_than_shown_joins_the_deepest_list() -> None:
    listing = Listing(items=(Item(runs=(Run(text="end"),)),))
    for _ in range(20):
        listing = Listing(items=(Item(runs=(Run(text="x"),), inner=(listing,)), Item(runs=(Run(text="y"),))))
    page = etree.fromstring(to_html(Article(blocks=(listing,))).removeprefix("<!DOCTYPE html>").encode())
    assert len(page.findall(".//li")) == 41
    assert len(page.findall(".//ul")) == 9
