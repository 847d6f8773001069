"""Where a clause begins and ends."""

from __future__ import annotations

import pytest

from reader.language.lexicon.word_lists import lexicon
from reader.language.reported.clauses import ClauseFinder
from tests.language.reading import words


def _finder(text: str) -> ClauseFinder:
    return ClauseFinder(words(text), lexicon("en"))


def test_a_sentence_ends_before_its_full_stop_and_behind_its_quote() -> None:
    finder = _finder("She left. He was “sad”. So")
    assert finder.sentence_end(0) == 2
    assert finder.sentence_end(4) == 6
    assert finder.opens_sentence(3)
    assert not finder.opens_sentence(4)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The bridge is safe, he said.", "The bridge is safe"),
        ("PORT LANDER (Reuters) - A ferry sank at noon, he said.", "A ferry sank at noon"),
        ("In the early morning, he said.", None),
        ("Asked about the ferry, he said.", None),
        ("“Go away” now, he said.", None),
        ("In May it would be open, he said.", "In May it would be open"),
    ],
)
def test_a_clause_is_what_stands_before_a_comma(text: str, clause: str | None) -> None:
    finder = _finder(text)
    comma = max(at for at, word in enumerate(finder.row.words) if word == ",")
    bounds = finder.clause(comma)
    assert (bounds and " ".join(finder.row.words[slice(*bounds)])) == clause
