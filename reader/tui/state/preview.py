"""What is shown of an entry before it is opened: its title and its summary, as an article."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.model import Article, Heading, Paragraph, Run
from reader.newsroom import Reading, Request
from reader.newsroom.entry_reading import as_reading
from reader.tui.state.open_articles import OpenArticle, OpenArticles

if TYPE_CHECKING:
    from reader.model import Saved


def reading_of(saved: Saved) -> Reading:
    """Return what a list knows of an entry as if it had been read."""
    return as_reading(preview_article(saved), now())


def preview_article(saved: Saved) -> Article:
    """Return what a list knows of an entry as an article: its title and its summary."""
    entry = saved.entry
    title = Heading(runs=(Run(text=entry.title or entry.url),), level=1)
    summary = (Paragraph(runs=(Run(text=entry.summary),)),) if entry.summary else ()
    return Article(title=title.text, blocks=(title, *summary))


def with_entry(article: Article, saved: Saved) -> Article:
    """Return an article with what its entry knows, where its page says nothing."""
    return replace(
        article,
        byline=article.byline or saved.entry.byline,
        site=article.site or ", ".join(saved.feeds),
        published=article.published or saved.entry.published,
    )


def now() -> datetime:
    """Return the time, in the reader's own zone: that is what a date in a query means."""
    return datetime.now(UTC).astimezone()


EMPTY = OpenArticles(stories=(OpenArticle(request=Request(source=""), reading=as_reading(Article(), now()), is_read=True),))
"""What stands where no article does yet."""
