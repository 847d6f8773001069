"""The app: it owns settings, library, worker, positions and themes, and does what screens ask of them by `messages`."""

from __future__ import annotations

import asyncio
import gc
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import App
from textual.binding import BindingType

from reader import resources
from reader.model import Article
from reader.newsroom import Request
from reader.newsroom.entry_reading import EntryRequest
from reader.newsroom.jobs import Finished
from reader.tui import external_programs, messages, screens
from reader.tui.key_dispatch import KeyDispatch
from reader.tui.keys.actions import APP, Action, keymap
from reader.tui.overlays import Overlays
from reader.tui.screens.article import ArticleScreen
from reader.tui.services import Services
from reader.tui.services.article_loader import ArticleLoader
from reader.tui.services.entry_reader import EntryReader
from reader.tui.services.jobs import Jobs
from reader.tui.services.outgoing import Outgoing
from reader.tui.services.theme_switcher import ThemeSwitcher
from reader.tui.startup.first_paint import FirstPaint
from reader.tui.startup.signals import handle_signals
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.preview import EMPTY
from reader.tui.theme.palettes import PLAIN
from reader.tui.theme.symbols import ASCII, UNICODE

if TYPE_CHECKING:
    from reader.tui.screens.item_screen import Where

_CALM: Final = 0.3  # seconds after which the first picture stands: a second process would take its time from it


class ReaderApp(App[int]):
    """Broadsheet in the terminal."""

    TITLE = "Broadsheet"
    CSS_PATH = resources.styles() / "layout.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*APP.bindings]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, opened: OpenArticles, services: Services, *, wanted: str | None = None) -> None:
        """Make the app for some articles, or for the library: if a query is wanted, to choose from what it selects.

        Raises:
            SettingsError: the theme has a colour that is none.
        """
        super().__init__()
        self.animation_level = "none"
        self.services, self.settings, self.library = services, services.settings, services.library
        self.symbols = ASCII if self.settings.ascii else UNICODE
        self.first_paint: FirstPaint | None = None
        """What stands on the screen before the app paints."""
        for theme in services.themes.values():
            self.register_theme(theme)
        is_plain = self.no_color and PLAIN in services.themes
        self.themes = ThemeSwitcher(services.themes, PLAIN if is_plain else self.settings.theme, services.keep_theme)
        self.theme = self.themes.name
        self.key_dispatch = KeyDispatch(self, self.say)
        self.articles = ArticleLoader(
            opened if opened.stories else EMPTY,
            services.worker,
            show=self._show_articles,
            answered=self._note_kept,
            set_timer=self.set_timer,
        )
        self.entries = EntryReader(self.articles, services, self.say)
        finished = partial(self.call_later, self._show_result)
        self.jobs = Jobs(services, say=self.say, reading=lambda: self.reading, finished=finished)
        self.outgoing = Outgoing(self, self.say)
        self.overlays = Overlays(self, self.library, self.symbols, lambda: self.themes.styles, self.say)
        self.front: screens.FrontPage | None = None
        """The front page; None: the app was opened on something else."""
        self.reading: ArticleScreen | screens.FrontPage
        if opened.stories:
            self.reading = ArticleScreen(opened, symbols=self.symbols, text_width=self.settings.width)
            self._prepare(self.reading)
        else:
            self.reading = self._make_front(wanted)

    def _make_front(self, wanted: str | None = None) -> screens.FrontPage:
        columns = self.settings.width
        self.front = screens.FrontPage(self.library, self.entries, symbols=self.symbols, text_width=columns, wanted=wanted)
        self._prepare(self.front)
        return self.front

    def _prepare(self, screen: ArticleScreen | screens.FrontPage) -> None:
        screen.pane.grid.is_linear = self.settings.linear
        screen.pane.widgets.restyle(self.themes.styles)

    def get_default_screen(self) -> ArticleScreen | screens.FrontPage:
        """Begin with the article, or the front page."""
        return self.reading

    def say(self, message: str) -> None:
        """Say something on the line of state."""
        self.reading.pane.say(message)

    def on_mount(self) -> None:
        """Listen to the worker and the library, and take what there is."""
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh())  # behind a stop the terminal is empty
        self.library.connect(self.call_later, lambda error: self.say(str(error)))
        self.set_keymap(keymap(self.settings.keys))
        loop = asyncio.get_running_loop()
        self.services.worker.listen(lambda pipe: loop.add_reader(pipe, self.articles.receive), loop.remove_reader)
        handle_signals(loop, self.exit, self.on_unmount)
        self.articles.open(self.articles.opened.here)
        if self.services.answer:
            self.articles.take(self.services.answer)
        self.set_timer(_CALM, self.articles.read_ahead)

    def on_ready(self) -> None:
        """Use keys from now on; collect garbage if that was put off, but not what is loaded: that would hold up a key."""
        self.key_dispatch.release()
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def on_unmount(self) -> None:
        """Keep the place, finish what is being written, and end all processes."""
        self.services.positions.save()
        self.services.worker.close()
        self.jobs.close()
        self.library.close()

    async def on_event(self, event: events.Event) -> None:
        """Do what a key is bound to as soon as it comes."""
        if not isinstance(event, events.Key) or not await self.key_dispatch.take(event):
            await super().on_event(event)

    async def action_command(self, name: str) -> None:
        """Do the command of an action on the screen that the app begins with; the name is the action's id."""
        command = self.reading.commands.get(name)
        if command is None:
            self.say("This is for lists: go to one first.")
        elif isawaitable(done := command()):
            await done

    async def _perform(self, action: Action | None) -> None:
        """Do the action that was chosen, in the pane that has the keys, or here, or on the screen."""
        if action is None:
            return
        places = (self.reading.pane.focused, self)
        target = next((node for node in places if hasattr(node, f"action_{action.method}")), None)
        await (self.run_action(action.method, target) if target else self.action_command(action.id))

    async def action_help(self) -> None:
        """Show every action."""
        await self.overlays.list_actions("Help", keymap(self.settings.keys), self._perform, is_typed=False)

    async def action_palette(self) -> None:
        """Choose an action by name."""
        await self.overlays.list_actions("Commands", keymap(self.settings.keys), self._perform, is_typed=True)

    def copy_to_clipboard(self, text: str, what: str = "what is selected") -> None:
        """Put some text on the clipboard; the words say what it is."""
        self._clipboard = text  # what Textual's own inputs paste
        self.outgoing.copy(text, what)

    def action_next_theme(self) -> None:
        """Show the next theme."""
        told = self.themes.turn()
        self.reading.pane.widgets.restyle(self.themes.styles)
        self.theme = self.themes.name
        self.say(told)

    def action_redraw(self) -> None:
        """Draw everything anew."""
        self.refresh(repaint=True, layout=True)

    def action_help_quit(self) -> None:
        """Say how to leave (Ctrl+C with nothing selected), where Textual would lay a notice over the text."""
        self.say("To leave: q goes back one level, Q quits at once.")

    def _show_articles(self, opened: OpenArticles) -> None:
        self.reading.show_articles(opened, place=self.services.positions.of(self.articles.shown.key))

    def _follow(self, found: Where) -> None:
        """Open an entry that a person's page has led to."""
        if self.front:
            self.front.browser.show_found(*found)
        else:
            self.entries.open_beside(found[1])

    def _note_kept(self, request: Request | EntryRequest) -> None:
        if self.front and isinstance(request, EntryRequest):
            self.front.browser.note_kept(request.entry)

    async def _show_result(self, done: Finished) -> None:
        """Show what a job has brought; the first of all opens the library."""
        if self.articles.opened.is_first_run and (done.feed is not None or done.entry is not None):
            self.reading = self._make_front()
            await self.push_screen(self.reading)  # the first screen cannot be left (Textual 8.2.8): it stays below
        if self.front:
            self.front.browser.read_anew()
            self.front.browser.show_new(done.feed, done.entry)
        self.say(done.said)

    @on(messages.ArticleMessage)
    def _serve_article(self, message: messages.ArticleMessage) -> None:
        """Do what a screen asks for about the articles that are open."""
        match message:
            case messages.ArticleWanted():
                self.articles.open(message.index)
            case messages.LinkWanted():
                self.articles.open_link(message.url)
            case messages.ReadToggled():
                self.say(self.articles.toggle_read(message.index))
            case messages.UndoWanted():
                self.say(self.articles.undo())
            case messages.PlaceReached():
                self.services.positions.keep(self.articles.shown.key, (message.block, message.offset))
            case messages.LinkFollowed():
                self.outgoing.browse(message.url, message.opened)
            case messages.TextCopied():
                self.copy_to_clipboard(message.text, message.what)
            case messages.PipeWanted():
                article, columns = self.articles.shown.article or Article(), self.settings.width
                keys = self.services.terminal_keys
                self.say(external_programs.pipe(message.command, article, columns, keys=keys, lend=self.suspend))

    @on(messages.LibraryMessage)
    def _serve_library(self, message: messages.LibraryMessage) -> None:
        """Do what a screen asks for about the library."""
        match message:
            case messages.KeepWanted():
                self.entries.keep(star=message.star, tag=message.tag)
            case messages.FeedsWanted():
                self.jobs.refresh(message.feeds)
            case messages.AddWanted():
                self.jobs.add(message.source)
            case messages.FilesWanted():
                self.jobs.export(message.target, entries=message.entries)
            case messages.FileWanted():
                self.jobs.export(message.target, article=self.articles.shown.article)
            case messages.PersonWanted():
                self.overlays.open_person(message.name, self._follow)
            case messages.NewsWanted():
                self.overlays.open_news(self._follow)
