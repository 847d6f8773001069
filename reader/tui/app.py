"""The app: it owns the worker process, the shelf of stories and the themes, and answers what the screens ask for."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import ClassVar, Final

from textual import events, on
from textual.binding import BindingType
from textual.theme import Theme

from reader import bundle
from reader.settings import Settings
from reader.tui import messages
from reader.tui.actions import APP, keymap
from reader.tui.ending import end_well
from reader.tui.inks import Inks
from reader.tui.marks import ASCII, UNICODE
from reader.tui.outgoing import OutgoingApp
from reader.tui.positions import Positions
from reader.tui.reading.screen import ReadingScreen
from reader.tui.stories import Shelf, Story
from reader.tui.widgets.moving import Moving
from reader.worker import Answer, Worker
from reader.worker.client import GRACE

_CALM: Final = 0.3  # seconds after which the first picture stands: a second process would take its time from it
_UNDONE: Final = 50  # changes that can be taken back
_HOPS: Final = 4
"""Turns of the loop that a message takes from a widget to the screen, and what the screen then says to the app."""


class ReaderApp(OutgoingApp):
    """Broadsheet in the terminal."""

    TITLE = "Broadsheet"
    CSS_PATH = bundle.styles() / "layout.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*APP.bindings]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, shelf: Shelf, settings: Settings, *, worker: Worker, themes: Mapping[str, Theme], positions: Positions
    ) -> None:
        """Make the app for some stories; the first of them may have been asked of the worker already."""
        super().__init__()
        self.animation_level = "none"
        self.shelf = shelf
        self.settings = settings
        self.worker = worker
        self.positions = positions
        self.marks = ASCII if settings.ascii else UNICODE
        self._undo: deque[Shelf] = deque(maxlen=_UNDONE)
        self._asked = -1 if shelf.stories[shelf.here].reading else shelf.here
        """Which story the worker has been asked for; -1: none."""
        self.dress(themes, settings.theme)
        self.reading = self.prepared(self.make_reading(shelf))

    def make_reading(self, shelf: Shelf) -> ReadingScreen:
        """Make the screen that the app begins with."""
        return ReadingScreen(shelf, marks=self.marks, column=self.settings.width)

    def prepared(self, screen: ReadingScreen) -> ReadingScreen:
        """Give a screen as the settings want it."""
        screen.desk.is_linear = self.settings.linear
        screen.dye(self.inks)
        return screen

    def get_default_screen(self) -> ReadingScreen:
        """Begin with the article."""
        return self.reading

    def dye(self, inks: Inks) -> None:
        """Draw every screen in other inks."""
        self.reading.dye(inks)

    def say(self, message: str) -> None:
        """Say something on the line of state."""
        self.reading.say(message)

    def on_mount(self) -> None:
        """Listen to the worker, and take what it has ready."""
        self.set_keymap(keymap(self.settings.keys))
        loop = asyncio.get_running_loop()
        self.worker.listen(lambda pipe: loop.add_reader(pipe, self._hear), loop.remove_reader)
        end_well(loop, self.exit, self.put_away)
        self._want(self.shelf.here)
        self.set_timer(_CALM, self._read_ahead)

    def on_unmount(self) -> None:
        """Leave nothing behind."""
        self.put_away()

    def put_away(self) -> None:
        """Keep the place, and end the worker."""
        self.positions.save()
        self.worker.close()

    async def on_event(self, event: events.Event) -> None:
        """Do what a key is bound to as soon as it comes.

        Textual hands a key to the pane, which hands it up to the screen and the app before it is looked up: three waits, in
        which what an earlier key has opened (a prompt, labels) cannot yet take the keys that were typed ahead.
        """
        if not isinstance(event, events.Key) or event.is_forwarded or not await self._use(event):
            await super().on_event(event)

    async def _use(self, key: events.Key) -> bool:
        """Do what a key is bound to in the pane that has the keys; say whether it was anything."""
        pane = self.focused
        if not isinstance(pane, Moving):
            return False
        self.say("")
        with self.batch_update():  # what the panes tell each other is drawn in one picture with what the key did
            done = pane.count_on(key.character) or await self._check_bindings(key.key)  # Textual 8.2.8: no public name for it
            if not done:
                pane.take_count()  # what it was for is not known
            for _ in range(_HOPS):
                await asyncio.sleep(0)
        self.screen.check_idle()
        return done

    # Stories -------------------------------------------------------------------------------------------------------------

    def _want(self, index: int) -> None:
        """Show a story, and have it read if it has not been."""
        story = self.shelf.stories[index]
        self._put(index, story._replace(is_read=story.reading is not None or story.is_read, error=None), here=index)
        if (story.reading is None or story.is_partial) and self._asked != index:
            self._ask(index)

    def _ask(self, index: int) -> None:
        self._asked = index
        self.worker.ask(self.shelf.stories[index].request, is_ahead=index != self.shelf.here)
        if self.worker.is_stale:
            self.set_timer(GRACE, self.worker.hurry)

    def _hear(self) -> None:
        """Take what the worker has to say; an answer that nobody waits for does not come this far."""
        answer = self.worker.receive()
        if answer is not None:
            self._take(answer)

    def _take(self, answer: Answer) -> None:
        index = self._asked
        self._asked = -1 if answer.is_whole else index
        if not 0 <= index < len(self.shelf.stories):
            return
        story = self.shelf.stories[index]
        if story.is_old and not answer.is_whole:
            return  # what was kept has its people and quotes
        self._put(index, story.told(answer.reading, answer.error, is_whole=answer.is_whole, is_here=index == self.shelf.here))
        self._read_ahead()

    def _read_ahead(self) -> None:
        """Have the worker read what has not been asked for yet, so that the list has titles and the next page is ready."""
        if self._asked < 0:
            near = range(self.shelf.here, len(self.shelf.stories)), range(self.shelf.here)
            stories = self.shelf.stories
            waiting = (at for span in near for at in span if stories[at].is_wanting and not stories[at].error)
            index = next(waiting, -1)
            if index >= 0:
                self._ask(index)

    def _put(self, index: int, story: Story, *, here: int | None = None) -> None:
        """Put a story in its place on the shelf, and hand the shelf down."""
        self.shelf = self.shelf.put(index, story, here=here)
        self._show()

    def _show(self) -> None:
        self.reading.show_shelf(self.shelf, place=self.positions.of(self.shelf.stories[self.shelf.here].key))

    # What screens ask for ------------------------------------------------------------------------------------------------

    @on(messages.StoryWanted)
    def _story_wanted(self, event: messages.StoryWanted) -> None:
        self._want(event.index)

    @on(messages.LinkWanted)
    def _link_wanted(self, event: messages.LinkWanted) -> None:
        at = self.shelf.here + 1
        self.shelf = self.shelf.insert_link(at, event.url)
        self._asked += self._asked >= at  # what has been asked for stands one place further now
        self._want(at)

    @on(messages.ReadToggled)
    def _read_toggled(self, event: messages.ReadToggled) -> None:
        self._undo.append(self.shelf)
        story = self.shelf.stories[event.index]
        self._put(event.index, story._replace(is_read=not story.is_read))
        self.say("Marked unread." if story.is_read else "Marked read.")

    @on(messages.UndoWanted)
    def _undo_wanted(self) -> None:
        if not self._undo:
            self.say("There is nothing to take back.")
            return
        before = self._undo.pop()
        self.shelf = self.shelf.read_as(before)
        self._show()
        self.say("Taken back.")

    @on(messages.PlaceReached)
    def _place_reached(self, event: messages.PlaceReached) -> None:
        self.positions.keep(self.shelf.stories[self.shelf.here].key, (event.block, event.offset))

    # Actions -------------------------------------------------------------------------------------------------------------

    async def action_help(self) -> None:
        """Show every action."""
        await self._list_actions("Help", is_typed=False)

    async def action_palette(self) -> None:
        """Choose an action by name."""
        await self._list_actions("Commands", is_typed=True)

    async def _list_actions(self, title: str, *, is_typed: bool) -> None:
        from reader.tui.screens.index import IndexScreen  # noqa: PLC0415 -- not needed to read

        if not self.is_screen_installed(title):
            self.install_screen(IndexScreen(title, keymap(self.settings.keys), self.marks, is_typed=is_typed), title)
        index = self.get_screen(title, IndexScreen)
        if index not in self.screen_stack:
            index.dye(self.reading.inks)
            await self.push_screen(index, self._run)

    async def _run(self, call: str | None) -> None:
        """Do what was chosen, in the pane that has the keys, on the screen, or here."""
        if call is None:
            return
        name = call.partition("(")[0].removeprefix("screen.")
        places = (self.reading.pane, self.reading, self)
        target = next((node for node in places if hasattr(node, f"action_{name}")), None)
        if target is None:
            self.say("This is for lists: go to one first.")
        else:
            await self.run_action(call, target)

    def action_help_quit(self) -> None:
        """Say how to leave (Ctrl+C with nothing selected), where Textual would lay a notice over the text."""
        self.say("To leave: q goes back one level, Q quits at once.")

    def action_redraw(self) -> None:
        """Draw everything anew."""
        self.refresh(repaint=True, layout=True)
