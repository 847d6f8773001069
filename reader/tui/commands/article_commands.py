"""The command of each action that an article has, by the action's id."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Final

from reader.tui.article_pane.pane import ArticlePane
from reader.tui.commands import keeping, panes, quotes, sharing, steps
from reader.tui.messages import NewsWanted, UndoWanted

Command = Callable[[], Awaitable[None] | None]
_ArticleCommand = Callable[[ArticlePane], Awaitable[None] | None]

ARTICLE_COMMANDS: Final[Mapping[str, _ArticleCommand]] = {
    "next-section": partial(steps.go_section, step=1),
    "previous-section": partial(steps.go_section, step=-1),
    "next-paragraph": partial(steps.go_paragraph, step=1),
    "previous-paragraph": partial(steps.go_paragraph, step=-1),
    "search": panes.search_text,
    "next": steps.next_match_or_unread,
    "previous-match": steps.previous_match_or_toggle,
    "previous-unread": partial(steps.go_unread, step=-1),
    "next-article": partial(steps.go_article, step=1),
    "previous-article": partial(steps.go_article, step=-1),
    "links": lambda pane: pane.link_hints.show(pane.article),
    "browser": sharing.open_browser,
    "copy-link": sharing.copy_link,
    "pipe": sharing.pipe,
    "stripped": panes.toggle_stripped,
    "mark": lambda pane: pane.bookmarks.wait(is_setting=True),
    "to-mark": lambda pane: pane.bookmarks.wait(is_setting=False),
    "left": partial(panes.scroll_sideways, step=-8),
    "right": partial(panes.scroll_sideways, step=8),
    "direction": panes.toggle_direction,
    "quotes": partial(ArticlePane.open_list, name="quotes"),
    "people": partial(ArticlePane.open_list, name="people"),
    "outline": partial(ArticlePane.open_list, name="outline"),
    "entries": partial(ArticlePane.open_list, name="entries"),
    "feeds": partial(ArticlePane.open_list, name="feeds"),
    "next-pane": partial(panes.go_pane, step=1),
    "previous-pane": partial(panes.go_pane, step=-1),
    "zen": panes.toggle_zen,
    "narrower": partial(panes.resize_text, step=-4),
    "wider": partial(panes.resize_text, step=4),
    "escape": panes.clear,
    "back": panes.go_back,
    "undo": lambda pane: pane.widgets.post(UndoWanted()),
    "next-passage": partial(quotes.go_passage, step=1),
    "previous-passage": partial(quotes.go_passage, step=-1),
    "only-person": quotes.toggle_only_person,
    "copy-quote": quotes.copy_quote,
    "cite-quote": quotes.cite_quote,
    "everywhere": quotes.show_person,
    "in-the-news": lambda pane: pane.widgets.post(NewsWanted()),
    "add": keeping.add,
    "keep": keeping.keep,
    "star": keeping.star,
    "tag": keeping.tag,
    "refresh": keeping.refresh,
    "refresh-all": keeping.refresh,
    "export": keeping.export,
}


def article_commands(pane: ArticlePane) -> dict[str, Command]:
    """Return the commands of an article's actions, on one pane."""
    return {name: partial(command, pane) for name, command in ARTICLE_COMMANDS.items()}
