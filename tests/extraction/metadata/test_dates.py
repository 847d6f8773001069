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


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Stand: 03.11.2026 10:05 Uhr", (10, 5)),
        ("03.11.2026, 10.05 Uhr", (10, 5)),
        ("Veröffentlicht am 03.11.2026 | Lesedauer: 4 Minuten", (0, 0)),
        ("3 novembre 2026 à 10h05, mis à jour à 11h00", (10, 5)),
        ("Nov 3, 2026 5 p.m.", (17, 0)),
        ("2026年11月3日 10時05分", (10, 5)),
        ("3 November 2026 at 12:30 AM", (0, 30)),
    ],
)
def test_the_time_is_never_read_out_of_the_date(text: str, clock: tuple[int, int]) -> None:
    found = dates.parse_words(text)
    assert found is not None
    assert (found.month, found.day, found.hour, found.minute) == (11, 3, *clock)


def test_the_month_may_come_first() -> None:
    found = dates.parse_words("11/03/2026", month_first=True)
    assert found is not None
    assert (found.month, found.day) == (11, 3)
    dotted = dates.parse_words("11.03.2026", month_first=True)
    assert dotted is not None
    assert (dotted.month, dotted.day) == (3, 11)


def test_a_text_is_cut_off_where_its_date_begins() -> None:
    assert dates.cut_off("Ida Holm Nov 3, 2026") == "Ida Holm "
    assert dates.cut_off("Nov 3, 2026 Ida Holm") == "Nov 3, 2026 Ida Holm"
