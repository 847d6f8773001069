"""The command of each action of the front page, by the action's id: those of an article, and what the library does instead."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Final

from reader.tui.commands import entries, feeds, finding
from reader.tui.commands.article_commands import Command, article_commands
from reader.tui.library_browser.browser import LibraryBrowser

_BrowserCommand = Callable[[LibraryBrowser], Awaitable[None] | None]

FRONT_PAGE_COMMANDS: Final[Mapping[str, _BrowserCommand]] = {
    "next": entries.next_match_or_unread,
    "previous-match": entries.previous_match_or_toggle,
    "previous-unread": partial(entries.go_unread, step=-1),
    "next-article": partial(entries.go_article, step=1),
    "previous-article": partial(entries.go_article, step=-1),
    "feeds": partial(LibraryBrowser.open_list, name="feeds"),
    "entries": partial(LibraryBrowser.open_list, name="entries"),
    "to-list": partial(LibraryBrowser.to_list, name="entries"),
    "next-pane": partial(finding.go_pane, step=1),
    "previous-pane": partial(finding.go_pane, step=-1),
    "search": finding.search,
    "save-query": finding.save_query,
    "escape": finding.clear,
    "back": finding.go_back,
    "star": entries.star,
    "tag": entries.tag,
    "all-read": entries.mark_all_read,
    "delete": entries.delete,
    "undo": entries.undo,
    "keep": entries.keep,
    "full-text": entries.toggle_full_text,
    "browser": entries.open_browser,
    "copy-link": entries.copy_link,
    "pipe": entries.pipe,
    "refresh": feeds.refresh,
    "export": feeds.export,
}


def front_page_commands(browser: LibraryBrowser) -> dict[str, Command]:
    """Return the commands of the front page's actions, on one library browser."""
    own = {name: partial(command, browser) for name, command in FRONT_PAGE_COMMANDS.items()}
    return {**article_commands(browser.pane), **own}
