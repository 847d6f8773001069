"""What a page says of its article outside the text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from reader.extraction import extract
from reader.extraction.metadata import bylines, dates, page_facts, titles
from reader.extraction.page import html_tree

LD = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
{"@type":"NewsArticle","headline":"Ferry stays away","datePublished":"2026-03-04T23:30:00+01:00","dateModified":"2026-03-05T08:00:00Z",
"author":[{"@type":"Person","name":"Ada Ferreira"},{"@type":"Person","name":"By Jon Ask, staff writer"}],
"publisher":{"@type":"Organization","name":"Brackwater Courier"},"image":{"url":"/lead.jpg"},}]}</script>"""


def article(head: str, body: str = "", url: str = "https://courier.example/2026/03/04/ferry"):  # type: ignore[no-untyped-def]
    return extract(
        f"<html lang='en_gb'><head>{head}</head><body><h1>Ferry stays away</h1>{body}<p>{'Words of a story. ' * 20}</p></body>",
        url=url,
    )


def test_json_ld_with_a_stray_comma_is_read() -> None:
    found = article(LD)
    assert found.byline == ("Ada Ferreira", "Jon Ask")
    assert found.published == datetime(2026, 3, 4, 23, 30, tzinfo=timezone(timedelta(hours=1)))
    assert found.modified == datetime(2026, 3, 5, 8, tzinfo=UTC)
    assert found.site == "Brackwater Courier"
    assert found.lead_image == "https://courier.example/lead.jpg"
    assert found.language == "en-GB"
    assert found.url == "https://courier.example/2026/03/04/ferry"


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


def test_a_printed_byline_and_date() -> None:
    found = article("", "<div class='byline'>By Ada Ferreira</div><div>4 March 2026, 14:05</div>", url="")
    assert found.byline == ("Ada Ferreira",)
    assert found.published == datetime(2026, 3, 4, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("March 4, 2026", (2026, 3, 4)),
        ("4. März 2026", (2026, 3, 4)),
        ("4 de marzo de 2026", (2026, 3, 4)),
        ("le 4 mars 2026 à 10h", (2026, 3, 4)),
        ("2026年3月4日", (2026, 3, 4)),
        ("4 марта 2026", (2026, 3, 4)),
        ("04.03.2026", (2026, 3, 4)),
        ("2026-03-04T10:00:00.000Z", (2026, 3, 4)),
        ("20260304", (2026, 3, 4)),
    ],
)
def test_dates_in_many_languages(text: str, day: tuple[int, int, int]) -> None:
    found = dates.parse(text)
    assert found is not None
    assert (found.year, found.month, found.day) == day
    assert found.tzinfo is not None


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-40", "99/99/9999", "0000-00-00", "4 Blursday 2026"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert dates.parse(text) is None


def test_names_without_the_words_around_them() -> None:
    assert bylines.clean(["By ADA FERREIRA and Jon Ask | Political Correspondent"]) == ("ADA FERREIRA", "Jon Ask")
    assert bylines.clean(["von Ilse Brandvik, Vestmark"])[0] == "Ilse Brandvik"
    assert bylines.clean(["https://courier.example/people/7", "admin", "12 minutes ago"]) == ()


def test_a_title_loses_its_site_and_only_that() -> None:
    assert titles.without_site("Ferry stays away | Courier", "Courier") == "Ferry stays away"
    assert titles.without_site("War – and peace on the island", "Courier") == "War – and peace on the island"
