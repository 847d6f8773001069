from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import LibraryError
from reader.library import Library, articles, entries, identities, people
from reader.library.identities import Known, decide
from reader.library.names import key
from reader.model import Article, Entry, Person

Tell = Callable[..., Article]


def _keep(library: Library, now: datetime, article: Article, *, days: int = 0) -> int:
    entry = Entry(guid="", title=article.title, url=f"https://x.example/{article.title}", published=now - timedelta(days=days))
    (identity,) = entries.take_in(library, None, [entry], now)
    articles.keep(library, identity, article, "{}", now)
    return identity


def test_one_full_name_in_two_articles_is_one_person(library: Library, now: datetime, story: Tell) -> None:
    _keep(library, now, story("One", "François Morel spoke.", people=[("François Morel", "minister")]), days=2)
    _keep(library, now, story("Two", "Francois A. Morel left.", people=[("Francois A. Morel", "president")]), days=1)
    (identity,) = identities.find(library, "francois morel")
    page = people.profile(library, identity)
    assert page is not None
    assert page.articles == 2
    assert [role for role, _ in page.roles] == ["president", "minister"]


def test_a_family_name_alone_needs_the_role_too(library: Library, now: datetime, story: Tell) -> None:
    _keep(library, now, story("One", "Maria Okonkwo spoke.", people=[("Maria Okonkwo", "mayor of Brackwater")]))
    _keep(library, now, story("Two", "Okonkwo won.", people=[("Okonkwo", "mayor")]))
    _keep(library, now, story("Three", "Okonkwo scored.", people=[("Okonkwo", "striker")]))
    assert len(identities.find(library, "Okonkwo")) == 2
    assert library.value("SELECT count(*) FROM mentions WHERE person_id = 1") == 2


def test_relatives_stay_apart(library: Library, now: datetime, story: Tell) -> None:
    _keep(library, now, story("One", "Karim Haddad and Nabil Haddad.", people=[("Karim Haddad", ""), ("Nabil Haddad", "")]))
    assert len(identities.find(library, "Haddad")) == 2
    assert len(identities.find(library, "Nabil Haddad")) == 1


def test_the_users_split_lasts_and_the_role_decides_from_then_on(library: Library, now: datetime, story: Tell) -> None:
    judge = _keep(library, now, story("Court", "John Smith ruled.", people=[("John Smith", "judge")], said=[(0, "ruled")]))
    player = _keep(
        library, now, story("Match", "John Smith scored.", people=[("John Smith", "striker")], said=[(0, "scored")])
    )
    (both,) = identities.find(library, "John Smith")
    other = identities.split(library, both, [player])
    _keep(library, now, story("Cup", "John Smith fell.", people=[("John Smith", "the striker")]))
    assert [saved.entry.title for saved in people.articles(library, other)] == ["Cup", "Match"]
    assert [quote.entry for quote in people.quotes(library, both)] == [judge]


def test_the_users_merge_takes_everything_along(library: Library, now: datetime, story: Tell) -> None:
    _keep(library, now, story("One", "Bob Hale spoke.", people=[("Bob Hale", "")], said=[(0, "spoke")]))
    _keep(library, now, story("Two", "Robert Hale sang.", people=[("Robert Hale", "")], said=[(0, "sang")]))
    first, second = identities.find(library, "Bob Hale")[0], identities.find(library, "Robert Hale")[0]
    identities.merge(library, first, second)
    assert identities.find(library, "Robert Hale") == (first,)
    assert {quote.text for quote in people.quotes(library, first)} == {"spoke", "sang"}
    with pytest.raises(LibraryError, match="no person"):
        identities.merge(library, first, second)


def test_a_persons_quotes_come_newest_first_with_date_and_source(library: Library, now: datetime, story: Tell) -> None:
    for days in (3, 1, 2):
        said = f"day {days}"
        article = story(f"Title {days}", f"Ada Ferreira said {said}.", people=[("Ada Ferreira", "")], said=[(0, said)])
        _keep(library, now, article, days=days)
    quotes = people.quotes(library, identities.find(library, "Ada Ferreira")[0], limit=2)
    assert [(quote.text, quote.title, quote.published) for quote in quotes] == [
        ("day 1", "Title 1", now - timedelta(days=1)),
        ("day 2", "Title 2", now - timedelta(days=2)),
    ]


def test_companions_are_who_stands_in_the_same_articles(library: Library, now: datetime, story: Tell) -> None:
    cast = [("Ada Ferreira", ""), ("Maria Okonkwo", ""), ("Tunde Adeyemi", "")]
    _keep(library, now, story("One", "Ada Ferreira, Maria Okonkwo, Tunde Adeyemi.", people=cast))
    _keep(library, now, story("Two", "Ada Ferreira, Maria Okonkwo.", people=cast[:2]))
    page = people.profile(library, identities.find(library, "Ada Ferreira")[0])
    assert page is not None
    assert page.companions == (("Maria Okonkwo", 2), ("Tunde Adeyemi", 1))


def test_in_the_news_compares_with_the_period_before(library: Library, now: datetime, story: Tell) -> None:
    for days in (1, 2, 9):
        _keep(library, now, story(f"T{days}", "Ada Ferreira spoke.", people=[("Ada Ferreira", "")]), days=days)
    (standing,) = people.in_the_news(library, now - timedelta(days=7), now)
    assert (standing.name, standing.articles, standing.before) == ("Ada Ferreira", 2, 1)


def test_keeping_an_article_again_counts_nothing_twice(library: Library, now: datetime, story: Tell) -> None:
    article = story("One", "Ada Ferreira spoke.", people=[("Ada Ferreira", "")], said=[(0, "spoke")])
    identity = _keep(library, now, article)
    articles.keep(library, identity, article, "{}", now)
    page = people.profile(library, identities.find(library, "Ada Ferreira")[0])
    assert page is not None
    assert (page.articles, page.quotes) == (1, 1)


def test_of_several_bearers_of_a_full_name_the_role_decides() -> None:
    judge = Known(id=1, roles=frozenset({"judge"}), articles=9, full=True)
    player = Known(id=2, roles=frozenset({"striker"}), articles=1, full=True)
    person = Person(name="John Smith", aliases=("John Smith",), role="the striker")
    assert decide(person, [judge, player]) == 2
    assert decide(Person(name="John Smith", aliases=("John Smith",)), [judge, player]) == 1
    assert decide(person, []) is None


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)
