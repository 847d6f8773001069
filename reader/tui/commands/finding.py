"""What is listed, narrowed down: filter, search and saved queries; and the levels between lists and text."""

from __future__ import annotations

from reader.errors import QueryError
from reader.library import Library, subscriptions
from reader.library.query import parse
from reader.model.text import line
from reader.tui.commands import panes
from reader.tui.library_browser.browser import LibraryBrowser
from reader.tui.messages import ArticleWanted
from reader.tui.state import status_text
from reader.tui.state.preview import now

# Levels ---------------------------------------------------------------------------------------------------------------------


def go_pane(browser: LibraryBrowser, step: int) -> None:
    """Go to the next pane, or the one before."""
    panes.go_pane(browser.pane, step, browser.open_list)


def go_back(browser: LibraryBrowser) -> None:
    """Go one level back: to the page that led here, to the text, to the entries, to the feeds, out of the app."""
    pane = browser.pane
    if browser.is_in_feeds:
        pane.app.exit(0)
    elif pane.focused is pane.lists["entries"]:
        if browser.listing.filter_by(""):
            return
        if browser.is_picking:
            pane.app.exit(0)
        else:
            browser.to_list("feeds")
    elif pane.focused is not pane.view or pane.is_zen:
        panes.go_back(pane)
    elif pane.opened.here:
        pane.widgets.post(ArticleWanted(pane.opened.here - 1))
    else:
        browser.to_list("entries")


def clear(browser: LibraryBrowser) -> None:
    """Clear the search in the text, then the filter, then what was searched for; then go back."""
    pane, listing = browser.pane, browser.listing
    if not pane.browsed:
        panes.clear(pane)
    elif not pane.clear_filter() and not listing.filter_by("") and listing.scope.kind in ("search", "person"):
        listing.open(browser.scopes.scopes[0], at=listing.here)
        pane.lists["feeds"].point(0, tell=False)
    pane.take_count()
    pane.say("")


# Filter, search, saved queries ----------------------------------------------------------------------------------------------


async def search(browser: LibraryBrowser) -> None:
    """In the text, search it; in the lists, search all that is kept."""
    if not browser.pane.browsed:
        await panes.search_text(browser.pane)
    else:
        browser.pane.take_count()
        scope = browser.listing.scope
        await browser.open_search(scope.text if scope.kind == "search" else "")


async def ask_filter(browser: LibraryBrowser) -> None:
    """Ask for a query that the entries are filtered by, and filter while it is typed; what cannot be read waits for more."""

    def typed(words: str) -> None:
        try:
            parse(words, now())
        except QueryError:
            return
        browser.listing.filter_by(words)

    def done(words: str | None) -> None:
        try:
            parse(words or "", now())
        except QueryError as error:
            browser.pane.say(status_text.pointed_at(error))
        else:
            browser.listing.filter_by(words or "")
            browser.preview()

    await browser.pane.prompt.ask("filter: ", done, words=browser.listing.filter, typed=typed)


async def save_query(browser: LibraryBrowser) -> None:
    """Ask for a name to save under what is filtered or searched."""
    if not _query_of(browser):
        browser.pane.say("Filter or search first: what is listed then is saved.")
    else:
        await browser.pane.prompt.ask_words("save as: ", lambda words: _save(browser, line(words)))


def _save(browser: LibraryBrowser, name: str) -> None:
    query = _query_of(browser)

    def work(library: Library) -> None:
        subscriptions.save_query(library, name, query)

    def then(_: None) -> None:
        browser.recount()
        browser.pane.say(f"Saved: {name} ({query})")

    browser.library.write(work, then)


def _query_of(browser: LibraryBrowser) -> str:
    """Return what is listed as one query that can be typed; empty if it is no more than a row of the front page."""
    scope, words = browser.listing.scope, browser.listing.filter
    named = {
        "unread": "unread",
        "starred": "starred",
        "tag": f'tag:"{scope.title}"',
        "feed": f'feed:"{scope.title}"',
        "folder": f'feed:"{scope.title}"',
        "person": f'person:"{scope.title}"',
    }.get(scope.kind, scope.text)
    if not words:
        return named if scope.kind in ("search", "person") else ""
    parts = (f"({part})" if " or " in f" {part} ".lower() else part for part in (named, words) if part)
    return " ".join(parts)
