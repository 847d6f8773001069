"""What stands around the text when nothing is said: the heading of a narrow screen, and the line of state."""

from __future__ import annotations

from typing import Final

from reader.errors import QueryError
from reader.model import Article
from reader.model.wrap import width
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.pane_rows import is_said
from reader.tui.theme.symbols import Symbols

_FIRST_RUN: Final = (
    "reader add URL: a page or a feed   reader import FILE: OPML, newsboat's urls   ? help   q leave",
    "reader add PAGE|FEED  reader import OPML|urls (newsboat)  ? help  q leave",
    "reader add|import  ? help  q leave",
)
"""How to go on from the bundled edition, from the widest screen to the narrowest."""
_HINTS = "? help  : commands  z zen  < > width"


def heading(opened: OpenArticles, symbols: Symbols, *, is_framed: bool) -> str:
    """Return the title over the text; where nothing else names the site, with the site before it."""
    shown = opened.stories[opened.here]
    site = shown.article.site if shown.article else ""
    if is_framed or not site:
        return shown.title
    return f"{site} {symbols.more_right} {shown.title}"


def progress(opened: OpenArticles, percent: int, *, is_framed: bool) -> str:
    """Return how far the reader is; nothing while nothing has been read."""
    if opened.stories[opened.here].article is None:
        return ""
    seen = f"{percent}%"
    if is_framed or len(opened.stories) < 2:
        return seen
    return f"{opened.here + 1}/{len(opened.stories)}  {opened.unread} unread  {seen}"


def first_run(columns: int) -> str:
    """Return the bar of the first run, as much of it as a screen of some columns has room for."""
    return next((words for words in _FIRST_RUN if width(words) <= columns - 6), _FIRST_RUN[-1])


def pointed_at(error: QueryError) -> str:
    """Say what is wrong with a query, with a sign before and behind the word that is meant."""
    wrong = error.source[error.start : error.end]
    before, behind = error.source[: error.start], error.source[error.end :]
    return f"{before}>{wrong}<{behind}: {error.problem.partition('): ')[2] or error.problem}" + (
        f" ({error.advice})" if error.advice else ""
    )


def rest(article: Article, symbols: Symbols, section: str, *, is_framed: bool, is_linear: bool) -> tuple[str, str]:
    """Return the two ends of the line of state; `section` is where the reader stands."""
    if is_framed:
        return _HINTS, ""
    parts = [f"{symbols.section}{section}"] if section else []
    counts = []
    if said := sum(is_said(quote) for quote in article.quotes):
        counts.append(f'" {said} quote{"s" * (said != 1)}')
    if named := len(article.people):
        counts.append(f"@ {named} {'people' if named != 1 else 'person'}")
    if counts:
        parts.append("  ".join(counts))
    return ("   " if is_linear else f" {symbols.bar} ").join(parts), "; links  ? help"


def stripped(pieces: int) -> str:
    """Say how much of the page is not of the article."""
    if not pieces:
        return "Nothing was stripped from this page."
    return f"{pieces} pieces were stripped from this page." if pieces > 1 else "One piece was stripped from this page."
