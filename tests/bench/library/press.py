"""An invented press: articles without end, each made from its number alone, as uneven as real ones.

Words follow Zipf's law (the commonest stands in every article, half of them in hardly any), and so do people: a few are named
every day, most once or twice.  Nothing of it is taken from anywhere, so that it may be made on any machine.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate, product

from reader.model import Article, Block, Entry, Heading, Paragraph, Person, Quote, Run, Span, Speaker, SpeakerKind

NEWEST = datetime(2026, 11, 23, 12, tzinfo=UTC)
"""When article 0 is published; the others come before it, one every seven minutes."""
EVERY = timedelta(minutes=7)
WORDS, PEOPLE, FEEDS = 40_000, 8_000, 300
COMMON, RARER, RARE = 3, 60, 4_000
"""Ranks of words to search for: in nearly every article, in many, in few."""
_LETTERS = (
    "b d f g h k l m n p r s t v br dr fl gr kl pl sk st tr".split(),
    "a e i o u ai ea ou".split(),
    ["", "n", "r", "s", "l"],
)
_ROLES = "mayor minister striker judge harbour-master engineer senator nurse spokesman historian conductor".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One article of the press, and the entry that announces it."""

    entry: Entry
    article: Article
    feed: int
    """Which of the `FEEDS` it stands in, from 0."""


def piece(number: int) -> Piece:
    """Give one article; the same for the same number."""
    chance = random.Random(number)
    cast = sorted(set(chance.choices(range(PEOPLE), cum_weights=_weights(PEOPLE), k=chance.randint(1, 7))))
    paragraphs = [" ".join(_sentence(chance) for _ in range(chance.randint(1, 3))) for _ in range(chance.randint(8, 22))]
    blocks = [
        f"{paragraph} {name_of(cast[at % len(cast)], short=at >= len(cast))}." for at, paragraph in enumerate(paragraphs)
    ]
    title = _sentence(chance, 7)
    published = NEWEST - EVERY * number
    url = f"https://paper{number % FEEDS}.example/{published:%Y/%m/%d}/{number}"
    article = Article(
        url=url,
        title=title,
        published=published,
        language="en",
        blocks=_blocks(title, blocks),
        people=tuple(_person(rank, at, len(cast), blocks) for at, rank in enumerate(cast)),
        quotes=tuple(_quote(chance, at % len(cast), at + 1, blocks[at]) for at in range(0, len(blocks), 3)),
    )
    content = "".join(f"<p>{block}</p>" for block in blocks[: len(blocks) // 2])
    entry = Entry(guid=url, url=url, title=title, published=published, summary=paragraphs[0][:200], content=content)
    return Piece(entry=entry, article=article, feed=number % FEEDS)


def word(rank: int) -> str:
    """Give the word of a rank: 0 is the commonest."""
    return _vocabulary()[rank]


@cache
def name_of(rank: int, *, short: bool = False) -> str:
    """Give the name of a person: 0 is in the news most often."""
    vocabulary = _vocabulary()
    family = vocabulary[100 + rank * 7 % 3_000].capitalize()
    return family if short else f"{vocabulary[5_000 + rank].capitalize()} {family}"


@cache
def _vocabulary() -> Sequence[str]:
    start, middle, end = _LETTERS
    syllables = ["".join(letters) for letters in product(start, middle, end)]
    chance = random.Random(WORDS)
    found: dict[str, None] = {}
    while len(found) < WORDS:
        found["".join(chance.choices(syllables, k=min(1 + len(found) // 400, 3)))] = None
    return tuple(found)


@cache
def _weights(many: int) -> Sequence[float]:
    return tuple(accumulate(1 / (rank + 2.7) for rank in range(many)))


def _sentence(chance: random.Random, words: int = 0) -> str:
    count = words or chance.randint(8, 22)
    return " ".join(chance.choices(_vocabulary(), cum_weights=_weights(WORDS), k=count)).capitalize()


def _blocks(title: str, paragraphs: Sequence[str]) -> tuple[Block, ...]:
    return (
        Heading(runs=(Run(text=title),), level=1),
        *(Paragraph(runs=(Run(text=paragraph),)) for paragraph in paragraphs),
    )


def _person(rank: int, at: int, cast: int, blocks: Sequence[str]) -> Person:
    named = [index for index in range(len(blocks)) if index % cast == at]
    ends = [len(blocks[index]) - 1 for index in named]
    lengths = [len(name_of(rank, short=index >= cast)) for index in named]
    spans = tuple(
        Span(block=index + 1, start=end - length, end=end) for index, end, length in zip(named, ends, lengths, strict=True)
    )
    aliases = (name_of(rank), name_of(rank, short=True)) if len(named) > 1 else (name_of(rank),)
    return Person(name=name_of(rank), aliases=aliases, role=_ROLES[rank % len(_ROLES)], mentions=spans)


def _quote(chance: random.Random, person: int, block: int, text: str) -> Quote:
    start = text.find(" ") + 1
    end = text.find(" ", start + chance.randint(30, 120))
    span = Span(block=block, start=start, end=end if end > start else len(text))
    return Quote(where=(span,), speaker=Speaker(kind=SpeakerKind.NAMED, text="", person=person), confidence=0.9)
