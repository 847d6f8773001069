"""What the app has done while the reader reads on: feeds asked, a feed followed, articles written to files.

A job loads nothing by itself; the process that runs it (`job_runner`) loads what it needs, and reports as it goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.errors import ReaderError
from reader.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshJob:
    """Feeds are to be asked what is new."""

    library: Path
    feeds: tuple[int, ...] | None = None
    """Ids; None: all that are due."""
    timeout: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AddJob:
    """A feed is to be followed, or a page to be kept where it names none."""

    library: Path
    source: str
    """As the user wrote it."""
    timeout: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportJob:
    """Articles are to be written to files, with their source."""

    library: Path
    entries: tuple[int, ...] = ()
    """Ids of what is kept."""
    article: Article | None = None
    """One that is not kept; None: only entries are written."""
    target: Path
    """A file that ends in `.epub`, or a folder for a Markdown file an article."""


Job = RefreshJob | AddJob | ExportJob


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a refresh is."""

    done: int
    of: int
    """Feeds."""
    new: int
    """Entries that were not in the library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A job is done, or has failed."""

    said: str
    """What to tell the user, in a line."""
    error: ReaderError | None = None
    """None: it went well."""
    feed: int | None = None
    """Id of the feed that is followed now."""
    entry: int | None = None
    """Id of the article that is kept now."""


Report = Progress | Finished
