"""Readings of the bundled pages, kept in the cache folder: from the second time on, they stand there with the first paint.

What is kept is shown at once and read again all the same; if the answer is another (a new version of the program, an edited
page), it takes the old one's place.  Only bundled pages are kept: what somebody reads otherwise leaves no trace here.
A kept file is JSON: whoever wrote it, reading it runs nothing.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

from reader import __version__
from reader.newsroom import Reading, Request
from reader.newsroom.entry_reading import EntryRequest
from reader.worker.protocol import READINGS, Answer

_SEED: Final = "seed:"


def recall(request: Request | EntryRequest, folder: Path) -> Reading | None:
    """Return the reading that is kept of a bundled page; None: there is none, or it cannot be used."""
    if not _is_bundled(request):
        return None
    try:
        return READINGS.decode(_place(request, folder).read_bytes())
    except (OSError, ValueError):  # whatever is wrong with an old file, the page is read anyway
        return None


def keep(request: Request | EntryRequest, answer: Answer, folder: Path) -> None:
    """Keep the reading of a bundled page; without room or right to write, keep nothing."""
    if answer.reading is None or not request.leaves_trace or not _is_bundled(request):
        return
    place = _place(request, folder)
    fresh = place.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(READINGS.encode(answer.reading))
        fresh.replace(place)


def _is_bundled(request: Request | EntryRequest) -> bool:
    name = request.source.removeprefix(_SEED)
    return name != request.source and name.replace("-", "").isalnum()  # a name, and no way to another folder


def _place(request: Request | EntryRequest, folder: Path) -> Path:
    return folder / "readings" / f"{request.source.removeprefix(_SEED)}-{__version__}.json"
