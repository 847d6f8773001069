"""An app that does what keys ask of it, and what is chosen from the list of its actions."""

from __future__ import annotations

import asyncio
from typing import Final

from textual import events

from reader.tui.keys.actions import keymap
from reader.tui.outgoing import OutgoingApp
from reader.tui.reading.screen import ReadingScreen
from reader.tui.theme.symbols import Symbols
from reader.tui.widgets.motions import MotionPane

_HOPS: Final = 4
"""Turns of the loop that a message takes from a widget to the screen, and what the screen then says to the app."""


class CommandedApp(OutgoingApp):
    """Looks keys up in the pane that has them, and lists every action."""

    reading: ReadingScreen
    """The screen that the app begins with."""
    symbols: Symbols

    async def on_event(self, event: events.Event) -> None:
        """Do what a key is bound to as soon as it comes.

        Textual hands a key to the pane, which hands it up to the screen and the app before it is looked up: three waits, in
        which what an earlier key has opened (a prompt, labels) cannot yet take the keys that were typed ahead.  A key that
        comes before there is a screen waits for it; one that comes behind the last is dropped.
        """
        if not isinstance(event, events.Key) or (
            self.screen_stack and not self.waits(event) and (event.is_forwarded or not await self._use(event))
        ):
            await super().on_event(event)

    async def _use(self, key: events.Key) -> bool:
        """Do what a key is bound to in the pane that has the keys; say whether it was anything."""
        pane = self.focused
        if not isinstance(pane, MotionPane):
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

    async def action_help(self) -> None:
        """Show every action."""
        await self._list_actions("Help", is_typed=False)

    async def action_palette(self) -> None:
        """Choose an action by name."""
        await self._list_actions("Commands", is_typed=True)

    async def _list_actions(self, title: str, *, is_typed: bool) -> None:
        from reader.tui.screens.command_palette import IndexScreen  # noqa: PLC0415 -- not needed to read

        if not self.is_screen_installed(title):
            self.install_screen(IndexScreen(title, keymap(self.settings.keys), self.symbols, is_typed=is_typed), title)
        index = self.get_screen(title, IndexScreen)
        if index not in self.screen_stack:
            index.restyle(self.reading.theme_styles)
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
