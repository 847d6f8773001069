"""What leaves the app: links, the clipboard, the browser, the text for a program of the user's."""

from __future__ import annotations

from reader.tui.article_pane.pane import ArticlePane
from reader.tui.messages import LinkFollowed, PipeWanted, TextCopied

NO_ADDRESS = "This article has no address."


def open_browser(pane: ArticlePane) -> None:
    """Open the page in the browser."""
    if pane.address:
        pane.widgets.post(LinkFollowed(pane.address))
    else:
        pane.say(NO_ADDRESS)


def copy_link(pane: ArticlePane) -> None:
    """Copy the page's address."""
    if pane.address:
        pane.widgets.post(TextCopied(pane.address, "the link"))
    else:
        pane.say(NO_ADDRESS)


async def pipe(pane: ArticlePane) -> None:
    """Ask for a command that is given the text."""
    await pane.prompt.ask_words("| ", lambda words: pane.widgets.post(PipeWanted(words)), is_about_text=True)
