from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Protocol

import pytest

from reader.library import Library
from reader.model import Article, Block, Heading, Paragraph, Person, Quote, Run, Span, Speaker, SpeakerKind


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:") as opened:
        yield opened


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


class Storyteller(Protocol):
    def __call__(
        self, title: str, *paragraphs: str, people: Sequence[tuple[str, str]] = (), said: Sequence[tuple[int, str]] = ()
    ) -> Article: ...


@pytest.fixture
def story() -> Storyteller:
    return _story


def _story(
    title: str, *paragraphs: str, people: Sequence[tuple[str, str]] = (), said: Sequence[tuple[int, str]] = ()
) -> Article:
    """Give an article; `people` are names with roles, `said` are words of its paragraphs with the number of who says them."""
    blocks: tuple[Block, ...] = (
        Heading(runs=(Run(text=title),), level=1),
        *(Paragraph(runs=(Run(text=text),)) for text in paragraphs),
    )
    return Article(
        title=title,
        language="en",
        blocks=blocks,
        people=tuple(_person(name, role, paragraphs) for name, role in people),
        quotes=tuple(_quote(person, words, paragraphs) for person, words in said),
    )


def _person(name: str, role: str, paragraphs: Sequence[str]) -> Person:
    spans = tuple(
        Span(block=i, start=t.index(name), end=t.index(name) + len(name)) for i, t in enumerate(paragraphs, 1) if name in t
    )
    family = name.rsplit(maxsplit=1)[-1]
    return Person(name=name, aliases=tuple(dict.fromkeys((name, family))), role=role, mentions=spans)


def _quote(person: int, words: str, paragraphs: Sequence[str]) -> Quote:
    block, start = next((i, text.index(words)) for i, text in enumerate(paragraphs, 1) if words in text)
    speaker = Speaker(kind=SpeakerKind.NAMED, text="", person=person)
    return Quote(where=(Span(block=block, start=start, end=start + len(words)),), speaker=speaker, confidence=0.9)
