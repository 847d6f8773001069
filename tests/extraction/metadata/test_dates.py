"""Dates as pages write them."""

from __future__ import annotations

import pytest

from reader.extraction.metadata import dates


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
