"""Who is named in an article, and who says what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A passage: half-open, in characters of the `.text` of one of the article's blocks."""

    block: int
    """Index into `Article.blocks`."""
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person named in the article; each stands in the index once."""

    name: str
    """The fullest form that the article writes."""
    aliases: tuple[str, ...]
    """Every way the article writes the name, each once, the fullest first; `name` is among them."""
    role: str = ""
    """From a title or an apposition, as printed ("Interior Minister", "the city's engineer"); empty if none is given."""
    mentions: tuple[Span, ...] = ()
    """In text order; each covers one of the aliases."""


class QuoteKind(StrEnum):
    """What a passage between quotation marks (or a reported statement) is."""

    DIRECT = "direct"
    """Somebody's words."""
    INDIRECT = "indirect"
    """A statement reported without marks: "She said that ..."."""
    SCARE = "scare"
    """Words held at arm's length; nobody in particular says them."""
    TITLE = "title"
    """The name of a work."""


class SpeakerKind(StrEnum):
    """By what kind of words the article names the speaker."""

    NAMED = "named"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a quote, as the article puts it."""

    kind: SpeakerKind
    text: str
    """The words that name the speaker there: "Hollande", "he", "a judicial source"."""
    where: Span | None = None
    """Where those words stand; None: the speaker follows from the passage before, and is not named at the quote."""
    person: int | None = None
    """Index into `Article.people`; None: nobody of the index (an unnamed source, a group, an organisation)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote: its words, and who says them.  Its text is what its spans cover, joined by newlines (`Article.words`)."""

    kind: QuoteKind = QuoteKind.DIRECT
    where: tuple[Span, ...]
    """The words inside the marks, without the marks; one span a paragraph, in text order."""
    speaker: Speaker | None = None
    """None: the article does not say, or nobody in particular speaks."""
    cue: str = ""
    """The word that brings the quote in ("said", "according to"), as printed; empty if there is none."""
    confidence: float = 0.0
    """0 to 1: how sure it is that the speaker is right."""
