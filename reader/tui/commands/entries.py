"""What is done with entries of the library: read, starred, tagged, deleted, taken back, opened one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reader.library import Library, actions, search, subscriptions
from reader.library.query import All, Flag
from reader.model import Saved
from reader.tui.commands import keeping, sharing
from reader.tui.library_browser.browser import LibraryBrowser
from reader.tui.library_browser.scopes import Scope
from reader.tui.messages import EntryWanted, LinkFollowed, TextCopied
from reader.tui.state.preview import now

_NOTHING_HERE: Final = "Put the cursor on an article first."

# From one entry to another --------------------------------------------------------------------------------------------------


def go_article(browser: LibraryBrowser, step: int) -> None:
    """Open the next article of the list, or the one before."""
    entries = browser.pane.lists["entries"]
    target = entries.index + step * browser.pane.take_count()
    if 0 <= target < len(browser.listing.rows):
        entries.point(target, tell=False)
        browser.open_here()
    else:
        browser.pane.say(f"There is no article {'below' if step > 0 else 'above'} this one.")


def go_unread(browser: LibraryBrowser, step: int) -> None:
    """Go to the next unread entry, round the end; where a text is open, open that one."""
    pane, listing = browser.pane, browser.listing
    pane.take_count()
    query, here = All((*listing.selection().terms, Flag("unread"))), listing.here

    def then(found: int | None) -> None:
        place = listing.rows.place_of(found) if found is not None else -1
        if place < 0:
            pane.say("Nothing is left unread.")
            return
        pane.lists["entries"].point(place, tell=bool(pane.browsed))
        if not pane.browsed:
            browser.open_here()

    browser.library.look_up("unread", lambda library: search.beside(library, query, here or 0, step), then)


def next_match_or_unread(browser: LibraryBrowser) -> None:
    """Go to the next match; without a search, to the next unread entry."""
    if browser.pane.search.words:
        browser.pane.search.step(browser.pane.take_count())
    else:
        go_unread(browser, 1)


def previous_match_or_toggle(browser: LibraryBrowser) -> None:
    """Go to the match before; without a search, mark the entry read or unread."""
    if browser.pane.search.words:
        browser.pane.search.step(-browser.pane.take_count())
    elif saved := _meant(browser):
        _change(
            browser,
            [saved.id],
            lambda library: actions.mark_read(library, [saved.id], now(), read=saved.read_at is None),
            lambda _: "Marked read." if saved.read_at is None else "Marked unread.",
        )


def toggle_full_text(browser: LibraryBrowser) -> None:
    """Show the feed's own text, or the page's again."""
    saved = browser.meant
    if saved is None:
        browser.pane.say("Only an article of a feed has two texts.")
        return
    is_own = browser.opened == saved.id and getattr(browser.pane.shown.request, "own_text", False)
    browser.open_here(own_text=not is_own)


# Changes that the library's journal can take back ---------------------------------------------------------------------------


def _meant(browser: LibraryBrowser) -> Saved | None:
    if browser.meant is None:
        browser.pane.say(_NOTHING_HERE)
    return browser.meant


def _change(browser: LibraryBrowser, ids: Sequence[int], work: Callable[[Library], int], told: Callable[[int], str]) -> None:
    """Have some entries changed; then draw them anew, count, and tell how many it were."""

    def then(many: int) -> None:
        browser.listing.redraw(None if len(ids) > 1 else ids)
        browser.recount()
        browser.pane.say(told(many))

    browser.library.write(work, then)


def star(browser: LibraryBrowser) -> None:
    """Star an entry, or take its star away."""
    if browser.is_on_page:
        keeping.star(browser.pane)
    elif saved := _meant(browser):
        _star(browser, saved)


def _star(browser: LibraryBrowser, saved: Saved) -> None:
    _change(
        browser,
        [saved.id],
        lambda library: actions.star(library, [saved.id], now(), starred=not saved.starred),
        lambda _: "Unstarred." if saved.starred else "Starred.",
    )


async def tag(browser: LibraryBrowser) -> None:
    """Ask for a tag to give to an entry, or to take away if a hyphen stands before it."""
    if browser.is_on_page:
        await keeping.tag(browser.pane)
    elif _meant(browser):
        await browser.pane.prompt.ask_words("tag: ", lambda words: _tag(browser, words.strip()))


def _tag(browser: LibraryBrowser, words: str) -> None:
    saved, name, tagged = browser.meant, words.removeprefix("-"), not words.startswith("-")
    if saved is None or not keeping.is_tag(name):
        browser.pane.say(keeping.NO_TAG)
        return
    _change(
        browser,
        [saved.id],
        lambda library: actions.tag(library, [saved.id], name, now(), tagged=tagged),
        lambda many: f"{'Tagged' if tagged else 'Untagged'} {name}." if many else f"It was so already: {name}.",
    )


def mark_all_read(browser: LibraryBrowser) -> None:
    """Mark everything in the list as read."""
    ids, title = tuple(browser.listing.rows.ids), browser.listing.scope.title
    _change(
        browser,
        ids,
        lambda library: actions.mark_read(library, ids, now()),
        lambda many: f"{many:,} of {title} marked read; U takes it back." if many else "Nothing here is unread.",
    )


def delete(browser: LibraryBrowser) -> None:
    """Delete an entry; in the feeds, unsubscribe or forget what the cursor stands on."""
    if browser.is_in_feeds:
        _forget(browser, browser.scopes.here)
    elif saved := _meant(browser):
        if not browser.pane.browsed:
            browser.to_list("entries")

        def then(_: int) -> None:
            browser.listing.take_out(saved.id)
            browser.read_anew()
            browser.pane.say("Deleted; U takes it back.")

        browser.library.write(lambda library: actions.delete(library, [saved.id], now()), then)


def _forget(browser: LibraryBrowser, scope: Scope | None) -> None:
    if scope is None or scope.kind not in ("feed", "query"):
        browser.pane.say("Only feeds and saved queries can be taken away here.")
        return
    title = scope.title

    def work(library: Library) -> str:
        if scope.kind == "query":
            subscriptions.forget_query(library, title, now())
            return f"Forgotten: {title}."
        gone = subscriptions.unsubscribe(library, scope.feeds[0], now())
        return f"{title}: followed no longer, {gone:,} entries gone with it; U takes it back."

    _write(browser, work)


def undo(browser: LibraryBrowser) -> None:
    """Take the last change to the library back."""

    def work(library: Library) -> str:
        label = actions.undo(library)
        return f"Taken back: {label}." if label else "There is nothing to take back."

    _write(browser, work)


def _write(browser: LibraryBrowser, work: Callable[[Library], str]) -> None:
    """Have the library changed; then list and count everything anew, and tell what the work says."""

    def then(told: str) -> None:
        browser.read_anew()
        browser.pane.say(told)

    browser.library.write(work, then)


# What leaves the app --------------------------------------------------------------------------------------------------------


def keep(browser: LibraryBrowser) -> None:
    """Keep a page that no feed brought; an entry is kept as soon as it is opened."""
    if browser.is_on_page:
        keeping.keep(browser.pane)
    elif (saved := _meant(browser)) is None:
        return
    elif saved.has_article:
        browser.pane.say("This article is kept already.")
    else:
        browser.opened = saved.id
        browser.pane.widgets.post(EntryWanted(saved))


def open_browser(browser: LibraryBrowser) -> None:
    """Open the entry's page in the browser; it counts as read as soon as it is open."""
    if browser.is_on_page:
        sharing.open_browser(browser.pane)
    elif (saved := _meant(browser)) is None:
        return
    elif saved.entry.url:
        browser.pane.widgets.post(LinkFollowed(saved.entry.url, lambda: browser.note_opened(saved)))
    else:
        browser.pane.say(sharing.NO_ADDRESS)


def copy_link(browser: LibraryBrowser) -> None:
    """Copy the entry's address."""
    if browser.is_on_page:
        sharing.copy_link(browser.pane)
    elif (saved := _meant(browser)) is None:
        return
    elif saved.entry.url:
        browser.pane.widgets.post(TextCopied(saved.entry.url, "the link"))
    else:
        browser.pane.say(sharing.NO_ADDRESS)


async def pipe(browser: LibraryBrowser) -> None:
    """Ask for a command, if there is a text to give it."""
    if not browser.pane.browsed or (browser.opened is not None and browser.opened == browser.listing.here):
        await sharing.pipe(browser.pane)
    else:
        browser.pane.say("Open the article first (Enter): its text is given to the command.")
