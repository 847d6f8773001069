"""What stands around a quote."""

from __future__ import annotations

import pytest

from reader.language.lexicon.word_lists import lexicon
from reader.language.quotes.quote_context import QuoteContext, QuoteSpan, survey
from reader.language.quotes.speaker_candidates import find_mentions
from reader.language.text.quotation_marks import marked
from tests.language.reading import words


def _context(text: str, number: int = 0) -> QuoteContext:
    row, quotes = words(text), marked(text)
    quote = quotes[number]
    segment = QuoteSpan(0, row.quotes[number], quote, text[quote.start : quote.end])
    own = find_mentions(0, row, (), lexicon("en"))
    return survey(segment, QuoteContext(row=row, own=own, lexicon=lexicon("en")))


@pytest.mark.parametrize(
    ("text", "shape", "size", "opening"),
    [("“Go,” she said.", ",", "1", "A"), ("She is “not well”.", "-", "2-3", "a"), ("“Is it so, now?” she said.", "?", "4-8", "A"),
     ("“It went on. And on, and on, and on, and on.” So.", ".", "9+", "A")],
)  # fmt: skip
def test_a_quote_is_seen_by_its_end_size_and_opening(text: str, shape: str, size: str, opening: str) -> None:
    found = _context(text)
    assert (found.shape, found.size, found.opening) == (shape, size, opening)


def test_a_verb_without_a_subject_is_bare() -> None:
    assert _context("“Go,” said.").bare_verb
    assert not _context("“Go,” she said.").bare_verb
    assert _context("“Go,” she said.").related


def test_the_last_of_two_quotes_tells_who_says_both() -> None:
    found = _context("It was “old” and “rotten,” she said.")
    assert found.closing is not None
    assert _context("It was “old.” And “rotten,” she said.").closing is None


def test_a_sentence_with_a_source_is_known() -> None:
    assert _context("It is “old,” according to him.").accorded
    assert not _context("It is “old,” she said.").accorded
