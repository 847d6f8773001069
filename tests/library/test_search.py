from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.library import Library, actions, articles, entries, search, subscriptions
from reader.library.fulltext import fold, indexed, snippet, sought
from reader.library.query import parse
from reader.model import Article, Entry


@pytest.fixture
def shelf(library: Library, now: datetime, story: Callable[..., Article]) -> Library:
    """Four entries: two of the Courier's, one of the Herald's, one kept by hand in Japanese."""
    courier = subscriptions.subscribe(library, "https://courier.example/rss", title="Courier", tags=["local"])
    herald = subscriptions.subscribe(library, "https://herald.example/rss", title="Herald", folder="National")

    def add(feed: int | None, days: int, article: Article) -> int:
        entry = Entry(
            guid=article.title, title=article.title, url=f"https://x.example/{days}", published=now - timedelta(days=days)
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


def test_words_that_stood_there_before_are_forgotten(shelf: Library, now: datetime, story: Callable[..., Article]) -> None:
    (found,) = search.ids(shelf, parse("cracks", now))
    articles.keep(shelf, found, story("Harbour wall falls", "Nothing new."), "{}", now)
    assert search.ids(shelf, parse("cracks", now)) == ()
    assert search.ids(shelf, parse("nothing", now)) == (found,)


@given(st.text(max_size=40))
def test_no_query_breaks_the_search(text: str) -> None:
    now = datetime.fromisoformat("2026-11-23T12:00:00+00:00")
    with Library(":memory:") as library:
        try:
            query = parse(text, now)
        except QueryError:
            return
        assert search.hits(library, query) == ()


@given(st.text(alphabet="Ää東京 ßİe\u0301x", max_size=300), st.text(alphabet="ä東京x", min_size=1, max_size=3))
def test_marks_stand_where_the_word_stands(body: str, word: str) -> None:
    passage, marks = snippet(body, sought(parse(f'"{word}"', datetime.fromisoformat("2026-11-23T12:00:00+00:00"))))
    assert len(fold(body)) == len(body)
    assert all(fold(passage[start:end]) == fold(word) for start, end in marks)


def test_unspaced_scripts_are_indexed_in_pairs() -> None:
    assert indexed("Tokyo 東京都 now").split() == ["Tokyo", "東京", "京都", "都", "now"]


@pytest.mark.parametrize(
    ("text", "folded"), [("Šumí CAFÉ", "sumi cafe"), ("김서연", "김서연"), ("ガラス", "ガラス"), ("Ёлка", "елка")]
)
def test_marks_that_tell_words_apart_are_not_folded_away(text: str, folded: str) -> None:
    assert fold(text) == folded
