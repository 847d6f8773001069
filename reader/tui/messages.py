"""What screens tell the app; it answers by handing things down."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass(eq=False, repr=False)
class StoryWanted(Message):
    """Another story is to be shown."""

    index: int


@dataclass(eq=False, repr=False)
class ReadToggled(Message):
    """A story is to be marked read or unread."""

    index: int


@dataclass(eq=False, repr=False)
class PlaceReached(Message):
    """The reader stands at another passage of the story that is shown."""

    block: int
    offset: int


@dataclass(eq=False, repr=False)
class LinkFollowed(Message):
    """An address is to be opened in the browser."""

    url: str


@dataclass(eq=False, repr=False)
class TextCopied(Message):
    """Some text is to be put on the clipboard."""

    text: str
    what: str
    """What it is, in a word or two, for the line of state."""


@dataclass(eq=False, repr=False)
class WidthChosen(Message):
    """The reader wants so many columns of text."""

    columns: int


@dataclass(eq=False, repr=False)
class LinkWanted(Message):
    """A link of the story is to be read here, in the app."""

    url: str


@dataclass(eq=False, repr=False)
class UndoWanted(Message):
    """The last change is to be taken back."""


@dataclass(eq=False, repr=False)
class PipeWanted(Message):
    """The story's text is to be given to a command."""

    command: str
    """As the user typed it; it is cut into words, and no shell sees it."""
