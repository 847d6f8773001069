"""JSON-LD, read with patience."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from reader.extraction import extract

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
