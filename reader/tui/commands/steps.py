"""From section to section, paragraph to paragraph, article to article; and bookmarks to come back to."""

from __future__ import annotations

from reader.model import Heading, Post
from reader.tui.article_pane.pane import ArticlePane
from reader.tui.messages import ArticleWanted, ReadToggled


def go_section(pane: ArticlePane, step: int) -> None:
    """Go to another sub-headline."""
    _go_block(pane, [at for at, block in enumerate(pane.article.blocks) if not at or isinstance(block, Heading | Post)], step)


def go_paragraph(pane: ArticlePane, step: int) -> None:
    """Go to another paragraph."""
    _go_block(pane, list(range(len(pane.article.blocks))), step)


def _go_block(pane: ArticlePane, blocks: list[int], step: int) -> None:
    count = pane.take_count()
    block, offset = pane.view.place
    if step > 0:
        ahead = [at for at in blocks if at > block]
        target = ahead[min(count, len(ahead)) - 1] if ahead else None
    else:
        behind = [at for at in blocks if (at, 0) < (block, offset)]
        target = behind[-min(count, len(behind))] if behind else None
    if target is None:
        pane.view.move_to(None if step > 0 else 0)
    else:
        pane.view.reveal(target, top=True)


def go_article(pane: ArticlePane, step: int) -> None:
    """Open another of the open articles."""
    count = len(pane.opened.stories)
    target = pane.opened.here + step * pane.take_count()
    if 0 <= target < count:
        pane.widgets.post(ArticleWanted(target))
    elif count == 1:
        pane.say("This is the only article.")
    else:
        pane.say(f"There is no article {'after' if step > 0 else 'before'} this one.")


def next_match_or_unread(pane: ArticlePane) -> None:
    """Go to the next match; without a search, to the next unread article."""
    if pane.search.words:
        pane.search.step(pane.take_count())
    else:
        go_unread(pane, 1)


def previous_match_or_toggle(pane: ArticlePane) -> None:
    """Go to the match before; without a search, mark the article read or unread."""
    if pane.search.words:
        pane.search.step(-pane.take_count())
    else:
        pane.widgets.post(ReadToggled(pane.opened.here))


def go_unread(pane: ArticlePane, step: int) -> None:
    """Go to the next unread article, or the one before."""
    target = pane.opened.next_unread(step)
    if target is None:
        pane.say("Nothing is left unread.")
    else:
        pane.widgets.post(ArticleWanted(target))
