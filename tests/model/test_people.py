from __future__ import annotations

import pytest

from reader.model import Person, Quote, QuoteKind, Span, Speaker, SpeakerKind


def test_spans_sort_in_reading_order() -> None:
    spans = [Span(block=1, start=0, end=4), Span(block=0, start=9, end=12), Span(block=0, start=2, end=5)]
    assert sorted(spans) == [spans[2], spans[1], spans[0]]


@pytest.mark.parametrize(
    ("kind", "words"),
    [(QuoteKind, ["direct", "indirect", "scare", "title"]), (SpeakerKind, ["named", "pronoun", "nominal", "organisation"])],
)
def test_kinds_are_the_words_that_json_writes(kind: type[QuoteKind | SpeakerKind], words: list[str]) -> None:
    assert [str(member) for member in kind] == words


def test_a_quote_without_a_word_on_it_is_direct_and_nobodys() -> None:
    quote = Quote(where=(Span(block=0, start=0, end=1),))
    assert (quote.kind, quote.speaker, quote.cue, quote.confidence) == (QuoteKind.DIRECT, None, "", 0.0)


def test_a_speaker_may_stand_outside_the_index_and_away_from_the_quote() -> None:
    speaker = Speaker(kind=SpeakerKind.PRONOUN, text="she")
    assert (speaker.where, speaker.person) == (None, None)


def test_a_person_need_not_have_a_role() -> None:
    assert Person(name="Ada", aliases=("Ada",)).role == ""
