"""The app with the library at hand: the front page, and what keeps, asks and writes while the reader reads on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.theme import Theme

from reader.errors import ReaderError
from reader.model import Article
from reader.newsroom.entry_reading import EntryRequest, as_reading
from reader.settings import Settings
from reader.tui import wishes
from reader.tui.assigning import AssigningApp
from reader.tui.reading.screen import ReadingScreen
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.state.preview import EMPTY, now, reading_of
from reader.worker import Answer, Worker

if TYPE_CHECKING:
    from reader.tui.frontpage.scopes import Scope


class LibraryApp(AssigningApp):
    """Broadsheet in the terminal, with what is kept."""

    def __init__(
        self,
        shelf: OpenArticles,
        settings: Settings,
        *,
        worker: Worker,
        themes: Mapping[str, Theme],
        positions: Positions,
        clerk: LibraryAccess,
    ) -> None:
        """Make the app: on its front page if no story is on the shelf."""
        self.clerk = clerk
        self._couriers = []
        self._begins_in_front = not shelf.stories
        super().__init__(shelf if shelf.stories else EMPTY, settings, worker=worker, themes=themes, positions=positions)

    def make_reading(self, shelf: OpenArticles) -> ReadingScreen:
        """Make the front page, or the screen for what was asked for."""
        if not self._begins_in_front:
            return super().make_reading(shelf)
        self.front = self.make_front()
        return self.front

    def on_mount(self) -> None:
        """Listen to the clerk."""
        self.clerk.connect(self.call_later, self._fail)

    def put_away(self) -> None:
        """Finish what is being written too, and call everybody back."""
        super().put_away()
        for courier in self._couriers:
            courier.close()
        self.clerk.close()

    def _fail(self, error: ReaderError) -> None:
        self.reading.say(str(error))

    # Entries -------------------------------------------------------------------------------------------------------------

    @on(wishes.EntryWanted)
    def _entry_wanted(self, event: wishes.EntryWanted) -> None:
        saved, path = event.saved, self.clerk.path
        wish = EntryRequest(
            entry=saved.id, library=path, own_text=event.own_text, timeout=self.settings.timeout, offline=self.offline
        )
        self._set_story(
            OpenArticle(request=wish, headline=saved.entry.title, reading=reading_of(saved), is_old=True, is_read=True)
        )
        if self.front:
            self.front.note_opened(saved)
        if saved.has_article and not event.own_text:
            from reader.newsroom.keeping import stored  # noqa: PLC0415 -- not needed to list entries

            self.clerk.look_up("article", lambda library: stored(library, saved.id), partial(self._found, wish))
        else:
            self.clerk.drop("article")
            self._ask(0)

    @on(wishes.GlimpseWanted)
    def _glimpse_wanted(self, event: wishes.GlimpseWanted) -> None:
        wish = EntryRequest(entry=event.saved.id, library=self.clerk.path)
        self.clerk.drop("article")
        self._set_story(
            OpenArticle(request=wish, headline=event.saved.entry.title, reading=reading_of(event.saved), is_read=True)
        )

    def _set_story(self, story: OpenArticle) -> None:
        self._asked = -1  # what was asked for is not waited for any more
        self.shelf = OpenArticles(stories=(story,))
        self._show()

    def _found(self, wish: EntryRequest, article: Article | None) -> None:
        """Show what is kept of an entry, if it is still wanted; what cannot be read any more is fetched anew."""
        story = self.shelf.stories[0]
        if story.request is not wish:
            return
        if article is None:
            self._ask(0)
        else:
            self._put(0, story._replace(reading=as_reading(article, now()), is_old=False))

    def _take(self, answer: Answer) -> None:
        super()._take(answer)
        wish = self.shelf.stories[0].request
        if self.front and isinstance(wish, EntryRequest):
            self.front.note_kept(wish.entry)

    # People --------------------------------------------------------------------------------------------------------------

    @on(wishes.PersonWanted)
    def _person_wanted(self, event: wishes.PersonWanted) -> None:
        from reader.tui.screens.person import page_of  # noqa: PLC0415 -- seldom needed

        self.clerk.look_up("person", lambda library: page_of(library, event.name), self._show_person)

    async def _show_person(self, page: object) -> None:
        from reader.tui.screens.person import Page, PersonScreen  # noqa: PLC0415 -- see above

        if not isinstance(page, Page):
            self.reading.say("The library knows nobody of that name.")
            return
        await self.push_screen(PersonScreen(page, self.symbols, self.reading.theme_styles), self._lead)

    @on(wishes.NewsWanted)
    def _news_wanted(self) -> None:
        from reader.tui.screens.news import standing  # noqa: PLC0415 -- see above

        self.clerk.look_up("news", standing, self._show_news)

    async def _show_news(self, found: object) -> None:
        from reader.tui.screens.news import News, NewsScreen  # noqa: PLC0415 -- see above

        assert isinstance(found, News)
        await self.push_screen(NewsScreen(found, self.symbols, self.reading.theme_styles), self._lead)

    async def _lead(self, found: tuple[Scope, int] | str | None) -> None:
        """Go where a person's page or the news led: to an entry, or to another person."""
        if isinstance(found, str):
            self.post_message(wishes.PersonWanted(found))
        elif found is not None and self.front:
            self.front.show_found(found)
        elif found is not None:
            wish = EntryRequest(entry=found[1], library=self.clerk.path, timeout=self.settings.timeout, offline=self.offline)
            at = self.shelf.here + 1
            self.shelf = self.shelf.insert(at, OpenArticle(request=wish))
            self._asked += self._asked >= at
            self._want(at)
