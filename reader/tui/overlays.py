"""Screens that are opened over what is read: the list of actions, a person's page, who is in the news."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.app import App

from reader.tui import screens
from reader.tui.keys.actions import Action
from reader.tui.state.library_access import LibraryAccess
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols

if TYPE_CHECKING:
    from reader.tui.screens.item_screen import Where
    from reader.tui.screens.news import News
    from reader.tui.screens.person import Page


class Overlays:
    """Makes such screens, and does what they are left with."""

    def __init__(
        self,
        app: App[int],
        library: LibraryAccess,
        symbols: Symbols,
        styles: Callable[[], ThemeStyles],
        say: Callable[[str], None],
    ) -> None:
        """Take what the screens are made of; `styles` are those of the theme that is worn then."""
        self._app, self._library, self._symbols = app, library, symbols
        self._styles, self._say = styles, say

    async def list_actions(
        self, title: str, keys: dict[str, str], perform: Callable[[Action | None], Awaitable[None]], *, is_typed: bool
    ) -> None:
        """Show every action, and perform the one that is chosen; they are searched by typing at once, or read by groups."""
        app = self._app
        if not app.is_screen_installed(title):
            app.install_screen(screens.CommandPalette(title, keys, self._symbols, is_typed=is_typed), title)
        palette = app.get_screen(title, screens.CommandPalette)
        if palette not in app.screen_stack:
            palette.restyle(self._styles())
            await app.push_screen(palette, perform)

    def open_person(self, name: str, follow: Callable[[Where], None]) -> None:
        """Open the page of a person, and follow it to an entry, or to another person."""

        async def show(page: Page | None) -> None:
            if page is None:
                self._say("The library knows nobody of that name.")
            else:
                await self._app.push_screen(screens.PersonScreen(page, self._symbols, self._styles()), self._lead(follow))

        self._library.look_up("person", lambda library: screens.page_of(library, name), show)

    def open_news(self, follow: Callable[[Where], None]) -> None:
        """Open who is in the news, and follow it to a person."""

        async def show(news: News) -> None:
            await self._app.push_screen(screens.NewsScreen(news, self._symbols, self._styles()), self._lead(follow))

        self._library.look_up("news", screens.news_of_week, show)

    def _lead(self, follow: Callable[[Where], None]) -> Callable[[Where | str | None], None]:
        def lead(found: Where | str | None) -> None:
            if isinstance(found, str):
                self.open_person(found, follow)
            elif found is not None:
                follow(found)

        return lead
