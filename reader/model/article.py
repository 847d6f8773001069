"""An article: what a page says, without what stands around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from reader.model.blocks import Block, Heading, Post
from reader.model.people import Person, Quote, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A sub-headline and the blocks under it, up to the next one of any level."""

    heading: Heading | Post | None
    """None: the text before the first sub-headline."""
    start: int
    """Index into `Article.blocks` of the heading, or of the first block where there is no heading."""
    end: int
    """Index behind the section's last block."""

    @property
    def level(self) -> int:
        """2 to 6; the text before the first sub-headline and the posts of a live page have 2."""
        return self.heading.level if isinstance(self.heading, Heading) else 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page that has been read; `people` and `quotes` are empty until it is annotated."""

    url: str = ""
    """Canonical, absolute; empty if it is not known."""
    title: str = ""
    """Without the site's name; the same words as `blocks[0]`."""
    byline: tuple[str, ...] = ()
    """People and agencies as printed, in order, without job titles."""
    published: datetime | None = None
    """Aware, in the zone that the page states, UTC where it states none; None: the page gives no date."""
    modified: datetime | None = None
    """As `published`; None: the page gives none."""
    site: str = ""
    language: str = ""
    """BCP 47, the primary subtag at least ("en", "pt-BR"); empty if it is not known."""
    summary: str = ""
    """The page's own, plain; empty if it gives none."""
    lead_image: str = ""
    """Absolute URL."""
    blocks: tuple[Block, ...] = ()
    """In reading order; `blocks[0]`, if there are any, is the title's heading (level 1)."""
    notes: tuple[str, ...] = ()
    """Agency credits, corrections, editor's notes: about the story, not of it."""
    truncated: bool = False
    """The page is cut off, by a paywall or the like: this is not the whole story."""
    people: tuple[Person, ...] = ()
    """In order of first mention."""
    quotes: tuple[Quote, ...] = ()
    """In text order."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The article's sections in order; the title's heading belongs to none."""
        heads = [i for i, block in enumerate(self.blocks) if i and isinstance(block, Heading | Post)]
        edges = [*heads, len(self.blocks)]
        sections = []
        if self.blocks and edges[0] > 1:
            sections.append(Section(heading=None, start=1, end=edges[0]))
        for start, end in pairwise(edges):
            head = self.blocks[start]
            assert isinstance(head, Heading | Post)
            sections.append(Section(heading=head, start=start, end=end))
        return tuple(sections)

    def words(self, where: Iterable[Span]) -> str:
        """Return the text that some spans cover, joined by newlines: a quote's text is `words(quote.where)`."""
        return "\n".join(self.blocks[span.block].text[span.start : span.end] for span in where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided of one piece of the page; pieces stand in page order."""

    text: str
    kept: bool
    rule: str
    """The name of the rule that decided, e.g. `link-density` or `kept`."""
    score: float = 0.0
    """How sure: above 0 speaks for keeping the piece, below 0 for dropping it; 0 where a rule decides without weighing."""
    position: int = 0
    """Index into `Article.blocks`: of the block that a kept piece became (or became part of), of the block before which a
    dropped piece stood (the number of blocks, if it stood behind them all)."""
