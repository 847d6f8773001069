from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.library import Library, actions, articles, entries, search, subscriptions
from reader.library.query import parse
from reader.model import Article, Entry


@pytest.fixture
def shelf(library: Library, now: datetime, story: Callable[..., Article]) -> Library:
    """Four entries: two of the Courier's, one of the Herald's, one kept by hand in Japanese."""
    courier = subscriptions.subscribe(library, "https://courier.example/rss", title="Courier", tags=["local"])
    herald = subscriptions.subscribe(library, "https://herald.example/rss", title="Herald", folder="National")

    def add(feed: int | None, days: int, article: Article) -> int:
        byline = ("Ada Ferréira",) if "Café" in article.title else ("Ben Okonkwo",)
        entry = Entry(
            byline=byline,
            guid=article.title,
            title=article.title,
            url=f"https://x.example/{days}",
            published=now - timedelta(days=days),
        )
        (identity,) = entries.take_in(library, feed, [entry], now)
        articles.keep(library, identity, article, "{}", now)
        return identity

    ada = ("Ada Ferreira", "engineer")
    add(
        courier,
        1,
        story("Harbour wall falls", "Ada Ferreira said the wall had cracks.", people=[ada], said=[(0, "the wall had cracks")]),
    )
    read = add(courier, 3, story("Café opens", "A café by the harbour opens on Monday, Ada Ferreira hopes.", people=[ada]))
    star = add(herald, 40, story("Budget passed", "The harbour wall gets its money, and the bridge too."))
    add(None, 2, story("東京都の防災計画", "東京都は新しい防災計画を発表した。"))
    actions.mark_read(library, [read], now)
    actions.star(library, [star], now)
    actions.tag(library, [read], "food", now)
    return library


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Harbour wall falls", "東京都の防災計画", "Café opens", "Budget passed"]),
        ("harbour", ["Harbour wall falls", "Café opens", "Budget passed"]),
        ("cafe", ["Café opens"]),
        ("harbour wall -bridge", ["Harbour wall falls"]),
        ('"harbour wall"', ["Harbour wall falls", "Budget passed"]),
        ("title:harbour", ["Harbour wall falls"]),
        ("brid*", ["Budget passed"]),
        ("unread harbour", ["Harbour wall falls", "Budget passed"]),
        ("read", ["Café opens"]),
        ("starred or tag:food", ["Café opens", "Budget passed"]),
        ("tag:local", ["Harbour wall falls", "Café opens"]),
        ("feed:courier", ["Harbour wall falls", "Café opens"]),
        ("feed:national", ["Budget passed"]),
        ("person:ferreira", ["Harbour wall falls", "Café opens"]),
        ('quoted:"Ada Ferreira"', ["Harbour wall falls"]),
        ("newer:2d", ["Harbour wall falls", "東京都の防災計画"]),
        ("before:2026-11-01", ["Budget passed"]),
        ("-harbour", ["東京都の防災計画"]),
        ("(cracks or café) harbour", ["Harbour wall falls", "Café opens"]),
        ("東京", ["東京都の防災計画"]),
        ("防災", ["東京都の防災計画"]),
        ("災", ["東京都の防災計画"]),
        ("京防", []),
        ("kept -unread", ["Café opens"]),
        ("cracking", ["Harbour wall falls"]),
        ("hoped open", ["Café opens"]),
        ("bridges", ["Budget passed"]),
        ('"cracking"', ["Harbour wall falls"]),
        ("author:ferreira", ["Café opens"]),
        ("author:FERRÉIRA -author:okonkwo", ["Café opens"]),
        ("site:x.example link:/40", ["Budget passed"]),
        ("site:example", ["Harbour wall falls", "東京都の防災計画", "Café opens", "Budget passed"]),
        ("site:ample", []),
        ("lang:en", ["Harbour wall falls", "東京都の防災計画", "Café opens", "Budget passed"]),
        ("lang:de", []),
        ("has:quotes", ["Harbour wall falls"]),
        ("has:people", ["Harbour wall falls", "Café opens"]),
        ("has:audio", []),
        ("words:<8 harbour", ["Harbour wall falls"]),
        ("words:>8 harbour", ["Café opens", "Budget passed"]),
        ("/wall (gets|had)/", ["Harbour wall falls", "Budget passed"]),
        ("/^budget/", ["Budget passed"]),
        ("arrived:1d harbour", ["Harbour wall falls", "Café opens", "Budget passed"]),
        ("arrived:2020", []),
        ("harbour sort:oldest", ["Budget passed", "Café opens", "Harbour wall falls"]),
        ("harbour sort:title", ["Budget passed", "Café opens", "Harbour wall falls"]),
        ("harbour sort:longest", ["Café opens", "Budget passed", "Harbour wall falls"]),
    ],
)
def test_a_query_selects(shelf: Library, now: datetime, query: str, titles: list[str]) -> None:
    asked = parse(query, now)
    assert [saved.entry.title for saved in search.entries(shelf, asked)] == titles
    assert search.count(shelf, asked) == len(titles) == len(search.ids(shelf, asked))


def test_a_hit_shows_the_passage(shelf: Library, now: datetime) -> None:
    (hit,) = search.hits(shelf, parse("cracks", now))
    assert [hit.passage[start:end] for start, end in hit.marks] == ["cracks"]


def test_by_relevance_a_title_counts_more(shelf: Library, now: datetime) -> None:
    assert search.hits(shelf, parse("wall", now), by_relevance=True)[0].saved.entry.title == "Harbour wall falls"


@given(st.text(max_size=40))
def test_no_query_breaks_the_search(text: str) -> None:
    now = datetime.fromisoformat("2026-11-23T12:00:00+00:00")
    with Library(":memory:") as library:
        try:
            query = parse(text, now)
        except QueryError:
            return
        assert search.hits(library, query) == ()


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("Ørsted", "orsted"), ("Łódź", "lodz"), ("Straße", "strasse"), ("Đorđe", "dorde"), ("œuvre", "oeuvre"), ("Ærø", "aero"),
        ("Þór", "thor"), ("Ёлка", "елка"), ("مُحَمَّد", "محمد"), ("أحمد", "احمد"), ("H₂O", "H2O"), ("Ｔｏｋｙｏ", "tokyo"), ("Αθήνα", "αθηνα"),
        ("λόγος", "λογοσ"), ("שָׁלוֹם", "שלום"), ("김서연은", "김서연"), ("naïve", "naive"), ("Işık", "isik"),
    ],
)  # fmt: skip
def test_a_word_is_found_however_plainly_it_is_typed(
    library: Library, now: datetime, story: Callable[..., Article], printed: str, typed: str
) -> None:
    (identity,) = entries.take_in(library, None, [Entry(guid="", title="T", url="https://x.example/1")], now)
    articles.keep(library, identity, story("T", f"A day with {printed} in town."), "{}", now)
    (hit,) = search.hits(library, parse(typed, now))
    assert [hit.passage[start:end] for start, end in hit.marks] == [printed.removesuffix("은")]


@pytest.mark.parametrize(
    ("language", "printed", "typed"),
    [("en", "floods", "flooding"), ("en", "cities", "city"), ("de", "Häusern", "Hauses"), ("fr", "élections", "election"),
     ("ru", "городов", "города"), ("es", "inundaciones", "inundación"), ("sv", "bilarna", "bilar")],
)  # fmt: skip
def test_another_form_of_a_word_is_found_by_its_stem(
    library: Library, now: datetime, story: Callable[..., Article], language: str, printed: str, typed: str
) -> None:
    (identity,) = entries.take_in(library, None, [Entry(guid="", title="T", url="https://x.example/1")], now)
    articles.keep(library, identity, replace(story("T", f"A day of {printed} here."), language=language), "{}", now)
    (hit,) = search.hits(library, parse(typed, now))
    assert printed in [hit.passage[start:end] for start, end in hit.marks]
    assert search.hits(library, parse(f'"{typed} here"', now)) == ()
