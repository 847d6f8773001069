"""Somebody's words, scare quotes and titles of works."""

from __future__ import annotations

import pytest

from reader.model import QuoteKind
from tests.language.challenge import Case, faults
from tests.language.reading import read, small_texts


@small_texts("en-kinds")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The so-called “one two three four five” was shut.", QuoteKind.SCARE),
        ("The so-called “one two three four five six” was shut.", QuoteKind.DIRECT),
        ("It was one of the so-called “peace walls”.", QuoteKind.SCARE),
        ("Its novel “The Salt Road” is long.", QuoteKind.TITLE),
        ("The song “Tides” is long.", QuoteKind.TITLE),
        ("Its novel “the salt road” is long.", QuoteKind.SCARE),
    ],
)
def test_the_words_and_how_many_tell_the_kind(text: str, kind: QuoteKind) -> None:
    assert [(quote.kind, quote.speaker) for quote in read(text).quotes] == [(kind, None)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("这是“十个字以内的词语呀”。", QuoteKind.SCARE),
        ("这是“十一个字以内的词语呀呀”。", QuoteKind.DIRECT),
        ("他读《海》。", None),
        ("『海』。", QuoteKind.TITLE),
    ],
)
def test_without_spaces_signs_are_counted(text: str, kind: QuoteKind | None) -> None:
    assert [quote.kind for quote in read(text, "zh").quotes] == ([kind] if kind else [])
