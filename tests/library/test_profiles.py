from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

from reader.library import Library, actions, articles, entries, identities, profiles
from reader.model import Article, Entry

Tell = Callable[..., Article]


def _keep(library: Library, now: datetime, article: Article, *, days: int = 0) -> int:
    entry = Entry(guid="", title=article.title, url=f"https://x.example/{article.title}", published=now - timedelta(days=days))
    (identity,) = entries.take_in(library, None, [entry], now)
    articles.keep(library, identity, article, "{}", now)
    return identity


def test_a_persons_quotes_come_newest_first_with_date_and_source(library: Library, now: datetime, story: Tell) -> None:
    for days in (3, 1, 2):
        said = f"day {days}"
        article = story(f"Title {days}", f"Ada Ferreira said {said}.", people=[("Ada Ferreira", "")], said=[(0, said)])
        _keep(library, now, article, days=days)
    quotes = profiles.quotes(library, identities.find(library, "Ada Ferreira")[0], limit=2)
    assert [(quote.text, quote.title, quote.published) for quote in quotes] == [
        ("day 1", "Title 1", now - timedelta(days=1)),
        ("day 2", "Title 2", now - timedelta(days=2)),
    ]


def test_companions_are_who_stands_in_the_same_articles(library: Library, now: datetime, story: Tell) -> None:
    cast = [("Ada Ferreira", ""), ("Maria Okonkwo", ""), ("Tunde Adeyemi", "")]
    _keep(library, now, story("One", "Ada Ferreira, Maria Okonkwo, Tunde Adeyemi.", people=cast))
    _keep(library, now, story("Two", "Ada Ferreira, Maria Okonkwo.", people=cast[:2]))
    page = profiles.profile(library, identities.find(library, "Ada Ferreira")[0])
    assert page is not None
    assert page.companions == (("Maria Okonkwo", 2), ("Tunde Adeyemi", 1))


def test_in_the_news_compares_with_the_period_before(library: Library, now: datetime, story: Tell) -> None:
    for days in (1, 2, 9):
        _keep(library, now, story(f"T{days}", "Ada Ferreira spoke.", people=[("Ada Ferreira", "")]), days=days)
    (standing,) = profiles.in_the_news(library, now - timedelta(days=7), now)
    assert (standing.name, standing.articles, standing.before) == ("Ada Ferreira", 2, 1)


def test_keeping_an_article_again_counts_nothing_twice(library: Library, now: datetime, story: Tell) -> None:
    article = story("One", "Ada Ferreira spoke.", people=[("Ada Ferreira", "")], said=[(0, "spoke")])
    identity = _keep(library, now, article)
    articles.keep(library, identity, article, "{}", now)
    page = profiles.profile(library, identities.find(library, "Ada Ferreira")[0])
    assert page is not None
    assert (page.articles, page.quotes) == (1, 1)


def test_what_is_deleted_counts_no_longer(library: Library, now: datetime, story: Tell) -> None:
    cast = [("Ada Ferreira", "mayor"), ("Maria Okonkwo", "")]
    one = _keep(library, now, story("One", "Ada Ferreira, Maria Okonkwo.", people=cast, said=[(0, "Ada")]))
    _keep(library, now, story("Two", "Ada Ferreira.", people=cast[:1]))
    actions.delete(library, [one], now)
    page = profiles.profile(library, identities.find(library, "Ada Ferreira")[0])
    assert page is not None
    assert (page.articles, page.quotes, page.companions) == (1, 0, ())


def test_words_from_an_older_file_pass_the_gate_on_their_way_out(library: Library, now: datetime, story: Tell) -> None:
    _keep(library, now, story("One", "Ada Ferreira.", people=[("Ada Ferreira", "mayor")], said=[(0, "Ada")]))
    evil = "\x1b]0;owned\x07\u202ex"
    with library.writing() as connection:
        for column in ("entries SET title", "entries SET summary", "people SET name", "mentions SET role", "quotes SET text"):
            connection.execute(f"UPDATE {column} = ?", (evil,))
        connection.execute("UPDATE aliases SET alias = ?", (evil,))
        connection.execute("UPDATE entries SET byline = ?", (json.dumps([evil]),))
    identity = library.rows("SELECT id FROM people")[0][0]
    shown = repr(
        (profiles.profile(library, identity), profiles.quotes(library, identity), profiles.articles(library, identity))
    )
    assert "owned" in shown
    assert "\\x1b" not in shown
    assert "\\u202e" not in shown
