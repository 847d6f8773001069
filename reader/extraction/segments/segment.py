"""What a page is cut into before anything is decided: segments of text, each with the containers it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bs4.element import Tag

from reader.extraction.hints import class_names
from reader.model import Block, Footnote, Run, Style
from reader.model.text import line

NO_STYLE: frozenset[Style] = frozenset()


_BOXES = frozenset(("div", "section", "figure"))


class Kind(StrEnum):
    """What a segment would become if it is kept."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LISTING = "listing"
    TABLE = "table"
    FIGURE = "figure"
    PREFORMATTED = "preformatted"


@dataclass(slots=True)
class Container:
    """A container of the page, seen from the segments in it."""

    tag: Tag
    parent: Container | None
    depth: int
    hints: int = 0
    """Bits of `class_names`: what its own class and id say of it."""
    inherited: int = 0
    """The same for all containers around it, itself included."""
    in_quotation: Container | None = None
    """The innermost block quotation around it, but for itself: who holds itself is left to the collector of garbage."""
    in_post: Container | None = None
    """The same for containers that may be a post of a live page."""
    is_post: bool = False
    """It may be one itself."""
    is_quotation: bool = False
    """It is a block quotation, or the box of a post from elsewhere."""
    has_form: bool = False
    """It is a form, or one stands right in it."""
    letters: int = 0
    """Characters of all segments in it."""
    linked: int = 0
    """Characters of those that lead somewhere."""

    @property
    def quotation(self) -> Container | None:
        """Return the innermost block quotation around it; itself, if it is one."""
        return self if self.is_quotation else self.in_quotation

    @property
    def post(self) -> Container | None:
        """Return the innermost container around it that may be a post of a live page; itself, if it may."""
        return self if self.is_post else self.in_post

    @classmethod
    def of(cls, tag: Tag, parent: Container | None) -> Container:
        """Return a container as the segments in it see it."""
        hints = class_names.of_tag(tag)
        if parent is None:
            made = cls(tag, None, 0, hints, hints)
        else:
            made = cls(tag, parent, parent.depth + 1, hints, hints | parent.inherited, parent.quotation, parent.post)
            made.is_post = tag.name == "article" or bool(hints & class_names.LIVE)
        made.is_quotation = tag.name == "blockquote" or (tag.name in _BOXES and bool(hints & class_names.SOCIAL))
        made.has_form = tag.name == "form" and not hints & class_names.COMMENTS
        return made

    def chain(self) -> Iterator[Container]:
        """Return the container and those around it, from the inside out."""
        container: Container | None = self
        while container is not None:
            yield container
            container = container.parent


class InlineRun(NamedTuple):
    """Words as they stand in the page, before white space is collapsed."""

    text: str
    style: frozenset[Style]
    href: str | None
    """Where it leads; empty: somewhere on the page's site, whose address is not known."""


@dataclass(slots=True)
class Segment:
    """A segment of the page, and, once it is decided, what becomes of it."""

    kind: Kind
    text: str
    """One line, but for lists, tables and preformatted text."""
    container: Container
    tag: Tag
    """The innermost block element; its container where loose text stands in one."""
    hints: int = 0
    """Bits of `class_names`: what the class and id of that element say of it."""
    inline_runs: tuple[InlineRun, ...] = ()
    block: Block | None = None
    """What the segment becomes if it is more than words: a list, a table, a figure ..."""
    level: int = 0
    """Of a heading, as the page has it: 1 to 6."""
    linked: int = 0
    """Characters inside links."""
    strong: int = 0
    """Characters set in bold."""
    links: int = 0
    kept: bool = True
    rule: str = "kept"
    score: float = 0.0
    decided: bool = False
    phrase: str = ""
    """Which kind of stock phrase it is: a name of `data/phrases.json`."""

    footnotes: tuple[Footnote, ...] = ()
    """What it becomes, if it is a note or several."""

    def drop(self, rule: str, score: float = 0.0) -> None:
        """Decide that the segment is not of the story."""
        self.kept, self.rule, self.score, self.decided = False, rule, score, True

    def keep(self, rule: str, score: float = 0.0) -> None:
        """Decide that the segment is of the story."""
        self.kept, self.rule, self.score, self.decided = True, rule, score, True


BREAK = InlineRun("\n", NO_STYLE, None)
"""A line end that the author set; told from white space by its identity."""


def lines(inline_runs: Sequence[InlineRun]) -> list[list[InlineRun]]:
    """Return the inline runs of each line."""
    found: list[list[InlineRun]] = [[]]
    for run in inline_runs:
        if run is BREAK:
            found.append([])
        else:
            found[-1].append(run)
    return found


def runs_in_lines(inline_runs: Sequence[InlineRun]) -> tuple[Run, ...]:
    """Return the runs of inline runs, with a newline where the author set a line end."""
    if BREAK not in inline_runs:
        return runs(inline_runs)
    made: list[Run] = []
    for one in lines(inline_runs):
        if found := runs(one):
            if made:
                last = made[-1]
                made[-1] = Run(text=f"{last.text}\n", style=last.style, href=last.href)
            made += found
    return tuple(made)


def runs(inline_runs: Sequence[InlineRun]) -> tuple[Run, ...]:
    """Return the runs of inline runs: through the gate, white space collapsed, neighbours set alike made one."""
    first, last = 0, len(inline_runs)
    while first < last and inline_runs[first].text.isspace():
        first += 1
    while first < last and inline_runs[last - 1].text.isspace():
        last -= 1
    if last - first == 1:  # most have one
        run = inline_runs[first]
        words = line(run.text)
        return (Run(text=words, style=run.style, href=run.href or None),) if words else ()
    made: list[Run] = []
    text, style, href, open_space = "", NO_STYLE, None, True
    for raw, new_style, led in inline_runs[first:last]:
        new_href = led or None
        words = _collapsed(raw, open_space)
        if not words:
            continue
        if text and new_href == href and new_style == style:
            text += words
        else:
            if text:
                made.append(Run(text=text, style=style, href=href))
            text, style, href = words, new_style, new_href
        open_space = words[-1] == " "
    if text:
        made.append(Run(text=text, style=style, href=href))
    return _settled(made)


def _collapsed(raw: str, open_space: bool) -> str:  # noqa: FBT001 - private, one caller
    words = line(raw)
    if not words:
        return "" if open_space or not raw else " "
    start = "" if open_space or not raw[:1].isspace() else " "
    return f"{start}{words}{' ' if raw[-1:].isspace() else ''}"


def _settled(made: list[Run]) -> tuple[Run, ...]:
    """Trim the end, and see to it that the runs are in NFC when they are joined."""
    while made and not (text := made[-1].text.rstrip()):
        made.pop()
    if made and text != made[-1].text:
        made[-1] = Run(text=text, style=made[-1].style, href=made[-1].href)
    joined = "".join([run.text for run in made])
    if joined.isascii() or (words := line(joined)) == joined:
        return tuple(made)
    if len(made) == 1:  # of neighbours that are set alike: a mark combines with the letter before it
        return (Run(text=words, style=made[0].style, href=made[0].href),)
    return (Run(text=words),)  # a mark combines with a letter of another run: the words win over their setting
