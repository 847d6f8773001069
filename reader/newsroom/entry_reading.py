"""What the app asks for when an entry of the library is opened: an `EntryRequest`, which loads nothing.

The worker process answers it with `keeping.open_entry`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reader.model import Article, Page
from reader.newsroom.reading import Reading


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


def as_reading(article: Article, now: datetime) -> Reading:
    """Return an article that did not come from a page just now as one that did, with nothing left out."""
    return Reading(page=Page(url=article.url, fetched_at=now), article=article, decisions=())
