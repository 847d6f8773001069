"""The posts of a live page: elements of one kind in a row, each with its time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bs4.element import Tag

from reader.extraction.metadata import dates
from reader.extraction.segments.segment import Container, Kind, Segment
from reader.model import Post
from reader.model.text import line

FEWEST = 3
"""Posts that make a live page."""


@dataclass(slots=True)
class PostStart:
    """A post, and the segment that is its title."""

    post: Post
    title: Segment | None


def find(segments: Sequence[Segment]) -> dict[int, PostStart]:
    """Return the posts of a page by the `id()` of the first kept segment of each; empty if it is no live page."""
    if len({id(segment.container.post) for segment in segments if segment.container.post is not None}) < FEWEST:
        return {}
    inside: dict[int, list[Segment]] = {}
    containers: dict[int, Container] = {}
    for segment in segments:
        if (container := segment.container.post) is not None and _counts(segment):
            containers[id(container)] = container
            inside.setdefault(id(container), []).append(segment)
    if len(inside) < FEWEST:
        return {}
    inside = {key: row for key, row in inside.items() if any(segment.kept for segment in row)}
    rows = Counter(id(container.parent) for key, container in containers.items() if key in inside)
    found: dict[int, PostStart] = {}
    for key, row in inside.items():
        container = containers[key]
        if rows[id(container.parent)] >= FEWEST and isinstance(time := container.tag.find("time"), Tag):
            start = _opening(time, _without_time(row, time))
            first = start.title or next((segment for segment in row if segment.kept), None)
            if first is not None:
                found[id(first)] = start
    return found


def _without_time(row: Sequence[Segment], time: Tag) -> list[Segment]:
    """Drop the segment that prints the post's time: the post says it."""
    printed = line(time.get_text(" "))
    for segment in row:
        if segment.text == printed:
            segment.drop("post-time", segment.score)
    return [segment for segment in row if segment.text != printed]


def _counts(segment: Segment) -> bool:
    """Tell whether a segment is of a post: it is kept, or it is a heading that may be the title of what is kept below it."""
    return segment.kind is not Kind.FIGURE and (segment.kept or (segment.kind is Kind.HEADING and segment.rule == "weighed"))


def _opening(time: Tag, inside: Sequence[Segment]) -> PostStart:
    stated = time.attrs.get("datetime")
    when = dates.parse(stated) if isinstance(stated, str) and stated else dates.parse_words(time.get_text(" "))
    title = inside[0] if inside and inside[0].kind is Kind.HEADING else None
    if title is not None and not title.kept:
        title.keep("post-title", title.score)
    return PostStart(Post(time=when, title=title.text if title else ""), title)
