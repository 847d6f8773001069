"""Decided segments to the blocks of an article, and to its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.extraction.classify import blockquotes, live_posts
from reader.extraction.segments.segment import Container, InlineRun, Kind, Segment, runs
from reader.model import Block, Decision, Heading, Paragraph, Quotation, Run, Style

QUOTE_SHARE = 0.6
"""A block quotation with more than this share of the text is how the page sets its text."""


@dataclass(slots=True)
class Composition:
    """What has been composed so far."""

    blocks: list[Block] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    quote: Container | None = None
    """The block quotation that the last block stands in."""
    paragraphs: list[tuple[Run, ...]] = field(default_factory=list)
    author: str = ""


def compose(segments: Sequence[Segment], title: str) -> Composition:
    """Return the blocks, the decisions and the notes of decided segments; the title's heading comes first."""
    made = Composition()
    if title:
        made.blocks.append(Heading(runs=(Run(text=title),), level=1))
    total = sum(len(segment.text) for segment in segments if segment.kept)
    levels = _levels(segments)
    starts = live_posts.find(segments)
    for segment in segments:
        if not segment.kept:
            _drop(made, segment)
            continue
        if (start := starts.get(id(segment))) is not None:
            _close(made)
            made.blocks.append(start.post)
            if start.title is segment:
                _decided(made, segment, len(made.blocks) - 1)
                continue
        quote = _quote_of(segment, total) if segment.kind is Kind.PARAGRAPH else None
        if quote is not made.quote:
            _close(made)
        if quote is not None:
            made.quote = quote
            _quoted(made, segment)
        elif (block := _block(segment, levels)) is not None:
            made.blocks.append(block)
            _decided(made, segment, len(made.blocks) - 1)
    _close(made)
    return made


def _drop(made: Composition, segment: Segment) -> None:
    if made.quote is not None and not any(container is made.quote for container in segment.container.chain()):
        _close(made)
    if segment.rule == "note" and segment.text not in made.notes:
        made.notes.append(segment.text)
    if segment.text and segment.rule != "title":
        at = len(made.blocks)
        made.decisions.append(Decision(text=segment.text, kept=False, rule=segment.rule, score=segment.score, position=at))


def _decided(made: Composition, segment: Segment, position: int) -> None:
    made.decisions.append(Decision(text=segment.text, kept=True, rule=segment.rule, score=segment.score, position=position))


def _quote_of(segment: Segment, total: int) -> Container | None:
    quote = segment.container.quotation
    while quote is not None and quote.letters >= QUOTE_SHARE * total:  # it is how the page sets its text
        quote = quote.parent.quotation if quote.parent else None
    return quote


def _quoted(made: Composition, segment: Segment) -> None:
    words, named = blockquotes.parted(segment)
    found = runs(words)
    if not found:
        return
    _decided(made, segment, len(made.blocks))
    if made.paragraphs and (author := blockquotes.author(segment)):
        made.author = author
        return
    made.paragraphs.append(found)
    made.author = named or made.author


def _close(made: Composition) -> None:
    if made.paragraphs:
        made.blocks.append(Quotation(paragraphs=tuple(made.paragraphs), author=made.author))
    made.quote, made.paragraphs, made.author = None, [], ""


def _block(segment: Segment, levels: dict[int, int]) -> Block | None:
    if segment.block is not None:
        return segment.block
    inline_runs = segment.inline_runs
    found = (
        (Run(text=segment.text, style=inline_runs[0].style, href=inline_runs[0].href),)
        if len(inline_runs) == 1
        else runs(inline_runs)
    )
    if not found:
        return None
    if segment.kind is Kind.HEADING:
        return Heading(runs=_plain_weight(found), level=levels.get(segment.level, 2))
    return Paragraph(runs=found)


def _plain_weight(found: tuple[Run, ...]) -> tuple[Run, ...]:
    """A headline is bold by itself."""
    inline_runs = [InlineRun(run.text, run.style - {Style.STRONG}, run.href) for run in found]
    return runs(inline_runs)


def _levels(segments: Sequence[Segment]) -> dict[int, int]:
    """Return the level that each of the page's heading levels becomes: the outermost is 2, and no level is left out."""
    used = sorted({segment.level for segment in segments if segment.kept and segment.kind is Kind.HEADING})
    return {level: min(2 + i, 6) for i, level in enumerate(used)}
