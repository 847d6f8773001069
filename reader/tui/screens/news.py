"""Who is in the news: people by the articles of a week that name them, beside the week before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from reader.library import Library, profiles
from reader.library.profiles import Standing
from reader.tui.keys.actions import ITEM_SCREEN
from reader.tui.screens.item_screen import ItemScreen, Where
from reader.tui.state.preview import now
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.widgets.item_rows import Item, TextPart
from reader.tui.widgets.virtual_list import VirtualList

_DAYS = 7
_MOST = 100


class News(NamedTuple):
    """People of a week."""

    standing: tuple[Standing, ...]


def news_of_week(library: Library) -> News:
    """Return who is named in most articles of the last week."""
    end = now() + timedelta(seconds=1)  # what has just been kept counts
    return News(profiles.in_the_news(library, end - timedelta(days=_DAYS), end, limit=_MOST))


class NewsScreen(ItemScreen[Where | str]):
    """Gives the name of the person whose page is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [*ITEM_SCREEN.bindings]

    def __init__(self, news: News, symbols: Symbols, theme_styles: ThemeStyles) -> None:
        """Make the screen for a week."""
        super().__init__("In the news this week", symbols, theme_styles)
        self._standing = news.standing
        many = f"{len(self._standing):,} people" if self._standing else "Nobody is named in the articles of the last week."
        self.status.rest(many, "Enter opens a person's page  q back")

    def items(self, columns: int) -> Sequence[Item]:
        """Return a row a person: articles, name, and how many it were the week before."""
        return [
            ((TextPart(f"{one.articles:>5}  ", "mark"), TextPart(one.name), TextPart(f"  {_before(one)}", "aside")),)
            for one in self._standing
        ]

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        """Go to the person's page."""
        item = event.index
        if item >= 0:
            self.leave(self._standing[item].name)


def _before(one: Standing) -> str:
    return f"{one.before} the week before" if one.before else "not the week before"
