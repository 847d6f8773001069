"""What happens to entries by itself: the user's rules as they arrive, and their end when they have expired.

The rules stand in the settings, a query and its actions in a line, and are carried out in that order.  What a rule did can be
undone as what the user did.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reader.errors import QueryError, SettingsError
from reader.library import Library, actions, articles, journal, search, subscriptions
from reader.library.query import All, Any, Named, parse
from reader.model.text import line

ACTIONS = ("hide", "read", "star", "notify")
"""What a rule may do, beside `tag:NAME`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is done to the entries that a query selects."""

    query: str
    actions: tuple[str, ...]
    """Some of `ACTIONS`, and `tag:NAME`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleHit:
    """What a rule selected among the entries that arrived."""

    rule: Rule
    entries: tuple[int, ...]
    """Ids, newest first."""


def read_rules(written: Mapping[str, str], now: datetime, *, source: str = "") -> tuple[Rule, ...]:
    """Read the rules of the settings.

    Args:
        written: queries and their actions, parted by commas.
        now: what ages in queries are counted from.
        source: the settings file, for the error's line.

    Raises:
        SettingsError: a query cannot be read, or there is no such action.
    """
    rules = []
    for query, named in written.items():
        wanted = tuple(word.strip() for word in named.split(","))
        for word in wanted:
            tag = line(word.removeprefix("tag:")) if word.startswith("tag:") else ""
            if word not in ACTIONS and (not tag or any(sign in tag for sign in '" ()')):
                advice = f"{', '.join(ACTIONS)}, or tag:NAME"
                raise SettingsError(f"the rule {query!r} cannot do {word!r}", source=source, advice=advice)
        try:
            empty = not parse(query, now).terms
        except QueryError as error:
            raise SettingsError(f"the rule {query!r}: {error.problem}", source=source, advice=error.advice) from error
        if empty:
            raise SettingsError("a rule needs a query", source=source, advice='"feed:courier title:horoscope" = "hide"')
        rules.append(Rule(query=query, actions=wanted))
    return tuple(rules)


def select_hits(library: Library, rule: Rule, arrived: Sequence[int], now: datetime) -> RuleHit:
    """Return which of some entries a rule selects."""
    among = Any(tuple(Named("id", str(identity)) for identity in arrived))
    found = search.ids(library, All((parse(rule.query, now), among))) if arrived else ()
    return RuleHit(rule=rule, entries=found)


def apply_rules(library: Library, rules: Iterable[Rule], arrived: Sequence[int], now: datetime) -> tuple[RuleHit, ...]:
    """Carry the rules out on entries that have arrived, and return what each selected.

    Raises:
        LibraryError: the library cannot be written.
    """
    hits = []
    for rule in rules:
        hit = select_hits(library, rule, arrived, now)
        for action in rule.actions if hit.entries else ():
            match action.partition(":"):
                case "hide", _, _:
                    actions.delete(library, hit.entries, now)
                case "read", _, _:
                    actions.mark_read(library, hit.entries, now)
                case "star", _, _:
                    actions.star(library, hit.entries, now)
                case "tag", _, name:
                    actions.tag(library, hit.entries, line(name), now)
        hits.append(hit)
    return tuple(hit for hit in hits if hit.entries)


def delete_expired(library: Library, now: datetime) -> int:
    """Delete read entries that no feed of theirs keeps, and for good what was deleted so long ago that no undo reaches it.

    Nothing that is unread, starred or tagged expires.  Return how many entries went.
    """
    expired = subscriptions.expired(library, now)
    if expired:
        articles.remove(library, expired)
    return len(expired) + journal.forget(library)
