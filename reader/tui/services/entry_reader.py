"""Entries of the library as open articles: what is kept of one at once, all else from the worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader import newsroom
from reader.model import Article, Paragraph, Run
from reader.newsroom import Request
from reader.newsroom.entry_reading import EntryRequest, as_reading
from reader.tui.services import Services
from reader.tui.services.article_loader import ArticleLoader
from reader.tui.state.open_articles import OpenArticle
from reader.tui.state.preview import now, reading_of

if TYPE_CHECKING:
    from reader.model import Saved


class EntryReader:
    """Opens entries."""

    def __init__(self, articles: ArticleLoader, services: Services, say: Callable[[str], None]) -> None:
        """Take what opens articles, and the library of the services; `say` is told what has been kept."""
        self._articles, self._library, self._say = articles, services.library, say
        self._timeout, self._offline = services.settings.timeout, services.offline

    def open(self, saved: Saved, *, own_text: bool = False) -> None:
        """Open an entry: the page that is kept of it, or else the page that it leads to; or the feed's own text."""
        request = self._request(saved.id, own_text=own_text)
        self._articles.open_alone(
            OpenArticle(request=request, headline=saved.entry.title, reading=reading_of(saved), is_old=True, is_read=True)
        )
        if saved.has_article and not own_text:
            self._library.look_up(
                "article", lambda library: newsroom.stored(library, saved.id), partial(self._show_kept, request)
            )
        else:
            self._library.drop("article")
            self._articles.ask(0)

    def preview(self, saved: Saved) -> None:
        """Show what the list knows of an entry."""
        request = EntryRequest(entry=saved.id, library=self._library.path)
        self._library.drop("article")
        self._articles.open_alone(
            OpenArticle(request=request, headline=saved.entry.title, reading=reading_of(saved), is_read=True)
        )

    def explain(self, why: str) -> None:
        """Show in place of an article why there is none."""
        self._library.drop("article")
        article = Article(blocks=(Paragraph(runs=(Run(text=why),)),))
        self._articles.open_alone(
            OpenArticle(request=Request(source=""), headline=" ", reading=as_reading(article, now()), is_read=True)
        )

    def open_beside(self, entry: int) -> None:
        """Open an entry behind the article that is shown."""
        self._articles.open_beside(OpenArticle(request=self._request(entry)))

    def keep(self, *, star: bool = False, tag: str = "") -> None:
        """Keep the article that is shown, though no feed has brought it."""
        article, source = self._articles.shown.article, self._articles.shown.request.source
        if article is None:
            return
        told = "Kept, with a star." if star else f"Kept, tagged {tag}." if tag else "Kept."
        self._library.write(
            lambda library: newsroom.keep_marked(
                library, article, now(), source="" if source == "-" else source, star=star, tag=tag
            ),
            lambda _: self._say(told),
        )

    def _request(self, entry: int, *, own_text: bool = False) -> EntryRequest:
        return EntryRequest(
            entry=entry, library=self._library.path, own_text=own_text, timeout=self._timeout, offline=self._offline
        )

    def _show_kept(self, request: EntryRequest, article: Article | None) -> None:
        """Show what is kept of an entry, if it is still wanted; what cannot be read any more is fetched anew."""
        opened = self._articles.opened.stories[0]
        if opened.request is not request:
            return
        if article is None:
            self._articles.ask(0)
        else:
            self._articles.put(0, opened._replace(reading=as_reading(article, now()), is_old=False))
