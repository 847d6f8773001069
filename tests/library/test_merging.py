from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from reader.errors import LibraryError
from reader.library import Library, actions, articles, entries, identities, merging, profiles
from reader.model import Article, Entry

Tell = Callable[..., Article]


def _keep(library: Library, now: datetime, article: Article, *, days: int = 0) -> int:
    entry = Entry(guid="", title=article.title, url=f"https://x.example/{article.title}", published=now - timedelta(days=days))
    (identity,) = entries.take_in(library, None, [entry], now)
    articles.keep(library, identity, article, "{}", now)
    return identity


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
