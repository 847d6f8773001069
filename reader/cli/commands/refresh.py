"""`refresh` and `rules`: what the feeds have that is new, and what is done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader import settings
from reader.cli.command import command
from reader.cli.commands.feeds import chosen
from reader.cli.commands.library_access import (
    bound,
    feed_argument,
    many,
    now,
    query_argument,
    query_of,
    row,
    tell_rest,
    to_keep,
    to_read,
)
from reader.cli.commands.sources import timeout_of
from reader.cli.commands.views import print_rows
from reader.cli.exit_status import DONE, NOTHING_FOUND, status_of, together
from reader.cli.output.console import Console, ProgressLine
from reader.cli.parameters import RowOptions, flag, limit_option, row_options, timeout_option
from reader.formats import Json, View
from reader.library import Library, entries, search, subscriptions
from reader.model import Subscription
from reader.model.address import display_url
from reader.newsroom.rules import Rule, RuleHit, delete_expired, read_rules

if TYPE_CHECKING:
    from reader.newsroom.refresh import Failed, ReadAhead, Refreshed

_COLUMNS = ("title", "new", "url", "error")


@command(
    "refresh",
    details="Without FEED all that are due: an hour after the last answer, later after a failure or if the server wants.",
    examples=(
        ("reader refresh", "all that are due"),
        ("reader refresh courier", "one, now"),
        ("reader refresh -f tsv | awk -F'\\t' '$2 > 0'", "which had something new"),
    ),
    logged=True,
)
@row_options()
@timeout_option
@feed_argument
def refresh(console: Console, rows: RowOptions, timeout: float | None, words: tuple[str, ...]) -> int:
    """Ask the feeds that are due, or those that are named, and keep what is new."""
    with to_read() as library:
        if not subscriptions.feeds(library):
            console.say("no feed is followed (reader add URL)")
            return NOTHING_FOUND
        ids = [feed.id for feed in chosen(library, words)] if words else None
    from reader.newsroom.refresh import RefreshOptions  # noqa: PLC0415 - loads the network
    from reader.newsroom.refresh import refresh as ask  # noqa: PLC0415 - see above

    place = settings.folders()
    rules = read_rules(settings.load(place).rules, now(), source=str(place.settings))
    report = _Report(console)
    with to_keep() as library:
        for outcome in ask(library, ids, options=RefreshOptions(timeout=timeout_of(timeout, ("http://",)), rules=rules)):
            report.take(outcome)
        report.progress.show("")
        if rows.format:
            print_rows(View(name="refreshed", columns=_COLUMNS, rows=tuple(report.rows)), rows, console)
        gone = delete_expired(library, now())
        _notify(library, report.hits)
    console.say(_summary(report.counts, gone))
    return together(report.statuses) if report.statuses else DONE


class _Report:
    """What came of a refresh, feed by feed."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.progress = ProgressLine(console)
        self.counts = Counter[str]()
        self.statuses: list[int] = []
        self.rows: list[dict[str, Json]] = []
        self.hits: list[RuleHit] = []

    def take(self, outcome: Refreshed | Failed | ReadAhead) -> None:
        from reader.newsroom.refresh import Failed, ReadAhead, Refreshed  # noqa: PLC0415 - loads the network

        match outcome:
            case Refreshed():
                self.counts["feeds"] += 1
                self.counts["new"] += len(outcome.new)
                self.statuses.append(DONE)
                self._row(outcome.feed, len(outcome.new), outcome.problem)
                if outcome.problem:
                    self.progress.show("")
                    self.console.say(f"{outcome.feed.title}: {outcome.problem}")
                self.hits += outcome.hits
                self.counts["hidden"] += len(
                    {one for hit in outcome.hits if "hide" in hit.rule.actions for one in hit.entries}
                )
            case Failed():
                self.counts["failed"] += 1
                self.statuses.append(status_of(outcome.error))
                self._row(outcome.feed, 0, outcome.error.problem)
                self.progress.show("")
                self.console.fail(outcome.error)
            case ReadAhead():
                self.counts["read"] += outcome.error is None
        asked = many(self.counts["feeds"] + self.counts["failed"], "feed")
        self.progress.show(f"{asked} asked, {many(self.counts['new'], 'new entry', 'new entries')}")

    def _row(self, feed: Subscription, new: int, error: str) -> None:
        self.rows.append({"title": feed.title, "new": new, "url": display_url(feed.url), "error": error})


def _notify(library: Library, hits: Sequence[RuleHit]) -> None:
    wanted = dict.fromkeys(one for hit in hits if "notify" in hit.rule.actions for one in hit.entries)
    if wanted:
        from reader.cli.output.notification import notify  # noqa: PLC0415 - few rules notify

        titles = [saved.entry.title for saved in entries.several(library, list(wanted))]
        notify(many(len(titles), "new entry", "new entries"), titles)


def _summary(counts: Counter[str], gone: int) -> str:
    if not counts["feeds"] + counts["failed"]:
        return "no feed is due"
    parts = [
        many(counts["feeds"] + counts["failed"], "feed"),
        many(counts["new"], "new entry", "new entries"),
        f"{counts['hidden']} hidden by a rule" if counts["hidden"] else "",
        f"{counts['failed']} failed" if counts["failed"] else "",
        f"{many(counts['read'], 'page')} read ahead" if counts["read"] else "",
        f"{many(gone, 'old entry', 'old entries')} gone" if gone else "",
    ]
    return ", ".join(filter(None, parts))


@command(
    "rules",
    details=(
        'They stand in the settings: [rules], then a line each, "QUERY" = "ACTION": hide, read, star, notify or tag:NAME, '
        "several parted by commas. They are carried out when an entry arrives; reader undo takes back what they did. In a "
        "pipe: query, actions, how many of the entries that are kept it selects; with --dry-run those entries, with the query."
    ),
    examples=(
        ("reader rules", "all of them"),
        ("reader rules --dry-run", "what they would have selected"),
        ("reader rules --dry-run 'title:horoscope'", "what a rule would select that is not written yet"),
    ),
)
@row_options()
@limit_option
@flag("--dry-run", help="Print the entries that they would have selected; nothing is changed.")
@query_argument
def rules(console: Console, rows: RowOptions, limit: int | None, dry_run: bool, query: tuple[str, ...]) -> int:  # noqa: FBT001 - a switch
    """Print the rules, or the entries that they would have selected."""
    place = settings.folders()
    written = {" ".join(query): "notify"} if query else settings.load(place).rules
    found = read_rules(written, now(), source=str(place.settings))
    if not found:
        console.say("there is no rule (reader rules -h)")
        return NOTHING_FOUND
    with to_read() as library:
        return (
            _print_hits(library, found, rows, console, bound(limit))
            if dry_run
            else _print_rules(library, found, rows, console)
        )


def _print_rules(library: Library, rules: Sequence[Rule], rows: RowOptions, console: Console) -> int:
    counted: tuple[dict[str, Json], ...] = tuple(
        {"rule": one.query, "actions": list(one.actions), "entries": search.count(library, query_of([one.query]))}
        for one in rules
    )
    print_rows(View(name="rules", columns=("rule", "actions", "entries"), rows=counted), rows, console)
    return DONE


def _print_hits(library: Library, rules: Sequence[Rule], rows: RowOptions, console: Console, most: int) -> int:
    queries = {one.query: query_of([one.query], library) for one in rules}
    hits = tuple(
        {"rule": text, **row(saved)} for text, one in queries.items() for saved in search.entries(library, one, limit=most)
    )
    print_rows(View(name="hits", columns=("rule", "id", "published", "title", "feeds"), rows=hits), rows, console)
    tell_rest(console, len(hits), sum(search.count(library, one) for one in queries.values()))
    if not hits:
        console.say("no entry is so")
    return DONE if hits else NOTHING_FOUND
