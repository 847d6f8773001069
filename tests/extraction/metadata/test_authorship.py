"""Who wrote an article and when, where the page only prints it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.extraction import extract


def article(head: str, body: str = "", url: str = "https://courier.example/2026/03/04/ferry"):  # type: ignore[no-untyped-def]
    return extract(
        f"<html lang='en_gb'><head>{head}</head><body><h1>Ferry stays away</h1>{body}<p>{'Words of a story. ' * 20}</p></body>",
        url=url,
    )


def test_a_printed_byline_and_date() -> None:
    found = article("", "<div class='byline'>By Ada Ferreira</div><div>4 March 2026, 14:05</div>", url="")
    assert found.byline == ("Ada Ferreira",)
    assert found.published == datetime(2026, 3, 4, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "byline",
    [
        "<div class='zq'><div class='b7'>By <span>Ada Ferreira</span></div></div>",
        "<p>Islands | By Ada Ferreira</p>",
        "<cite class='writer'>By <a href='/a'>Ada Ferreira</a>, 4 May 2026</cite>",
    ],
)
def test_a_line_that_begins_with_by_is_the_byline_whatever_its_tags(byline: str) -> None:
    assert article("", byline).byline == ("Ada Ferreira",)


def test_names_that_only_elements_part_are_all_named() -> None:
    assert article("", "<p><span>By</span> <span>Ada Ferreira</span><span>Jon Ask</span></p>").byline == (
        "Ada Ferreira",
        "Jon Ask",
    )


def test_a_printed_person_comes_before_a_stated_house() -> None:
    head = "<meta name='author' content='Courier News Desk'>"
    assert article(head, "<p>By Ada Ferreira</p>").byline == ("Ada Ferreira",)
    assert article(head).byline == ("Courier News Desk",)


def test_the_author_of_a_teaser_is_not_the_storys() -> None:
    teaser = "<aside><h2>Other</h2><span class='byline'>By <a rel='author' href='/j'>Jo Winter</a></span></aside>"
    assert article("", f"{teaser}<p>By Ada Ferreira</p>").byline == ("Ada Ferreira",)
    assert article("", teaser).byline == ()


def test_the_date_of_an_embedded_post_is_not_the_storys() -> None:
    post = "<blockquote class='tweet'><p>Lamp is lit.</p> Ida (@ida) <a href='/p'>March 12, 2025</a></blockquote>"
    assert article("", post, url="").published is None
    found = article("", f"<p>4 May 2026</p>{post}", url="").published
    assert found is not None
    assert found.date().isoformat() == "2026-05-04"


def test_the_order_of_day_and_month_is_that_of_the_pages_country() -> None:
    page = "<html lang='{}'><h1>Ferry stays away</h1><p>11/03/2026</p></html>"
    days = [extract(page.format(language)).published for language in ("en-US", "en-GB")]
    assert [day.month for day in days if day] == [11, 3]
