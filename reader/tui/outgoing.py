"""An app that hands things out: an address to the browser, words to the clipboard, the text to a command."""

from __future__ import annotations

from textual import on

from reader.errors import ReaderError
from reader.model import address
from reader.settings import Settings
from reader.tui import messages, outside
from reader.tui.dressing import DressedApp
from reader.tui.state.open_articles import OpenArticles


class OutgoingApp(DressedApp):
    """Hands out what is on its shelf."""

    shelf: OpenArticles
    settings: Settings
    keys: int | None = 0
    """The descriptor that keys come from; None: there is none, as in tests."""

    @on(messages.LinkFollowed)
    def _link_followed(self, event: messages.LinkFollowed) -> None:
        if outside.is_openable(event.url):
            self.open_url(event.url)
            self.say(f"Opened in the browser: {address.display_url(event.url)}")
        else:
            self.say("Only http, https and mailto addresses are opened in the browser.")

    def on_mount(self) -> None:
        """Hear when the terminal is the app's again."""
        self.app_resume_signal.subscribe(self, self._paint_anew)

    def _paint_anew(self, _app: object) -> None:
        """Paint every row: behind a stop (`ctrl+z`, then `fg`) the terminal's second screen is empty."""
        self.screen.refresh()

    @on(messages.TextCopied)
    def _text_copied(self, event: messages.TextCopied) -> None:
        self.copy_to_clipboard(event.text)
        self.say(f"Copied {event.what}.")

    @on(messages.PipeWanted)
    def _pipe_wanted(self, event: messages.PipeWanted) -> None:
        article = self.shelf.stories[self.shelf.here].article
        if article is None:
            return
        from reader.formats import to_text  # noqa: PLC0415 -- printing is not what the app is for

        try:
            argv = outside.cut(event.command)
        except ReaderError as error:
            self.say(str(error))
            return
        with self.suspend():  # an error would leave the terminal lent (Textual 8.2.8)
            told = outside.run(argv, to_text(article, self.settings.width), keys=self.keys)
        self.say(told)
