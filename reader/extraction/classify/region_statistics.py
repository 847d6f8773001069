"""How the segments of a region relate to each other: their containers, the groups of their like, the page's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import AnyStr

from reader.extraction.hints import class_names
from reader.extraction.page.text import ascii_words, letters, words
from reader.extraction.segments.segment import Container, Kind, Segment

PROSE = 80
"""Characters; a segment at least as long that leads nowhere is a paragraph of prose, whosever it is."""
OUTER_SHARE = 0.6
"""A container with more than this share of the text says nothing of a segment by its class."""
FAR = 99.0
"""Segments; what is as far away, or nowhere."""
ECHO, SHORTEST_ECHO = 90, 25
"""Characters of a segment that are looked for elsewhere, and how many it must have."""
WITHIN = ("aside", "footer", "header", "form", "li", "blockquote", "figure", "table")
"""Elements in which it matters to stand."""


@dataclass(slots=True)
class Ancestry:
    """What the containers around a segment say of it, worked out once for each container."""

    bits: int
    within: tuple[float, ...]
    articles: int


@dataclass(slots=True)
class Group:
    """Segments whose elements are named alike: the paragraphs of a story mostly make one such group."""

    count: int = 0
    letters: int = 0
    linked: int = 0
    prose: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """What the second pass needs to know of a region: no words, no tree."""

    sizes: list[int]
    headings: list[bool]
    groups: list[tuple[str, str, int]]
    containers: list[int]
    """Which container a segment stands in, by number."""
    parents: list[int]
    """Which container that one stands in."""
    decided: list[bool]
    """Whether a rule has already dropped a segment."""


@dataclass(frozen=True, slots=True)
class StatedContent:
    """What the page says elsewhere of its article, as letters and words in one case."""

    title: frozenset[str]
    title_bytes: frozenset[bytes]
    summary: str
    body: str
    kind: int = 0
    """Of page, as it says itself."""

    @classmethod
    def of(cls, title: str, summary: str, body: str, kind: int = 0) -> StatedContent:
        """Make a stated of a title, a summary, a body and the kind of the page."""
        spoken = words(title)
        return cls(frozenset(spoken), frozenset(word.encode() for word in spoken), letters(summary), letters(body), kind)

    def share(self, text: str) -> float:
        """Return how many of the words in a text and in the title, each counted once, stand in both; 0 to 1."""
        if text.isascii():
            return _shared(frozenset(ascii_words(text)), self.title_bytes)
        return _shared(frozenset(words(text)), self.title)


class Region:
    """The segments of a region, and what all of them have to do with each other."""

    def __init__(self, segments: Sequence[Segment], stated: StatedContent) -> None:
        """Work out all that is common to several segments."""
        self.segments = segments
        self.stated = stated
        self.sizes = [len(segment.text) for segment in segments]
        self.links = [segment.linked / size if (size := len(segment.text)) else 0.0 for segment in segments]
        self.total = sum(self.sizes) or 1
        self.all_links = sum(segment.linked for segment in segments) / self.total
        self.prose = [size if is_prose(segment) else 0 for segment, size in zip(segments, self.sizes, strict=True)]
        self.prose_total = sum(self.prose) or 1
        self.echoes = echoes(segments)
        self.around: dict[int, Ancestry] = {}
        self.direct: Counter[int] = Counter()
        self.groups: dict[tuple[str, str, int], Group] = {}
        self.keys = [self._group(i) for i in range(len(segments))]
        self.main = self._main()

    def shape(self) -> Shape:
        """Return the region without its words."""
        return Shape(
            self.sizes,
            [segment.kind is Kind.HEADING for segment in self.segments],
            self.keys,
            [id(segment.container) for segment in self.segments],
            [id(segment.container.parent or segment.container) for segment in self.segments],
            [segment.decided for segment in self.segments],
        )

    def _group(self, i: int) -> tuple[str, str, int]:
        segment = self.segments[i]
        listed = segment.tag.attrs.get("class", "")
        key = (segment.tag.name, listed if isinstance(listed, str) else " ".join(listed), segment.container.depth)
        group = self.groups.setdefault(key, Group())
        group.count += 1
        group.letters += self.sizes[i]
        group.linked += segment.linked
        group.prose += self.prose[i]
        self.direct[id(segment.container)] += self.prose[i]
        return key

    def _main(self) -> Container | None:
        """Return the container that holds the most prose itself."""
        return max(
            (segment.container for segment in self.segments), key=lambda container: self.direct[id(container)], default=None
        )

    def around_of(self, container: Container) -> Ancestry:
        """Return what a container and those around it say of a segment in them."""
        known = self.around.get(id(container))
        if known is not None:
            return known
        waiting = []
        one: Container | None = container
        while one is not None and id(one) not in self.around:
            waiting.append(one)
            one = one.parent
        found = self.around[id(one)] if one is not None else Ancestry(0, (0.0,) * len(WITHIN), 0)
        for inner in reversed(waiting):
            name = inner.tag.name
            small = inner.letters < OUTER_SHARE * self.total
            bits = found.bits | (inner.hints if small else inner.hints & class_names.STORY)
            within = found.within
            if name in WITHIN and small:
                within = tuple(1.0 if one == name else had for one, had in zip(WITHIN, within, strict=True))
            found = self.around[id(inner)] = Ancestry(bits, within, found.articles + (name == "article"))
        return found


def is_prose(segment: Segment) -> bool:
    """Tell whether a segment is a paragraph of prose, whosever it is: long, and not made of links."""
    size = len(segment.text)
    return size >= PROSE and segment.linked < 0.3 * size and segment.kind is not Kind.HEADING and not segment.decided


def echoes(segments: Sequence[Segment]) -> list[tuple[int, bool]]:
    """Return for each segment how many others begin as it does, and whether one before it does."""
    starts = [segment.text[:ECHO].strip("\"“”„«»'‘’. ") for segment in segments]
    counts = Counter(starts)
    seen: set[str] = set()
    found: list[tuple[int, bool]] = []
    for start in starts:
        found.append((counts[start] - 1, start in seen) if len(start) >= SHORTEST_ECHO else (0, False))
        seen.add(start)
    return found


def distances(marks: Sequence[int]) -> list[float]:
    """Return for each place how far before it the last mark is that is not 0."""
    found: list[float] = []
    distance = FAR
    for mark in marks:
        found.append(distance)
        distance = 1.0 if mark else min(distance + 1.0, FAR)
    return found


def _shared(mine: frozenset[AnyStr], theirs: frozenset[AnyStr]) -> float:
    both = len(mine & theirs)
    return both / (len(mine) + len(theirs) - both) if both else 0.0
