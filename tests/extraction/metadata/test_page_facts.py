"""What a page says of its article outside the text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.extraction import extract
from reader.extraction.metadata import page_facts
from reader.extraction.page import html_tree
from tests.extraction.pages import URL, pier


def article(head: str, body: str = "", url: str = "https://courier.example/2026/03/04/ferry"):  # type: ignore[no-untyped-def]
    return extract(
        f"<html lang='en_gb'><head>{head}</head><body><h1>Ferry stays away</h1>{body}<p>{'Words of a story. ' * 20}</p></body>",
        url=url,
    )


def test_meta_tags_and_canonical_address() -> None:
    found = article(
        "<meta property='og:site_name' content='Courier'><meta name='author' content='Ada Ferreira and Jon Ask'>"
        "<meta property='article:published_time' content='2026-03-04'><meta name='description' content='No boat  today.'>"
        "<link rel='canonical' href='/news/ferry'><title>Ferry stays away | Courier</title>"
    )
    assert (found.title, found.site, found.summary) == ("Ferry stays away", "Courier", "No boat today.")
    assert found.byline == ("Ada Ferreira", "Jon Ask")
    assert found.url == "https://courier.example/news/ferry"
    assert found.published == datetime(2026, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ('<script type="application/ld+json">[{"@type":"WebPage"},{"@type":["NewsArticle"]}]</script>', "newsarticle"),
        ('<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>', "liveblog"),
        ("<meta property='og:type' content='article'>", "og:article"),
        ("<meta property='og:type' content='website'>", ""),
    ],
)
def test_what_the_page_says_that_it_is(head: str, kind: str) -> None:
    root = html_tree.parse(f"<html><head>{head}</head><body></body></html>")
    assert page_facts.KINDS[page_facts.read(root, "").kind] == kind


@pytest.mark.parametrize("bar", [" :: ", " | ", " - "])
def test_the_site_is_named_by_the_title_where_a_link_to_the_front_page_says_so(bar: str) -> None:
    text = pier("").replace("<title>Pier to be lit again", f"<title>Pier to be lit again{bar}Brask Echo")
    linked = text.replace("<body>", "<body><div><a href='/'>Brask Echo</a></div>")
    assert (extract(linked, url=URL).title, extract(linked, url=URL).site) == ("Pier to be lit again", "Brask Echo")
    assert extract(text, url=URL).site == "news.example"
