"""The forms of dates that feeds use, each with the time that it names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.dates import parse

NOON = "2023-05-30T12:00:00"
TEN = "2023-05-30T10:00:00"
DAY = "2023-05-30T00:00:00"

STANDARD = [
    ("Tue, 30 May 2023 12:00:00 GMT", NOON),
    ("Tue, 30 May 2023 12:00:00 +0200", TEN),
    ("Tue, 30 May 2023 12:00 UT", NOON),
    ("30 May 2023 12:00:00 Z", NOON),
    ("Tue, 30 May 23 12:00:00 GMT", NOON),
    ("Tuesday, 30-May-23 12:00:00 GMT", NOON),
    ("Tue May 30 12:00:00 2023", NOON),
    ("Tue May 30 12:00:00 CEST 2023", TEN),
    ("2023-05-30T12:00:00Z", NOON),
    ("2023-05-30T12:00:00.123+02:00", TEN),
    ("2023-05-30 12:00:00 +0200", TEN),
    ("2023-05-30T12:00:00,5Z", NOON),
    ("20230530T120000Z", NOON),
    ("20230530T120000+0200", TEN),
]
INCOMPLETE = [
    ("Tue, 30 May 2023 12:00:00", NOON),
    ("30 May 2023", DAY),
    ("May 2023", "2023-05-01T00:00:00"),
    ("2023", "2023-01-01T00:00:00"),
    ("2023-05", "2023-05-01T00:00:00"),
    ("2023-05-30", DAY),
    ("2023-5-3", "2023-05-03T00:00:00"),
    ("2023-05-30T12", NOON),
    ("2023-05-30T12:00", NOON),
    ("2023-05-30T12:00Z", NOON),
    ("2023-05-30 12:00", NOON),
    ("2023-150", DAY),
    ("2023-W22-2", DAY),
    ("20230530", DAY),
    ("20230530120000", NOON),
    ("2023/05/30", DAY),
    ("2023/05/30 12:00:00", NOON),
    ("2023.05.30 12:00", NOON),
]
ZONES = [
    ("Tue, 30 May 2023 12:00:00 CET", "2023-05-30T11:00:00"),
    ("Tue, 30 May 2023 12:00:00 CEST", TEN),
    ("Tue, 30 May 2023 12:00:00 BST", "2023-05-30T11:00:00"),
    ("Tue, 30 May 2023 12:00:00 JST", "2023-05-30T03:00:00"),
    ("Tue, 30 May 2023 12:00:00 MSK", "2023-05-30T09:00:00"),
    ("Tue, 30 May 2023 12:00:00 EST", "2023-05-30T17:00:00"),
    ("Tue, 30 May 2023 12:00:00 PDT", "2023-05-30T19:00:00"),
    ("Tue, 30 May 2023 12:00:00 AEST", "2023-05-30T02:00:00"),
    ("Tue, 30 May 2023 12:00:00 IST", "2023-05-30T06:30:00"),
    ("Tue, 30 May 2023 12:00:00 NZST", "2023-05-30T00:00:00"),
    ("Tue, 30 May 2023 12:00:00 GMT+7", "2023-05-30T05:00:00"),
    ("Tue, 30 May 2023 12:00:00 UTC+02:00", TEN),
    ("Tue, 30 May 2023 12:00:00 GMT -0300", "2023-05-30T15:00:00"),
    ("Tue, 30 May 2023 12:00:00 +2", TEN),
    ("Tue, 30 May 2023 12:00:00 +02:00", TEN),
    ("Tue, 30 May 2023 12:00:00 \u22120500", "2023-05-30T17:00:00"),
    ("Tue, 30 May 2023 12:00:00 +0530", "2023-05-30T06:30:00"),
    ("Tue May 30 2023 12:00:00 GMT+0200 (CEST)", TEN),
    ("Tue May 30 2023 12:00:00 GMT+0200 (Central European Summer Time)", TEN),
    ("Tue, 30 May 2023 12:00:00 Europe/Berlin", TEN),
    ("2023-05-30T12:00:00+02:00[Europe/Berlin]", TEN),
    ("2023-05-30T12:00[Europe/Berlin]", TEN),
    ("Tue, 30 May 2023 12:00:00 America/New_York", "2023-05-30T16:00:00"),
    ("May 30, 2023 12:00 PM ET", "2023-05-30T16:00:00"),
    ("Jan 30, 2023 12:00 PM ET", "2023-01-30T17:00:00"),
    ("2023-05-30+02:00", "2023-05-29T22:00:00"),
    ("Tue, 30 May 2023 12:00:00 XYZ", NOON),
]
LANGUAGES = [
    ("Di, 30 Mai 2023 12:00:00 +0200", TEN),
    ("Dienstag, 30. Mai 2023, 12:00 Uhr", NOON),
    ("Do, 05 Okt 2023 12:00:00 MESZ", "2023-10-05T10:00:00"),
    ("mi., 1. März 2023 12.00 Uhr", "2023-03-01T12:00:00"),
    ("mar. 30 août 2022 12:00:00 +0200", "2022-08-30T10:00:00"),
    ("1er févr. 2023 à 12h00", "2023-02-01T12:00:00"),
    ("mer., 13 déc. 2023 14h05", "2023-12-13T14:05:00"),
    ("mar, 30 ago 2022 12:00:00 +0200", "2022-08-30T10:00:00"),
    ("30 de mayo de 2023 a las 12:00", NOON),
    ("lun, 02 ene 2023 12:00:00 GMT", "2023-01-02T12:00:00"),
    ("mar, 30 mag 2023 12:00:00 +0200", TEN),
    ("7 giugno 2023", "2023-06-07T00:00:00"),
    ("Ter, 30 Mai 2023 12:00:00 -0300", "2023-05-30T15:00:00"),
    ("Sex, 01 Set 2023 12:00:00 GMT", "2023-09-01T12:00:00"),
    ("di, 30 mei 2023 12:00:00 +0200", TEN),
    ("za 4 mrt 2023 12:00", "2023-03-04T12:00:00"),
    ("wt., 30 maja 2023 12:00:00 +0200", TEN),
    ("13 października 2023", "2023-10-13T00:00:00"),
    ("pt., 10 lis 2023 12:00:00 GMT", "2023-11-10T12:00:00"),
    ("tis, 30 maj 2023 12:00:00 +0200", TEN),
    ("ons. 6. des. 2023 kl. 12.00", "2023-12-06T12:00:00"),
    ("Вт, 30 мая 2023 12:00:00 +0300", "2023-05-30T09:00:00"),
    ("31 декабря 2023 г., 12:00", "2023-12-31T12:00:00"),
    ("30 травня 2023, 12:00", NOON),
    ("Пн, 06 лис 2023 12:00:00 +0200", "2023-11-06T10:00:00"),
    ("Sal, 30 May 2023 12:00:00 +0300", "2023-05-30T09:00:00"),
    ("Paz, 03 Eyl 2023 12:00:00 GMT", "2023-09-03T12:00:00"),
    ("2 Ağustos 2023 Çarşamba 12:00", "2023-08-02T12:00:00"),
    ("Τρί, 30 Μαΐ 2023 12:00:00 +0300", "2023-05-30T09:00:00"),
    ("ti 30. toukokuuta 2023 klo 12.00", NOON),
    ("30. května 2023 12:00", NOON),
    ("5. července 2023", "2023-07-05T00:00:00"),
    ("2023. május 30. 12:00", NOON),
    ("30 mai 2023, 12:00", NOON),
    ("30 tháng 5, 2023", DAY),
    ("30 Agustus 2023", "2023-08-30T00:00:00"),
    ("الثلاثاء، 30 مايو 2023 12:00", NOON),
    ("٣٠ مايو ٢٠٢٣", DAY),
    ("30 במאי 2023 12:00", NOON),
    ("30 मई 2023 12:00", NOON),
    ("2023年05月30日 12:00", NOON),
    ("2023年5月30日", DAY),
    ("2023年5月30日 12时05分", "2023-05-30T12:05:00"),
    ("2023年5月30日(火) 午後2時05分", "2023-05-30T14:05:00"),
    ("2023년 5월 30일 오후 2:05:10", "2023-05-30T14:05:10"),
    ("2023-05-30 오전 12:05:00", "2023-05-30T00:05:00"),
]
TWELVE_HOURS = [
    ("May 30, 2023 2:05 pm", "2023-05-30T14:05:00"),
    ("Tue, 30 May 2023 2:05 PM EST", "2023-05-30T19:05:00"),
    ("5/30/2023 2:05:10 PM", "2023-05-30T14:05:10"),
    ("5/6/2023 2:05:10 PM", "2023-05-06T14:05:10"),
    ("30 May 2023 12:05 a.m.", "2023-05-30T00:05:00"),
    ("May 30th, 2023 at 9am", "2023-05-30T09:00:00"),
    ("12 p.m., May 30, 2023", NOON),
    ("Tue, 30 May 2023 14:05 PM", "2023-05-30T14:05:00"),
]
FIGURES = [
    ("30.05.2023", DAY),
    ("30.05.2023 12:00", NOON),
    ("30.05.23, 12.00", NOON),
    ("30. 5. 2023", DAY),
    ("30-05-2023 12:00:00", NOON),
    ("30/05/2023", DAY),
    ("05/30/2023", DAY),
    ("6/5/2023", "2023-05-06T00:00:00"),
    ("30/May/2023:12:00:00 +0200", TEN),
    ("1685448000", NOON),
    ("1685448000.5", "2023-05-30T12:00:00.500000"),
    ("1685448000000", NOON),
]
SLIPS = [
    ("Mon, 30 May 2023 12:00:00 +0000", NOON),  # it was a Tuesday
    ("  Tue,30 May 2023  12:00:00   GMT ", NOON),
    ("Tue 30 May, 2023 12:00:00 GMT", NOON),
    ("Tue, 30 May 2023 24:00:00 GMT", "2023-05-31T00:00:00"),
    ("Tue, 30 May 2023 12:00:60 GMT", "2023-05-30T12:00:59"),
    ("Tues, 30 May 2023 12:00:00 GMT", NOON),
    ("Tue, 30May2023 12:00:00 GMT", NOON),
    ("2023-05-30 12:00:00 UTC", NOON),
    ("2023-05-30T12:00:00 +0200", TEN),
    ("12:00, 30 May 2023", NOON),
    ("Published: May 30, 2023 12:00", NOON),
    ("30 พ.ค. 2566".replace("พ.ค.", "May"), DAY),
]
NONE = [
    "", "yesterday", "12:00", "May", "30 May", "0000-00-00 00:00:00", "0001-01-01T00:00:00", "2023-13-30", "31 Feb 2023",
    "2023-02-30", "99.99.2023", "-1", "1e9", "+" * 50, "9" * 40, "2023-366", "Tue, 30 Xyz 2023 12:00:00 GMT", "a 20 b 30 c",
]  # fmt: skip


@pytest.mark.parametrize(("text", "time"), [*STANDARD, *INCOMPLETE, *ZONES, *LANGUAGES, *TWELVE_HOURS, *FIGURES, *SLIPS])
def test_a_date_is_read_in_every_form_that_feeds_give_it(text: str, time: str) -> None:
    assert parse(text) == datetime.fromisoformat(time).replace(tzinfo=UTC)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse(text) is None


@given(st.text() | st.text("0123456789:-+./ TZaMpPjul,年月日", max_size=40))
def test_no_text_raises(text: str) -> None:
    found = parse(text)
    assert found is None or found.tzinfo is UTC


@given(st.datetimes(datetime(1970, 1, 1), datetime(2399, 1, 1)), st.integers(-14, 14))  # noqa: DTZ001 - hypothesis wants them so
def test_what_the_standards_write_is_read_to_the_second(time: datetime, hours: int) -> None:
    time = time.replace(microsecond=0)
    told = f"{time:%a, %d %b %Y %H:%M:%S} {hours:+03}00"
    assert parse(told) == datetime.fromisoformat(f"{time.isoformat()}{hours:+03}:00")
    assert parse(f"{time.isoformat()}{hours:+03}:00") == parse(told)
