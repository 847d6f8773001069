"""What screens tell the app; it answers by handing things down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.model import Saved


class ArticleMessage(Message):
    """Something that the app is asked for about the articles that are open."""


class LibraryMessage(Message):
    """Something that is asked for about the library."""


# About the articles that are open -------------------------------------------------------------------------------------------


@dataclass(eq=False, repr=False)
class ArticleWanted(ArticleMessage):
    """Another open article is to be shown."""

    index: int


@dataclass(eq=False, repr=False)
class ReadToggled(ArticleMessage):
    """An open article is to be marked read or unread."""

    index: int


@dataclass(eq=False, repr=False)
class PlaceReached(ArticleMessage):
    """The reader stands at another passage of the article that is shown."""

    block: int
    offset: int


@dataclass(eq=False, repr=False)
class LinkFollowed(ArticleMessage):
    """An address is to be opened in the browser."""

    url: str
    opened: Callable[[], object] | None = None
    """Is called once it is open."""


@dataclass(eq=False, repr=False)
class LinkWanted(ArticleMessage):
    """A link of the article is to be read here, in the app."""

    url: str


@dataclass(eq=False, repr=False)
class TextCopied(ArticleMessage):
    """Some text is to be put on the clipboard."""

    text: str
    what: str
    """What it is, in a word or two, for the line of state."""


@dataclass(eq=False, repr=False)
class WidthChosen(ArticleMessage):
    """The reader wants so many columns of text."""

    columns: int


@dataclass(eq=False, repr=False)
class UndoWanted(ArticleMessage):
    """The last change is to be taken back."""


@dataclass(eq=False, repr=False)
class PipeWanted(ArticleMessage):
    """The article's text is to be given to a command."""

    command: str
    """As the user typed it; it is cut into words, and no shell sees it."""


# About the library ----------------------------------------------------------------------------------------------------------


@dataclass(eq=False, repr=False)
class EntryWanted(LibraryMessage):
    """An entry is to be opened."""

    saved: Saved
    own_text: bool = False
    """The feed's own text is wanted, not the page."""


@dataclass(eq=False, repr=False)
class PreviewWanted(LibraryMessage):
    """The cursor rests on an entry: what the list knows of it is to be shown."""

    saved: Saved


@dataclass(eq=False, repr=False)
class NothingListed(LibraryMessage):
    """A list is empty: in place of an article, it is said why."""

    why: str


@dataclass(eq=False, repr=False)
class FeedsWanted(LibraryMessage):
    """Feeds are to be asked what is new."""

    feeds: tuple[int, ...] | None
    """Ids; None: all that are due."""


@dataclass(eq=False, repr=False)
class AddWanted(LibraryMessage):
    """A feed is to be followed, or a page to be kept."""

    source: str


@dataclass(eq=False, repr=False)
class FilesWanted(LibraryMessage):
    """Articles are to be written to files."""

    entries: tuple[int, ...]
    target: Path


@dataclass(eq=False, repr=False)
class KeepWanted(LibraryMessage):
    """The article that is shown is to be kept, though no feed brought it."""

    star: bool = False
    tag: str = ""


@dataclass(eq=False, repr=False)
class FileWanted(LibraryMessage):
    """The article that is shown is to be written to a file."""

    target: Path


@dataclass(eq=False, repr=False)
class PersonWanted(LibraryMessage):
    """All that the library knows of a person is to be shown."""

    name: str


@dataclass(eq=False, repr=False)
class NewsWanted(LibraryMessage):
    """Who is in the news is to be shown."""
