"""What is written over the panes of the front page, and below them."""

from __future__ import annotations

from typing import Final

from reader.tui.article_pane.pane import WAITING, ArticlePane
from reader.tui.library_browser.listing import EntryListing
from reader.tui.library_browser.scope_list import ScopeList
from reader.tui.state import status_text

_HINTS: Final = {
    "feeds": "Enter list  R refresh  a add  i in the news  : commands  ? help",
    "entries": "Enter read  s star  t tag  A all read  F filter  / search  ? help",
}


def update_titles(
    pane: ArticlePane, listing: EntryListing, scopes: ScopeList, *, is_entry_open: bool, progress: str = ""
) -> None:
    """Write over each pane what it holds, and below them where the reader is.

    Args:
        pane: the article pane, with the lists.
        listing: the entries.
        scopes: the feeds, tags and queries.
        is_entry_open: the text is an entry's, not its preview.
        progress: how far the feeds have been asked; empty: nobody is asking.
    """
    symbols, grid, entries = pane.symbols, pane.grid, pane.lists["entries"]
    framed = grid.is_framed
    count = scopes.count(listing.scope)
    name = listing.scope.title + (f" {count:,}" if count else "")
    at = f"{entries.index + 1:,}/{len(entries):,}" if len(entries) else ""
    filtered = f" {symbols.dot} {listing.filter}" if listing.filter else ""
    grid.set_title("entries", name + filtered, "" if framed and not pane.browsed else at)
    grid.set_title("feeds", "Feeds")
    seen = f"{at}  {pane.percent}%" if not framed and at else f"{pane.percent}%"
    is_open = is_entry_open or (pane.shown.request.source[:6] != "entry:" and bool(listing.rows.ids))
    heading = status_text.heading(pane.opened, symbols, is_framed=framed)
    grid.set_title("article", heading, seen if is_open and heading and not grid.is_linear else "")
    told = pane.search.summary or _waits_for(pane, is_entry_open=is_entry_open)
    left, right = told or _HINTS.get(pane.browsed, ""), ""
    if not left:
        section, linear = pane.passages.section, grid.is_linear
        left, right = status_text.rest(pane.article, symbols, section, is_framed=framed, is_linear=linear)
    if progress:
        left = f"{progress} {symbols.bar} {left}"
    pane.status.rest(left, right, is_ruled=framed, is_told=bool(told))


def _waits_for(pane: ArticlePane, *, is_entry_open: bool) -> str:
    """Return why there is no text, or not yet the page's own; empty: there is."""
    if pane.shown.error and pane.article.blocks:
        return f"This is the feed's own text; the page: {pane.waits_for}"
    if pane.shown.is_old and is_entry_open:
        return WAITING.format(pane.shown.title)
    return pane.waits_for
