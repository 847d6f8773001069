from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import LibraryError
from reader.library import Library, actions, articles, entries, identities, merging, profiles
from reader.library.identities import Known, decide
from reader.library.person_names import key
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


def test_the_users_split_lasts_and_the_role_decides_from_then_on(library: Library, now: datetime, story: Tell) -> None:
    judge = _keep(library, now, story("Court", "John Smith ruled.", people=[("John Smith", "judge")], said=[(0, "ruled")]))
    player = _keep(
        library, now, story("Match", "John Smith scored.", people=[("John Smith", "striker")], said=[(0, "scored")])
    )
    (both,) = identities.find(library, "John Smith")
    other = merging.split(library, both, [player], now)
    _keep(library, now, story("Cup", "John Smith fell.", people=[("John Smith", "the striker")]))
    assert [saved.entry.title for saved in profiles.articles(library, other)] == ["Cup", "Match"]
    assert [quote.entry for quote in profiles.quotes(library, both)] == [judge]


def test_the_users_merge_takes_everything_along(library: Library, now: datetime, story: Tell) -> None:
    _keep(library, now, story("One", "Bob Hale spoke.", people=[("Bob Hale", "")], said=[(0, "spoke")]))
    _keep(library, now, story("Two", "Robert Hale sang.", people=[("Robert Hale", "")], said=[(0, "sang")]))
    first, second = identities.find(library, "Bob Hale")[0], identities.find(library, "Robert Hale")[0]
    merging.merge(library, first, second, now)
    assert identities.find(library, "Robert Hale") == (first,)
    assert {quote.text for quote in profiles.quotes(library, first)} == {"spoke", "sang"}
    with pytest.raises(LibraryError, match="no person"):
        merging.merge(library, first, second, now)


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


def test_whom_the_user_has_merged_keeps_both_names_for_ever(library: Library, now: datetime, story: Tell) -> None:
    _keep(library, now, story("One", "Robert Hale sang.", people=[("Robert Hale", "")]))
    two = _keep(library, now, story("Two", "Bob Hale sang.", people=[("Bob Hale", "")]))
    kept = identities.find(library, "Robert Hale")[0]
    merging.merge(library, kept, identities.find(library, "Bob Hale")[0], now)
    articles.remove(library, [two])
    assert identities.find(library, "Bob Hale") == (kept,)


def _everybody(library: Library) -> list[list[tuple[object, ...]]]:
    tables = ("people", "aliases", "mentions", "quotes")
    return [sorted(map(tuple, library.rows(f"SELECT * FROM {table}")), key=repr) for table in tables]


def test_a_merge_is_taken_back_with_all_that_was_moved(library: Library, now: datetime, story: Tell) -> None:
    both = story("Both", "Bob Hale met Robert Hale.", people=[("Bob Hale", "singer"), ("Robert Hale", "")], said=[(0, "met")])
    _keep(library, now, both)
    _keep(library, now, story("Two", "Robert Hale sang.", people=[("Robert Hale", "")], said=[(0, "sang")]))
    kept, other = identities.find(library, "Bob Hale")[0], identities.find(library, "Robert Hale")[0]
    before = _everybody(library)
    merging.merge(library, kept, other, now)
    assert actions.undo(library) == "merge Robert Hale"
    assert _everybody(library) == before
    merging.merge(library, kept, other, now)
    later = _keep(library, now, story("Three", "Bob Hale hums.", people=[("Bob Hale", "")]))
    actions.undo(library)
    assert later in {saved.id for saved in profiles.articles(library, kept)}
    assert len(profiles.articles(library, other)) == 2


def test_a_split_is_taken_back(library: Library, now: datetime, story: Tell) -> None:
    _keep(library, now, story("Court", "John Smith ruled.", people=[("John Smith", "judge")], said=[(0, "ruled")]))
    match = _keep(library, now, story("Match", "John Smith fell.", people=[("John Smith", "")], said=[(0, "fell")]))
    (both,) = identities.find(library, "John Smith")
    before = _everybody(library)
    merging.split(library, both, [match], now)
    assert len(identities.find(library, "John Smith")) == 2
    assert actions.undo(library) == "split John Smith"
    assert _everybody(library) == before


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
