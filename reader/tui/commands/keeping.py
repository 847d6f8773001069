"""What makes an article part of the library: kept, starred, tagged; and what the library is asked from any article."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reader.tui.article_pane.pane import ArticlePane
from reader.tui.messages import AddWanted, FeedsWanted, FileWanted, KeepWanted

EXPORT_SIGN: Final = "export to folder or FILE.epub: "
NO_TAG: Final = "A tag is one word."
_UNFIT: Final = '" ()'
"""What no tag may hold: a query could not name it."""


def is_tag(name: str) -> bool:
    """Say whether a word can be a tag."""
    return bool(name) and not any(sign in name for sign in _UNFIT)


def keep(pane: ArticlePane) -> None:
    """Keep the article."""
    _post(pane, KeepWanted())


def star(pane: ArticlePane) -> None:
    """Keep the article, with a star."""
    _post(pane, KeepWanted(star=True))


async def tag(pane: ArticlePane) -> None:
    """Ask for a tag to keep the article with."""

    def use(words: str) -> None:
        if is_tag(words.strip()):
            _post(pane, KeepWanted(tag=words.strip()))
        else:
            pane.say(NO_TAG)

    await pane.prompt.ask_words("tag: ", use)


async def export(pane: ArticlePane) -> None:
    """Ask where to write the article."""
    await pane.prompt.ask_words(EXPORT_SIGN, lambda words: _post(pane, FileWanted(Path(words.strip()))))


def _post(pane: ArticlePane, wanted: KeepWanted | FileWanted) -> None:
    if pane.article.blocks:
        pane.widgets.post(wanted)
    else:
        pane.say("There is no article to keep yet.")


async def add(pane: ArticlePane) -> None:
    """Ask for the address of a feed to follow, or of a page to keep."""
    await pane.prompt.ask_words("add: ", lambda words: pane.widgets.post(AddWanted(words.strip())))


def refresh(pane: ArticlePane) -> None:
    """Ask all feeds that are due what is new."""
    pane.take_count()
    pane.widgets.post(FeedsWanted(None))
