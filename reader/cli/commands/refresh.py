"""`refresh`: asks the feeds what is new."""

from __future__ import annotations

import sys
from collections import Counter

from reader.cli.commands.feeds import chosen
from reader.cli.commands.library_access import many, now, print_rows, to_keep, to_read
from reader.cli.commands.sources import timeout_of
from reader.cli.exit_status import DONE, NOTHING_FOUND, status_of, together
from reader.cli.options import Choices
from reader.cli.output.console import Console, is_dumb, is_terminal
from reader.formats import Json, View
from reader.library import Library, subscriptions
from reader.model.address import display_url

_COLUMNS = ("title", "new", "url", "error")


class _Progress:
    """A line on a terminal's stderr that is written over; nothing anywhere else."""

    def __init__(self, choices: Choices) -> None:
        self._shown = is_terminal(sys.stderr) and not is_dumb() and not choices.quiet

    def show(self, text: str) -> None:
        if self._shown:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()


def refresh(choices: Choices, console: Console) -> int:
    """Ask the feeds that are due, or those that are named, and keep what is new."""
    with to_read() as library:
        if not subscriptions.feeds(library):
            console.say("no feed is followed (reader add URL)")
            return NOTHING_FOUND
        ids = [feed.id for feed in chosen(library, choices.words)] if choices.words else None
    with to_keep() as library:
        return _round(library, ids, choices, console)


def _round(library: Library, ids: list[int] | None, choices: Choices, console: Console) -> int:
    from reader.newsroom.refresh import Failed, ReadAhead, Refreshed, RefreshOptions, refresh  # noqa: PLC0415 - loads the network
    from reader.newsroom.retention import delete_expired  # noqa: PLC0415 - used here only

    progress, counts, statuses = _Progress(choices), Counter[str](), []
    rows: list[dict[str, Json]] = []
    for outcome in refresh(library, ids, options=RefreshOptions(timeout=timeout_of(choices))):
        match outcome:
            case Refreshed():
                counts["feeds"] += 1
                counts["new"] += len(outcome.new)
                statuses.append(DONE)
                rows.append(
                    {"title": outcome.feed.title, "new": len(outcome.new), "url": display_url(outcome.feed.url), "error": ""}
                )
            case Failed():
                counts["failed"] += 1
                statuses.append(status_of(outcome.error))
                rows.append(
                    {
                        "title": outcome.feed.title,
                        "new": 0,
                        "url": display_url(outcome.feed.url),
                        "error": outcome.error.problem,
                    }
                )
                progress.show("")
                console.fail(outcome.error)
            case ReadAhead():
                counts["read" if outcome.error is None else "unread"] += 1
        asked = many(counts["feeds"] + counts["failed"], "feed")
        progress.show(f"{asked} asked, {many(counts['new'], 'new entry', 'new entries')}")
    progress.show("")
    if choices.format:
        print_rows(View(name="refreshed", columns=_COLUMNS, rows=tuple(rows)), choices, console)
    gone = delete_expired(library, now())
    console.say(_summary(counts, gone))
    return together(statuses) if statuses else DONE


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
