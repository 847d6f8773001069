"""Words that may name a speaker."""

from __future__ import annotations

from reader.language.quotes.speaker_mention import Mention, around
from reader.model import SpeakerKind


def _mention(first: int, last: int, verb: int = -1, edge: int = -1) -> Mention:
    return Mention(kind=SpeakerKind.NAMED, passage=0, first=first, last=last, start=0, end=1, verb=verb, edge=edge)


def test_a_mention_reaches_to_its_verb() -> None:
    assert _mention(3, 5).edges == (3, 5)
    assert _mention(3, 5, verb=6, edge=6).edges == (3, 7)
    assert _mention(3, 5, verb=1, edge=0).edges == (0, 5)


def test_the_mentions_around_a_word_are_those_next_to_it() -> None:
    found = [_mention(at, at + 1) for at in range(0, 20, 2)]
    assert [each.first for each in around(found, 9, 2)] == [6, 8, 10, 12]
    assert [each.first for each in around(found, 0, 2)] == [0, 2]
