"""What takes its time, and is waited for by nobody: feeds asked, files written."""

from __future__ import annotations

from pathlib import Path

from reader.tui.commands import keeping
from reader.tui.library_browser.browser import LibraryBrowser
from reader.tui.messages import FeedsWanted, FilesWanted


def refresh(browser: LibraryBrowser) -> None:
    """Ask the feeds of what the cursor stands on, or all."""
    scope = browser.scopes.here if browser.is_in_feeds else browser.listing.scope
    browser.pane.take_count()
    browser.pane.widgets.post(FeedsWanted(scope.feeds if scope is not None and scope.feeds else None))


async def export(browser: LibraryBrowser) -> None:
    """Ask where to write the entry, or the whole list."""
    if browser.is_on_page:
        await keeping.export(browser.pane)
    else:
        await browser.pane.prompt.ask_words(keeping.EXPORT_SIGN, lambda words: _write(browser, Path(words.strip())))


def _write(browser: LibraryBrowser, target: Path) -> None:
    saved = browser.meant
    is_whole = browser.is_in_feeds or target.suffix == ".epub" or saved is None
    ids = tuple(browser.listing.rows.ids) if is_whole or saved is None else (saved.id,)
    browser.pane.widgets.post(FilesWanted(ids, target))
