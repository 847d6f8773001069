"""One screen a file.  The article screen is imported by name; all others are looked up when they are first opened.

article          articles that were asked for by their sources
front_page       the library, and the article that is being read
command_palette  every action, as help and as palette
item_screen      what search, a person's page and the news have in common
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.screens.command_palette import CommandPalette
    from reader.tui.screens.front_page import FrontPage
    from reader.tui.screens.news import NewsScreen, news_of_week
    from reader.tui.screens.person import PersonScreen, page_of
    from reader.tui.screens.search import Found, SearchScreen

_HOMES = {
    "CommandPalette": "command_palette",
    "FrontPage": "front_page",
    "NewsScreen": "news",
    "PersonScreen": "person",
    "Found": "search",
    "SearchScreen": "search",
    "news_of_week": "news",
    "page_of": "person",
}

__all__ = ["CommandPalette", "Found", "FrontPage", "NewsScreen", "PersonScreen", "SearchScreen", "news_of_week", "page_of"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
