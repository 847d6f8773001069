"""Who wrote an article and when, where the page only prints it."""

from __future__ import annotations

from datetime import UTC, datetime

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
