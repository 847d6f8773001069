from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.errors import SettingsError
from reader.library import Library, actions, entries, search, subscriptions
from reader.library.query import parse
from reader.model import Entry
from reader.newsroom.rules import Rule, apply_rules, delete_expired, read_rules, select_hits

NOW = datetime(2026, 11, 1, 8, 12, tzinfo=UTC)
TITLES = ("Your horoscope", "Storm at sea", "Bridge closes")


def arrive(library: Library) -> tuple[int, ...]:
    listed = [Entry(guid=title, url=f"https://c.example/{number}", title=title) for number, title in enumerate(TITLES)]
    return entries.take_in(library, None, listed, NOW)


def titles(library: Library, query: str) -> set[str]:
    return {saved.entry.title for saved in search.entries(library, parse(query, NOW))}


def test_rules_are_read_in_their_order_with_all_their_actions() -> None:
    assert read_rules({"horoscope": "hide", "storm -bridge": "star, tag:sea,notify"}, NOW) == (
        Rule(query="horoscope", actions=("hide",)),
        Rule(query="storm -bridge", actions=("star", "tag:sea", "notify")),
    )


@pytest.mark.parametrize(
    ("query", "action", "told"),
    [
        ("storm", "burn", "cannot do 'burn'"),
        ("storm", "star,", "cannot do ''"),
        ("storm", "tag:", "cannot do 'tag:'"),
        ("storm", "tag:a b", "cannot do 'tag:a b'"),
        ("", "hide", "a rule needs a query"),
        ("(storm", "hide", "not closed"),
        ("feeed:x", "hide", "did you mean feed:"),
    ],
)
def test_a_rule_that_cannot_be_carried_out_is_told(query: str, action: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        read_rules({query: action}, NOW, source="settings.toml")
    assert caught.value.source == "settings.toml"


def test_each_action_is_done_to_what_its_query_selects_and_to_nothing_else(library: Library) -> None:
    rules = read_rules({"horoscope": "hide", "title:storm": "star, tag:sea", "bridge": "read, notify"}, NOW)
    hits = apply_rules(library, rules, arrive(library), NOW)
    assert [len(hit.entries) for hit in hits] == [1, 1, 1]
    assert titles(library, "") == {"Storm at sea", "Bridge closes"}
    assert titles(library, "starred tag:sea") == {"Storm at sea"}
    assert titles(library, "read") == {"Bridge closes"}


def test_only_what_arrives_is_looked_at(library: Library) -> None:
    first, *_ = arrive(library)
    rule = Rule(query="unread", actions=("star",))
    assert select_hits(library, rule, [first], NOW).entries == (first,)
    assert select_hits(library, rule, [], NOW).entries == ()
    assert apply_rules(library, [rule], [], NOW) == ()
    assert titles(library, "starred") == set()


def test_what_a_rule_did_can_be_undone(library: Library) -> None:
    apply_rules(library, [Rule(query="horoscope", actions=("hide",))], arrive(library), NOW)
    assert actions.undo(library) == "delete"
    assert titles(library, "") == set(TITLES)


def test_what_has_expired_goes_and_does_not_come_back(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss")
    subscriptions.keep_for(library, feed, 7)
    listed = [Entry(guid=str(n), title=f"harbour {n}") for n in range(4)]
    ids = entries.take_in(library, feed, listed, now)
    actions.mark_read(library, ids[:3], now)
    actions.star(library, ids[:1], now)
    actions.tag(library, ids[1:2], "sea", now)
    later = now + timedelta(days=8)
    assert delete_expired(library, later) == 1
    assert [saved.entry.title for saved in search.entries(library, parse("harbour", later))] == [
        "harbour 0",
        "harbour 1",
        "harbour 3",
    ]
    assert entries.take_in(library, feed, listed, later) == ()


def test_nothing_goes_where_feeds_keep_for_ever(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss")
    actions.mark_read(library, entries.take_in(library, feed, [Entry(guid="1")], now), now)
    assert delete_expired(library, now + timedelta(days=9000)) == 0
