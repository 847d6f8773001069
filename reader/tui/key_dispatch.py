"""Keys are used as soon as they come; those that come before the app stands are held until then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import events
from textual.app import App
from textual.widget import Widget

from reader.tui.widgets.motions import MotionPane


class KeyDispatch:
    """Does what a key is bound to in the pane that has the keys.

    Textual hands a key to the pane, which hands it up to the screen and the app before it is looked up: three waits, in which
    what an earlier key has opened (a prompt, labels) cannot yet take the keys that were typed ahead.
    """

    def __init__(self, app: App[int], say: Callable[[str], None]) -> None:
        """Hold keys until `release`; `say` is told to say nothing when a key comes."""
        self._app, self._say = app, say
        self._held: list[events.Key] | None = []
        """None: the app stands."""

    async def take(self, key: events.Key) -> bool:
        """Say whether a key needs nobody else: it has been used, or is held; or it has come behind the last screen."""
        if not self._app.screen_stack:
            return True
        if self._held is not None:
            self._held.append(key)
            return True
        return not key.is_forwarded and await self._use(key)

    def release(self) -> None:
        """Use the keys that were held, in their order, and hold none any more."""
        held, self._held = self._held or (), None
        for key in held:
            self._app.post_message(key)

    async def _use(self, key: events.Key) -> bool:
        pane = self._app.focused
        if not isinstance(pane, MotionPane):
            return False
        self._say("")
        with self._app.batch_update():  # what the panes tell each other is drawn in one picture with what the key did
            done = pane.count_on(key.character) or await self._app._check_bindings(key.key)  # noqa: SLF001 -- Textual 8.2.8 has no public name for it
            if not done:
                pane.take_count()  # what it was for is not known
            await _settled(pane)
        self._app.screen.check_idle()
        return done


async def _settled(pane: Widget) -> None:
    """Wait until what a pane has said so far has come up to its screen: each node on the way hears of it behind that."""
    for node in pane.ancestors_with_self:
        has_heard = asyncio.Event()
        if isinstance(node, Widget) and node.call_later(has_heard.set):
            await has_heard.wait()
