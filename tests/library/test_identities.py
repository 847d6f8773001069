from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from reader.library import Library, articles, entries, identities, profiles
from reader.library.identities import Known, decide
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
    page = profiles.profile(library, identity)
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


def test_of_several_bearers_of_a_full_name_the_role_decides() -> None:
    judge = Known(id=1, roles=frozenset({"judge"}), articles=9, full=True)
    player = Known(id=2, roles=frozenset({"striker"}), articles=1, full=True)
    person = Person(name="John Smith", aliases=("John Smith",), role="the striker")
    assert decide(person, [judge, player]) == 2
    assert decide(Person(name="John Smith", aliases=("John Smith",)), [judge, player]) == 1
    assert decide(person, []) is None


def _names(library: Library) -> list[str]:
    return [row[0] for row in library.rows("SELECT name FROM people ORDER BY id")]


def test_two_middle_initials_are_two_people_and_none_is_either(library: Library, now: datetime, story: Tell) -> None:
    for number, name in enumerate(("George H. Marsh", "George W. Marsh", "George H. Marsh")):
        _keep(library, now, story(f"T{number}", f"{name} spoke.", people=[(name, "")]))
    assert _names(library) == ["George H. Marsh", "George W. Marsh"]
    assert library.value("SELECT count(*) FROM mentions WHERE person_id = 1") == 2


def test_an_initial_and_a_family_name_need_the_role_too(library: Library, now: datetime, story: Tell) -> None:
    _keep(library, now, story("One", "J. Okonkwo won.", people=[("J. Okonkwo", "striker")]))
    _keep(library, now, story("Two", "J. Okonkwo ruled.", people=[("J. Okonkwo", "judge")]))
    _keep(library, now, story("Three", "J. Okonkwo scored.", people=[("J. Okonkwo", "the striker")]))
    assert library.value("SELECT count(*) FROM people") == 2
    assert library.value("SELECT count(*) FROM mentions WHERE person_id = 1") == 2


def test_what_an_article_keeps_apart_stays_apart(library: Library, now: datetime, story: Tell) -> None:
    cast = [("John Marsh", "judge"), ("John Marsh", "his son, a sailor")]
    _keep(library, now, story("One", "John Marsh and John Marsh met.", people=cast))
    assert len(identities.find(library, "John Marsh")) == 2


def test_one_person_whom_an_article_writes_two_ways_is_one(library: Library, now: datetime, story: Tell) -> None:
    cast = [("François Morel", "minister"), ("Francois Morel", "")]
    _keep(library, now, story("One", "François Morel. Francois Morel.", people=cast))
    assert len(identities.find(library, "francois morel")) == 1


def test_who_is_named_nowhere_any_longer_goes_with_the_last_article(library: Library, now: datetime, story: Tell) -> None:
    one = _keep(library, now, story("One", "Ada Ferreira spoke.", people=[("Ada Ferreira", "")]))
    two = _keep(library, now, story("Two", "Ada B. Ferreira sang.", people=[("Ada B. Ferreira", "")]))
    assert _names(library) == ["Ada B. Ferreira"]
    articles.remove(library, [two])
    assert _names(library) == ["Ada Ferreira"]
    articles.remove(library, [one])
    assert _names(library) == []
    assert library.value("SELECT count(*) FROM aliases") == 0


def test_a_wrong_alias_goes_with_the_article_that_gave_it(library: Library, now: datetime) -> None:
    person = Person(name="Ada Ferreira", aliases=("Ada Ferreira", "Monday"))
    one = _keep(library, now, Article(title="One", people=(person,)))
    _keep(library, now, Article(title="Two", people=(Person(name="Ada Ferreira", aliases=("Ada Ferreira",)),)))
    assert identities.find(library, "Monday")
    articles.keep(
        library, one, Article(title="One", people=(Person(name="Ada Ferreira", aliases=("Ada Ferreira",)),)), "{}", now
    )
    with library.writing() as connection:
        identities.tidy(connection, identities.find(library, "Ada Ferreira"))
    assert identities.find(library, "Monday") == ()
