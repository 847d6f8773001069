"""Why a list of entries is empty, and which key changes that."""

from __future__ import annotations

from reader.tui.library_browser.scopes import Scope


def why_empty(scope: Scope, filter_words: str, *, has_feeds: bool) -> str:
    """Return why nothing is listed of a scope, and what to do about it.

    Args:
        scope: what is listed.
        filter_words: the query that it is filtered by; empty: by none.
        has_feeds: some feed is followed.
    """
    if filter_words:
        return f"Nothing in {scope.title} matches {filter_words}. Esc shows all of it, F changes the filter."
    if not has_feeds and scope.kind in ("all", "unread"):
        return "Nothing is kept yet. a follows a feed or keeps a page; reader import FILE takes over a list of feeds."
    if scope.problem:
        due = f" It is asked again at {scope.due.astimezone():%H:%M}." if scope.due else ""
        return f"{scope.title} has no entries, since it could not be read: {scope.problem}.{due} r asks it now."
    return {
        "all": "Nothing is kept yet. R asks the feeds what is new.",
        "unread": "Everything is read. R asks the feeds what is new; All, above Unread, has what was read.",
        "starred": "Nothing is starred yet. s stars the article that the cursor stands on.",
        "query": f"Nothing matches {scope.text} now. X on the query forgets it.",
        "tag": f"No article has the tag {scope.title} any more. t gives it to one.",
        "folder": f"The feeds in {scope.title} have no entries yet. r asks them what is new.",
        "feed": f"{scope.title} has no entries yet. r asks it what is new.",
        "search": f"Nothing that is kept matches {scope.text}. Esc goes back, / searches for something else.",
        "person": f"No article that is kept names {scope.title}. Esc goes back.",
    }[scope.kind]
