"""What stands around the text when nothing is said: the heading of a narrow screen, and the line of state."""

from __future__ import annotations

from reader.errors import QueryError
from reader.model import Article
from reader.tui.marks import Marks
from reader.tui.passages import is_said, outline
from reader.tui.stories import Shelf

FIRST_RUN = "reader add URL: a page or a feed   reader import FILE: OPML, newsboat's urls   ? help   q leave"
_FIRST_RUN_NARROW = "add: reader add URL  import: reader import FILE  ? help  q leave"
_HINTS = "? help  : commands  z zen  < > width"


def heading(shelf: Shelf, marks: Marks, *, is_framed: bool) -> str:
    """Give the title over the text; where nothing else names the site, with the site before it."""
    story = shelf.stories[shelf.here]
    site = story.article.site if story.article else ""
    if is_framed or not site:
        return story.title
    return f"{site} {marks.more_right} {story.title}"


def progress(shelf: Shelf, percent: int, *, is_framed: bool) -> str:
    """Give how far the reader is; nothing while nothing has been read."""
    if shelf.stories[shelf.here].article is None:
        return ""
    seen = f"{percent}%"
    if is_framed or len(shelf.stories) < 2:
        return seen
    return f"{shelf.here + 1}/{len(shelf.stories)}  {shelf.unread} unread  {seen}"


def pointed_at(error: QueryError) -> str:
    """Say what is wrong with a query, with a sign before and behind the word that is meant."""
    wrong = error.source[error.start : error.end]
    before, behind = error.source[: error.start], error.source[error.end :]
    return f"{before}>{wrong}<{behind}: {error.problem.partition('): ')[2] or error.problem}" + (
        f" ({error.advice})" if error.advice else ""
    )


def rest(article: Article, marks: Marks, here: int, *, is_framed: bool, is_first_run: bool) -> tuple[str, str]:
    """Give the two ends of the line of state."""
    if is_framed:
        return (FIRST_RUN, "") if is_first_run else (_HINTS, "")
    if is_first_run:
        return _FIRST_RUN_NARROW, ""
    parts = []
    sections = outline(article)
    at = sum(entry.spans[0].block <= here for entry in sections)
    if at and len(sections) > 1:
        name = sections[at - 1].cells[1].strip()
        parts.append(f"{marks.section}{at}/{len(sections)} {name}")
    counts = []
    if said := sum(is_said(quote) for quote in article.quotes):
        counts.append(f'" {said} quote{"s" * (said != 1)}')
    if article.people:
        counts.append(f"@ {len(article.people)} people")
    if counts:
        parts.append("  ".join(counts))
    return f" {marks.bar} ".join(parts), "; links  ? help"
