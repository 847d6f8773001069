"""`refresh`: asks the feeds what is new."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.cli.command import command
from reader.cli.commands.feeds import chosen
from reader.cli.commands.library_access import feed_argument, many, now, to_keep, to_read
from reader.cli.commands.sources import timeout_of
from reader.cli.commands.views import print_rows
from reader.cli.exit_status import DONE, NOTHING_FOUND, status_of, together
from reader.cli.output.console import Console, ProgressLine
from reader.cli.parameters import RowOptions, row_options, timeout_option
from reader.formats import Json, View
from reader.library import subscriptions
from reader.model import Subscription
from reader.model.address import display_url

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
    from reader.newsroom.retention import delete_expired  # noqa: PLC0415 - used here only

    report = _Report(console)
    with to_keep() as library:
        for outcome in ask(library, ids, options=RefreshOptions(timeout=timeout_of(timeout, ("http://",)))):
            report.take(outcome)
        report.progress.show("")
        if rows.format:
            print_rows(View(name="refreshed", columns=_COLUMNS, rows=tuple(report.rows)), rows, console)
        gone = delete_expired(library, now())
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

    def take(self, outcome: Refreshed | Failed | ReadAhead) -> None:
        from reader.newsroom.refresh import Failed, ReadAhead, Refreshed  # noqa: PLC0415 - loads the network

        match outcome:
            case Refreshed():
                self.counts["feeds"] += 1
                self.counts["new"] += len(outcome.new)
                self.statuses.append(DONE)
                self._row(outcome.feed, len(outcome.new), "")
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


def _summary(counts: Counter[str], gone: int) -> str:
    if not counts["feeds"] + counts["failed"]:
        return "no feed is due"
    parts = [
        many(counts["feeds"] + counts["failed"], "feed"),
        many(counts["new"], "new entry", "new entries"),
        f"{counts['failed']} failed" if counts["failed"] else "",
        f"{many(counts['read'], 'page')} read ahead" if counts["read"] else "",
        f"{many(gone, 'old entry', 'old entries')} gone" if gone else "",
    ]
    return ", ".join(filter(None, parts))
