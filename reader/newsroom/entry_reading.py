"""An entry of the library is opened: what is kept of it, else its page from the web, else what its feed says.

The app asks for it with a `EntryRequest`, which loads nothing; the worker process fulfils it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import LibraryError, ReaderError
from reader.model import Article, Page
from reader.newsroom.reading import Reading

if TYPE_CHECKING:
    from reader.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRequest:
    """An entry that is to be opened."""

    entry: int
    library: Path
    """The library's file."""
    own_text: bool = False
    """The feed's own text is wanted, not the page."""
    timeout: float = 30.0
    """Seconds for its page, everything included."""
    offline: bool = False
    """Refuse to open a connection."""

    @property
    def source(self) -> str:
        """A name for it, which no page and no file has."""
        return f"entry:{self.entry}"

    @property
    def leaves_trace(self) -> bool:
        """Where the reader stood in it may be written down: it is in the library already."""
        return True


def open_entry(request: EntryRequest, now: datetime) -> tuple[Reading, ReaderError | None]:
    """Give what there is to read of an entry, and what stood in the way of more; None: nothing did.

    A page that is fetched is kept.  Where none can be, the feed's own text is given.

    Raises:
        LibraryError: there is no such entry, or the library cannot be used.
    """
    from reader.library import Library  # noqa: PLC0415 - who only makes a request needs no database
    from reader.newsroom import keeping  # noqa: PLC0415 - see above

    with Library(request.library) as library:
        if not request.own_text:
            kept = keeping.stored(library, request.entry)
            if kept is not None:
                return as_reading(kept, now), None
            try:
                return keeping.read_entry_page(
                    library, request.entry, now, timeout=request.timeout, offline=request.offline
                ), None
            except LibraryError:
                raise
            except ReaderError as error:
                return _own_text(library, request, now), error
        return _own_text(library, request, now), None


def as_reading(article: Article, now: datetime) -> Reading:
    """Give an article that did not come from a page just now as one that did, with nothing left out."""
    return Reading(page=Page(url=article.url, fetched_at=now), article=article, decisions=())


def _own_text(library: Library, request: EntryRequest, now: datetime) -> Reading:
    from reader.language import annotate  # noqa: PLC0415 - see above
    from reader.newsroom import keeping  # noqa: PLC0415 - see above

    return as_reading(annotate(keeping.feed_text(library, request.entry)), now)
