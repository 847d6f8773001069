"""Block quotations: who is quoted, and those that belong to the text around them whatever the model says."""

from __future__ import annotations

from collections.abc import Sequence

from bs4.element import Tag

from reader.extraction.classify import live_posts
from reader.extraction.segments.segment import Container, InlineRun, Kind, Segment
from reader.model.text import line

LONGEST_AUTHOR = 160
"""Characters."""
DASHES = "—–―-"

_ENDS = (".", "!", "?", "…", '"', "”", "“", "»", "«", "’", "'", "。", "」", "』")
_NAMING = ("cite", "footer")
_MOST_RUNS = 20  # that a name at the end of a paragraph is set in
_LAST = 4  # nodes at the end of an element among which its `cite` is


def decide(segments: Sequence[Segment]) -> None:
    """Keep the quotations in the posts of a live page, and the author below a quotation that is kept."""
    if live_posts.find(segments):
        _keep_embedded(segments)
    kept: Container | None = None
    for segment in segments:
        container = quotation(segment)
        if segment.kept:
            kept = container
        elif container is not None and container is kept and segment.rule == "weighed" and author(segment):
            segment.keep("signature", segment.score)


def _keep_embedded(segments: Sequence[Segment]) -> None:
    """Keep a quotation that stands behind a kept segment and in one container with it."""
    before: Segment | None = None
    for segment in segments:
        if segment.kept:
            before = segment
        elif segment.rule == "weighed" and before is not None and _is_embedded(segment, before):
            segment.keep("embedded", segment.score)
            before = segment


def _is_embedded(segment: Segment, before: Segment) -> bool:
    container = quotation(segment)
    follows = container is not None and (container.parent is before.container or container is quotation(before))
    return follows and segment.linked * 2 < len(segment.text)


def quotation(segment: Segment) -> Container | None:
    """Return the block quotation that a paragraph stands in."""
    return segment.container.quotation if segment.kind is Kind.PARAGRAPH else None


def author(segment: Segment) -> str:
    """Return the author whom a paragraph of a quotation names and nothing else; empty if it names none."""
    text = segment.text
    if len(text) >= LONGEST_AUTHOR:
        return ""
    if (
        text[0] in DASHES
        or any(container.tag.name in _NAMING for container in _within(segment))
        or _cited(segment) == text.strip(DASHES + " ")
    ):
        return text.lstrip(DASHES + " ")
    return ""


def parted(segment: Segment) -> tuple[tuple[InlineRun, ...], str]:
    """Part the words of a quotation from the author named in the same paragraph, where there is one."""
    named = _cited(segment)
    words = segment.text.removesuffix(named).rstrip(DASHES + " ") if named else ""
    if not words or not segment.text.endswith(named) or not words.endswith(_ENDS) or len(named) >= LONGEST_AUTHOR:
        return segment.inline_runs, ""
    inline_runs = list(segment.inline_runs)
    least = max(len(inline_runs) - _MOST_RUNS, 0)
    while len(inline_runs) > least and line("".join(run.text for run in inline_runs)).rstrip(DASHES + " ") != words:
        inline_runs.pop()
    if len(inline_runs) == least:
        return segment.inline_runs, ""
    last = inline_runs.pop()
    return (*inline_runs, last._replace(text=last.text.rstrip().rstrip(DASHES + " "))), named


def _cited(segment: Segment) -> str:
    """Return the words of the last `cite` in the element of a segment."""
    for node in reversed(segment.tag.contents[-_LAST:]):
        if isinstance(node, Tag) and node.name == "cite":
            return line(node.get_text()).strip(DASHES + " ")
    return ""


def _within(segment: Segment) -> list[Container]:
    """Return the containers of a segment up to its quotation."""
    found: list[Container] = []
    for container in segment.container.chain():
        if container.is_quotation:
            return found
        found.append(container)
    return []
