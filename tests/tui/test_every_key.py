"""Every key of every action of the reading screen is pressed, and does something that can be seen.

What it does is the business of the tests beside this one; here no action of the table is left out, and no key of it is dead.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from reader.model import Article, Decision
from reader.tui.app import ReaderApp
from reader.tui.keys.actions import APP, LISTS, MOTIONS, PANES, PASSAGES, READING, Group

AppMaker = Callable[..., ReaderApp]
IN_QUOTES = ('"', "j")
BEFORE = {
    **dict.fromkeys(("up", "half-up", "page-up", "top", "previous-section", "previous-paragraph", "links"), ("G",)),
    "previous-article": ("J",),
    "right": ("J", "d"),
    "left": ("J", "d", "right"),
    "next-passage": ("@",),
    "previous-passage": ("@",),
    "escape": IN_QUOTES,
    "back": IN_QUOTES,
    "undo": ("N",),
}
"""Keys that come before, so that there is something to be done."""
UNSEEN = {"redraw", "suspend"}
"""They change no word of the screen; tests of their own stand in `test_app.py`."""


def seen(app: ReaderApp) -> tuple[object, ...]:
    """What a reader can tell apart."""
    strips = app.screen._compositor.render_strips()
    drawn = tuple(tuple((segment.text, str(segment.style)) for segment in strip) for strip in strips)
    focused = app.focused.id if app.focused else None
    return drawn, app.clipboard, focused, app.theme, app.return_code, type(app.screen)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys without the rests that a pilot takes between them: here are some hundred."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 else key
        pilot.app.post_message(Key(name, " " if key == "space" else key if len(key) == 1 else None))
        for _ in range(2):
            await pilot._wait_for_screen()
    await pilot.pause()  # a new layout waits until the app is idle


async def begin_again(pilot: Pilot[int], app: ReaderApp) -> None:
    """Back to the top of the first article, with nothing open, lit, searched or counted."""
    while len(app.screen_stack) > 1:
        await press(pilot, "escape")
    while app.focused is not app.reading.pane.view or app.reading.pane.status.message or app.reading.pane.view.has_lit:
        await press(pilot, "escape")
    app.reading.pane.is_zen = False
    app.reading.pane.to_text()
    await press(pilot, *("K" * app.articles.opened.here), "g")


@pytest.mark.parametrize(
    ("group", "place"),
    [(MOTIONS, ()), (MOTIONS, IN_QUOTES), (READING, ()), (PANES, ()), (LISTS, IN_QUOTES), (PASSAGES, IN_QUOTES), (APP, ())],
    ids=lambda value: value.title if isinstance(value, Group) else "in the quotes" if value else "in the text",
)
async def test_every_key_does_something(
    make_app: AppMaker,
    harbour: Article,
    shapes: Article,
    group: Group,
    place: tuple[str, ...],
) -> None:
    app = make_app(harbour, shapes, decisions=(Decision(text="Share this", kept=False, rule="share", position=1),))
    dead = []
    async with app.run_test(size=(120, 30)) as pilot:
        for action in group.actions:
            for key in action.keys.split() if action.id not in UNSEEN else ():
                await begin_again(pilot, app)
                await press(pilot, *(place if group is MOTIONS else ()), *BEFORE.get(action.id, place))
                before = seen(app)
                await press(pilot, key)
                await app.workers.wait_for_complete()
                await pilot.pause()
                if seen(app) == before:
                    dead.append(f"{action.id} {key}")
    assert dead == []
