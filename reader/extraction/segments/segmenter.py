"""The tags of the region cut into segments, in reading order.

The walk is a loop, not a recursion: pages nest deeper than Python does.  Text that stands loose in a container becomes a
paragraph of its own, as does each part of a paragraph between two line breaks in a row; a bold line before a single break
stands alone too, and so does one between two single breaks, because that is how many newsrooms set sub-headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4.element import NavigableString, PageElement, Tag

from reader.extraction.hints import class_names
from reader.extraction.page.soup import INLINE
from reader.extraction.segments import structures
from reader.extraction.segments.inline import inline_runs, is_break, linked, note_label, style_of, target
from reader.extraction.segments.segment import BREAK, NO_STYLE, Container, InlineRun, Kind, Segment, lines, runs
from reader.model import Footnote, Style
from reader.model.text import line

LONGEST_LINE = 120
"""Characters of a bold line within a paragraph that stands alone."""
PASSAGE = 100
"""Characters of a passage that a single line break makes a paragraph."""
SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।", '"', "”", "»", "“", "」", ":")
SHORTEST_NOTE = 12
"""Characters of a note in the margin."""
_MARGIN = ("span", "small", "label")
_SIDENOTE = re.compile(r"side-?note(?!-(?:number|toggle))|margin-?note(?!-(?:number|toggle))|inline-footnote", re.I)
MIN_MARGIN, MAX_MARGIN = 40, 100
"""Characters of a line that a margin has ended."""
_SPACE = InlineRun(" ", NO_STYLE, None)
LONGEST_HEADING = 250
"""Characters; what is longer is text in the tags of a heading."""
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


@dataclass(slots=True)
class OpenElement:
    """An element that is being read."""

    tag: Tag
    """The innermost block element."""
    children: Iterator[PageElement]
    container: Container
    style: frozenset[Style]
    href: str | None
    is_block: bool
    level: int
    """Of the heading that it stands in; 0: none."""


class Segmenter:
    """The state of one walk over a soup."""

    def __init__(self, base: str) -> None:
        """Remember the URL `base` that relative links lead from."""
        self.base = base
        self.segments: list[Segment] = []
        self._runs: list[InlineRun] = []
        self._breaks = 0
        self._sidenotes = 0
        self._waiting: list[Segment] = []
        """Notes in the margin of the paragraph that is being read, and the pictures in it."""
        self._line = 0
        """Where in the runs the line begins that is being read."""

    def cut(self, root: Tag) -> list[Segment]:
        """Return the segments of a soup in reading order."""
        top = Container.of(root, None)
        walk = [OpenElement(root, iter(root.contents), top, NO_STYLE, None, is_block=True, level=0)]
        while walk:
            frame = walk[-1]
            for node in frame.children:
                if type(node) is NavigableString:
                    self._words(node, frame.style, frame.href)
                elif isinstance(node, Tag) and (inner := self._enter(node, frame)) is not None:
                    walk.append(inner)
                    break
            else:
                walk.pop()
                if frame.is_block:
                    self._leave(frame, walk)
        return self.segments

    def _enter(self, tag: Tag, frame: OpenElement) -> OpenElement | None:
        """Read a whole element and give None, or give the frame in which its children are to be read."""
        name = tag.name
        if name == "br":
            self._break(frame)
            return None
        if (name in INLINE or (_is_unknown(name) and _is_inline(tag))) and not (
            name == "cite" and frame.tag.name == "blockquote"
        ):
            return self._inline(tag, frame)
        if name == "img" and not self._is_blank():
            self._picture(tag, frame)
            return None
        self._flush(frame)
        if (made := structures.read(tag, self.base)) is not None:
            self._structure(tag, frame, made)
            return None
        if name == "form" and not class_names.of_tag(tag) & class_names.COMMENTS:
            frame.container.has_form = True
        return self._container(tag, frame) if tag.contents else None

    def _container(self, tag: Tag, frame: OpenElement) -> OpenElement:
        name = tag.name
        container = frame.container if name == "p" or name in HEADINGS else Container.of(tag, frame.container)
        level = HEADINGS.get(name, frame.level)
        return OpenElement(tag, iter(tag.contents), container, frame.style, frame.href, is_block=True, level=level)

    def _inline(self, tag: Tag, frame: OpenElement) -> OpenElement | None:
        name, contents = tag.name, tag.contents
        if not contents:
            if is_break(tag):
                self._break(frame)
            return None
        if name == "a" and (label := note_label(tag)):
            self._runs.append(InlineRun(f"[{label}]", frame.style - {Style.SUPERSCRIPT} | {Style.REFERENCE}, None))
            return None
        if name in _MARGIN and _SIDENOTE.search(class_names.names(tag.attrs)) and len(tag.get_text()) >= SHORTEST_NOTE:
            self._sidenote(tag, frame)
            return None
        own = style_of(tag)
        style = frame.style | {own} if own is not None else frame.style
        href = target(self.base, tag.attrs.get("href")) if name == "a" else frame.href
        if len(contents) == 1 and type(contents[0]) is NavigableString:  # most are: read them on the spot
            self._words(contents[0], style, href)
            return None
        return OpenElement(frame.tag, iter(contents), frame.container, style, href, is_block=False, level=frame.level)

    def _picture(self, tag: Tag, frame: OpenElement) -> None:
        """Set a picture in a sentence behind its paragraph."""
        if (made := structures.read(tag, self.base)) is not None:
            container = Container.of(tag, frame.container)
            self._waiting.append(Segment(made[0], "", container, tag, container.hints, block=made[1]))

    def _sidenote(self, tag: Tag, frame: OpenElement) -> None:
        """Take a note in the margin out of its sentence, and leave a mark."""
        self._sidenotes += 1
        words = inline_runs(tag.contents, self.base)
        label = str(self._sidenotes)
        note = Segment(Kind.PARAGRAPH, line("".join(run.text for run in words)), frame.container, tag, inline_runs=words)
        note.footnotes = (Footnote(label=label, runs=runs(words)),)
        if self._runs and Style.REFERENCE in self._runs[-1].style:
            self._runs.pop()
        self._runs.append(InlineRun(f"[{label}]", frozenset({Style.REFERENCE}), None))
        self._waiting.append(note)

    def _leave(self, frame: OpenElement, walk: list[OpenElement]) -> None:
        self._flush(frame)
        container = frame.container
        if container.parent is not None and walk and walk[-1].container is not container:
            container.parent.letters += container.letters
            container.parent.linked += container.linked

    def _words(self, string: NavigableString, style: frozenset[Style], href: str | None) -> None:
        if string.isspace():
            if not self._runs and href is None:  # between two elements: no paragraph begins with it
                return
        elif self._breaks:
            self._breaks = 0
        self._runs.append(InlineRun(string, style, href))

    def _break(self, frame: OpenElement) -> None:
        self._breaks += 1
        if self._breaks > 1:
            self._flush(frame)
        elif self._is_bold_line():
            bold = self._runs[self._line :]
            del self._runs[self._line :]
            self._flush(frame)
            self._runs = bold
            self._flush(frame)
        else:
            self._runs.append(BREAK)
            self._line = len(self._runs)

    def _is_blank(self) -> bool:
        return all(run.text.isspace() for run in self._runs)

    def _is_bold_line(self) -> bool:
        """Tell whether the words since the last line break are bold, and short where others stand above them."""
        size = 0
        for at in range(self._line, len(self._runs)):
            run = self._runs[at]
            if not run.text.isspace():
                if Style.STRONG not in run.style:
                    return False
                size += len(run.text)
        return size > 0 and (not self._line or size <= LONGEST_LINE)

    def _flush(self, frame: OpenElement) -> None:
        """End the paragraph that is being read."""
        self._breaks = self._line = 0
        if not self._runs:
            return
        read, self._runs = tuple(self._runs), []
        if BREAK in read:
            for one in _paragraphs(read):
                self._paragraph(one, frame)
        else:
            self._paragraph(read, frame)

        for note in self._waiting:
            self._push(note)
        self._waiting = []

    def _paragraph(self, runs: tuple[InlineRun, ...], frame: OpenElement) -> None:
        text = line(runs[0].text if len(runs) == 1 else "".join([run.text for run in runs]))
        if not text:
            return
        kind = Kind.HEADING if frame.level and len(text) <= LONGEST_HEADING else Kind.PARAGRAPH
        container, tag = frame.container, frame.tag
        hints = container.hints if tag is container.tag else class_names.of_tag(tag)
        segment = Segment(kind, text, container, tag, hints, runs, level=frame.level if kind is Kind.HEADING else 0)
        if len(runs) > 1 or runs[0].href is not None or runs[0].style:
            segment.linked, segment.links = linked(runs)
            segment.strong = sum(len(run.text.strip()) for run in runs if Style.STRONG in run.style)
        self._push(segment)

    def _structure(self, tag: Tag, frame: OpenElement, made: structures.Structure) -> None:
        kind, block, letters, links = made
        container = Container.of(tag, frame.container)
        segment = Segment(kind, block.text, container, tag, container.hints, block=block, linked=letters, links=links)
        frame.container.letters += len(segment.text)
        frame.container.linked += letters
        self._push(segment)

    def _push(self, segment: Segment) -> None:
        segment.container.letters += len(segment.text)
        segment.container.linked += segment.linked
        self.segments.append(segment)


def _paragraphs(runs: tuple[InlineRun, ...]) -> list[tuple[InlineRun, ...]]:
    """Part what single line breaks part: long passages are paragraphs, lines that the page has wrapped are joined."""
    parts = [(part, line("".join(run.text for run in part))) for part in lines(runs)]
    said = [(part, text) for part, text in parts if text]
    if len(said) < 2:
        return [tuple(run for run in runs if run is not BREAK)]
    whole = [len(text) >= PASSAGE and text.endswith(SENTENCE_ENDS) for _, text in said]
    if all(whole[:-1]) or sum(whole) * 2 > len(whole):
        return [tuple(part) for part, _ in said]
    if _is_wrapped([text for _, text in said]):
        return [tuple(_SPACE if run is BREAK else run for run in runs)]
    return [runs]


def _is_wrapped(texts: list[str]) -> bool:
    """Tell whether lines end where a margin was: nearly as long as any, in the middle of a sentence."""
    longest = max(map(len, texts))
    if len(texts) < 3 or not MIN_MARGIN <= longest <= MAX_MARGIN:
        return False
    return sum(len(text) >= 0.7 * longest and text[-1].isalnum() for text in texts[:-1]) * 2 > len(texts) - 1


def _is_unknown(name: str) -> bool:
    return "-" in name or ":" in name


def _is_inline(tag: Tag) -> bool:
    """Tell whether an element that HTML does not know stands in a sentence: it has words, and no block in it."""
    words = len(tag.get_text())
    return 0 < words <= LONGEST_LINE and all(
        node.name in INLINE or _is_unknown(node.name) for node in tag.descendants if isinstance(node, Tag)
    )
