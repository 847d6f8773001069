"""A person's page: roles over time, every quote with date and source, articles, and who is named together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from reader.library import Library, identities, profiles
from reader.library.profiles import Profile, Said
from reader.model import Saved
from reader.model.text import line
from reader.model.wrap import fold
from reader.tui.keys.actions import ITEM_SCREEN
from reader.tui.library_browser.scopes import Scope
from reader.tui.screens.item_screen import ItemScreen, Where
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting.byline import day
from reader.tui.widgets.item_rows import Item, TextPart
from reader.tui.widgets.virtual_list import VirtualList

_MOST = 1_000
"""Quotes and articles that are listed."""
_WIDEST = 100
"""Columns of a quote."""


class Page(NamedTuple):
    """What the library knows of a person."""

    profile: Profile
    quotes: tuple[Said, ...]
    articles: tuple[Saved, ...]
    namesakes: tuple[str, ...]
    """Others who are called so."""


def page_of(library: Library, name: str) -> Page | None:
    """Return the page of the person of a name whom articles name most often; None: nobody is called so."""
    found = identities.find(library, name)
    profile = profiles.profile(library, found[0]) if found else None
    if profile is None:
        return None
    others = (profiles.profile(library, one, companions=0) for one in found[1:6])
    return Page(
        profile=profile,
        quotes=profiles.quotes(library, found[0], limit=_MOST),
        articles=profiles.articles(library, found[0], limit=_MOST),
        namesakes=tuple(other.name for other in others if other),
    )


class PersonScreen(ItemScreen[Where | str]):
    """Gives an entry to be opened among all that name the person, or the name of another person."""

    BINDINGS: ClassVar[list[BindingType]] = [*ITEM_SCREEN.bindings]

    def __init__(self, page: Page, symbols: Symbols, theme_styles: ThemeStyles) -> None:
        """Make the screen for a person."""
        super().__init__(page.profile.name, symbols, theme_styles)
        self._page = page
        self._led: list[Where | str | None] = []
        """Where each item leads."""
        profile = page.profile
        self.status.rest(f"{many(profile.quotes, 'quote')}, {many(profile.articles, 'article')}", "Enter opens  q back")

    def items(self, columns: int) -> Sequence[Item]:
        """Return an item a role, a companion, a quote, an article."""
        items: list[tuple[Item, Where | str | None]] = [*self._head(min(columns, _WIDEST))]
        items += [(self._quote(said, min(columns, _WIDEST)), self._to(said.entry)) for said in self._page.quotes]
        items.append((((), (TextPart("Articles", "strong"),)), None))
        items += [(self._article(saved), self._to(saved.id)) for saved in self._page.articles]
        self._led = [led for _, led in items]
        return [rows for rows, _ in items]

    def _head(self, columns: int) -> list[tuple[Item, Where | str | None]]:
        profile = self._page.profile
        written = [alias for alias in profile.aliases if alias != profile.name]
        roles = [((TextPart(f"{role}  "), TextPart(_date(newest), "aside")),) for role, newest in profile.roles]
        items: list[tuple[Item, Where | str | None]] = [(rows, None) for rows in roles]
        for label, names in (("also written ", written), ("of the same name: ", list(self._page.namesakes))):
            if names:
                items.append((_folded(label + ", ".join(names), columns, "aside"), None))
        if profile.companions:
            items.append((((), (TextPart("Named together with", "strong"),)), None))
            items += [
                (((TextPart(f"{name}  "), TextPart(many(shared, "article"), "aside")),), name)
                for name, shared in profile.companions
            ]
        items.append((((), (TextPart("Quotes", "strong"),)), None))
        return items

    def _quote(self, said: Said, columns: int) -> Item:
        source = (TextPart(f"{_date(said.published)}  ", "aside"), TextPart(said.title, "aside"))
        return (*_folded(f"“{line(said.text)}”", columns, "main"), source)

    def _article(self, saved: Saved) -> Item:
        date = TextPart(f"{_date(saved.entry.published):>12}  ", "aside")
        return ((date, TextPart(f"{saved.entry.title}  "), TextPart(", ".join(saved.feeds), "aside")),)

    def _to(self, entry: int) -> Where:
        return Scope(kind="person", title=self._page.profile.name), entry

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        """Go where the item leads."""
        item = event.index
        led = self._led[item] if item >= 0 else None
        if led is not None:
            self.leave(led)


def _folded(words: str, columns: int, style: str) -> Item:
    return tuple((TextPart(row, style),) for row in fold(words, columns))


def many(number: int, what: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {what}{'s' * (number != 1)}"


def _date(time: datetime | None) -> str:
    return day(time) if time else ""
