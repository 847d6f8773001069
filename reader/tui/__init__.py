"""The app: sources go in, and are read on the screen until the reader leaves.

The face of this room is `open_app`; importing the room imports no Textual.  The worker process is started before Textual is
imported, so that both come up side by side; a bundled page whose reading is kept needs none before the first paint.

    app.py       owns the worker, the shelf of stories and the themes; screens tell it what is wanted (`messages.py`)
    reading/     the screen on which articles are read, one concern a file
    screens/     the other screens: help and palette
    widgets/     one widget a file, on Textual's Line API: Markdown widgets took 20 to 70 times as long for the same article
    galley, tabular, layers, direction, proof, ink      from an article to rows on the screen; the first four know no Textual
    frame        where the panes stand; pure geometry
    ending       signals that end it
    dressing     the themes that the app wears; rebinding looks over the user's keys
    actions      every action once: bindings, help, palette and settings are made from it
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.newsroom import Request
from reader.settings import Settings, folders
from reader.worker import Worker, recall

if TYPE_CHECKING:
    from reader.tui.stories import Story

_FRAMES: Final = "240"
"""Pictures a second at most: a key waits for the next one, at Textual's usual 60 longer than for everything else it does."""


def open_app(requests: Sequence[Request], settings: Settings) -> int:
    """Open sources in the app, and give the exit status when the reader has left.

    The terminal is expected on descriptors 0 (keys) and 2 (the screen); standard output stays free.

    Args:
        requests: what to read, in order; one for standard input carries its body.  None at all: the bundled edition.
        settings: the user's.

    Raises:
        ReaderError: the bundled edition or a theme cannot be read, or the user's keys cannot be used.
    """
    if settings.keys:
        from reader.tui.rebinding import check  # noqa: PLC0415 -- few bind keys anew

        check(settings.keys, source=str(folders().settings))
    os.environ.setdefault("TEXTUAL_FPS", _FRAMES)
    worker = Worker()
    try:
        return _run(requests, settings, worker)
    finally:
        worker.close()


def _run(requests: Sequence[Request], settings: Settings, worker: Worker) -> int:
    from reader.tui.stories import first_edition, shelf_of  # noqa: PLC0415 -- the room's face is light

    places = folders()
    shelf = shelf_of(requests) if requests else first_edition(settings)
    first = _recalled(shelf.stories[0], places.cache)
    shelf = shelf.put(0, first)
    if first.reading is None:
        worker.ask(first.request)
    from reader.tui.launch import launch  # noqa: PLC0415 -- imports Textual, while the worker imports the parsers

    return launch(shelf, settings, worker, places)


def _recalled(story: Story, cache: Path) -> Story:
    """Give a story with the reading that is kept of it, to be shown until it has been read again."""
    kept = recall(story.request, cache)
    return story._replace(reading=kept, is_old=kept is not None)
