"""Decided segments to the blocks of an article, and to its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.extraction.classify import blockquotes, live_posts, posts
from reader.extraction.segments.segment import Container, InlineRun, Kind, Segment, runs, runs_in_lines
from reader.model import Block, Decision, Footnote, Heading, Paragraph, Quotation, Run, Style, Table

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
    depths: list[int] = field(default_factory=list)
    """How deep each paragraph stands in quotations."""


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
        if segment.footnotes:
            _close(made)
            _decided(made, segment, len(made.blocks))
            made.blocks += segment.footnotes
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
    _settle_references(made)
    return made


def _settle_references(made: Composition) -> None:
    """Leave the marks of notes that are not there as they were printed: raised."""
    labels = {block.label for block in made.blocks if isinstance(block, Footnote)}

    def settled(words: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(
            replace(run, style=run.style - {Style.REFERENCE} | {Style.SUPERSCRIPT})
            if Style.REFERENCE in run.style and run.text.strip("[]") not in labels
            else run
            for run in words
        )

    for i, block in enumerate(made.blocks):
        match block:
            case Paragraph() | Heading():
                if any(Style.REFERENCE in run.style for run in block.runs):
                    made.blocks[i] = replace(block, runs=settled(block.runs))
            case Quotation():
                made.blocks[i] = replace(block, paragraphs=tuple(map(settled, block.paragraphs)))
            case Table():
                rows = tuple(tuple(map(settled, row)) for row in block.rows)
                made.blocks[i] = replace(block, header=tuple(map(settled, block.header)), rows=rows)
            case _:
                pass


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
    while quote is not None and (outer := quote.in_quotation) is not None and outer.letters < QUOTE_SHARE * total:
        quote = outer  # the outermost holds those inside it
    return quote


def _depth(segment: Segment, outermost: Container) -> int:
    depth, quote = 1, segment.container.quotation
    while quote is not None and quote is not outermost:
        depth, quote = depth + 1, quote.in_quotation
    return depth


def _quoted(made: Composition, segment: Segment) -> None:
    words, named = blockquotes.parted(segment)
    if posts.is_post(made.quote):
        words = posts.without_addresses(words)
        if name := posts.named(segment):
            made.author = made.author or name
            _decided(made, segment, len(made.blocks))
            return
    found = runs_in_lines(words)
    if not found:
        return
    _decided(made, segment, len(made.blocks))
    if made.paragraphs and (author := blockquotes.author(segment)):
        made.author = author
        return
    made.paragraphs.append(found)
    made.depths.append(_depth(segment, made.quote) if made.quote else 1)
    made.author = named or made.author


def _close(made: Composition) -> None:
    if made.paragraphs:
        origin = (
            posts.origin(made.quote, made.author) if posts.is_post(made.quote) and made.quote else posts.Origin(made.author)
        )
        levels = tuple(made.depths) if len(set(made.depths)) > 1 else ()
        made.blocks.append(
            Quotation(
                paragraphs=tuple(made.paragraphs), author=origin.author, levels=levels, posted=origin.posted, url=origin.url
            )
        )
    made.quote, made.paragraphs, made.author, made.depths = None, [], "", []


def _block(segment: Segment, levels: dict[int, int]) -> Block | None:
    if segment.block is not None:
        return segment.block
    inline_runs = segment.inline_runs
    if len(inline_runs) == 1:
        found: tuple[Run, ...] = (Run(text=segment.text, style=inline_runs[0].style, href=inline_runs[0].href or None),)
    else:
        found = runs(inline_runs) if segment.kind is Kind.HEADING else runs_in_lines(inline_runs)
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
