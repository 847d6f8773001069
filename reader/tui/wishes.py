"""What screens ask of the app about the library: the messages of `messages.py` that are about an article stand there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.model import Saved


@dataclass(eq=False, repr=False)
class EntryWanted(Message):
    """An entry is to be opened."""

    saved: Saved
    own_text: bool = False
    """The feed's own text is wanted, not the page."""


@dataclass(eq=False, repr=False)
class GlimpseWanted(Message):
    """The cursor rests on an entry: what the list knows of it is to be shown."""

    saved: Saved


@dataclass(eq=False, repr=False)
class FeedsWanted(Message):
    """Feeds are to be asked what is new."""

    feeds: tuple[int, ...] | None
    """Ids; None: all that are due."""


@dataclass(eq=False, repr=False)
class AddWanted(Message):
    """A feed is to be followed, or a page to be kept."""

    source: str


@dataclass(eq=False, repr=False)
class FilesWanted(Message):
    """Articles are to be written to files."""

    entries: tuple[int, ...]
    target: Path


@dataclass(eq=False, repr=False)
class KeepWanted(Message):
    """The article that is shown is to be kept, though no feed brought it."""

    star: bool = False
    tag: str = ""
    target: Path | None = None
    """Where it is to be written as a file too; None: nowhere."""


@dataclass(eq=False, repr=False)
class PersonWanted(Message):
    """All that the library knows of a person is to be shown."""

    name: str


@dataclass(eq=False, repr=False)
class NewsWanted(Message):
    """Who is in the news is to be shown."""
