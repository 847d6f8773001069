from __future__ import annotations

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.fulltext import indexed, snippet, sought
from reader.library.query import Words, parse
from reader.library.terms.folding import fold


@given(st.text(alphabet="Ää東京 ßİe\u0301x", max_size=300), st.text(alphabet="ä東京x", min_size=1, max_size=3))
def test_marks_stand_where_the_word_stands(body: str, word: str) -> None:
    passage, marks = snippet(body, sought(parse(f'"{word}"', datetime.fromisoformat("2026-11-23T12:00:00+00:00"))))
    assert len(fold(body)) == len(body)
    assert all(fold(passage[start:end]) == fold(word) for start, end in marks)


def test_unspaced_scripts_are_indexed_in_pairs() -> None:
    assert indexed("Tokyo 東京都 now").split() == ["Tokyo", "東京", "京都", "都", "now"]


@pytest.mark.parametrize(
    ("text", "folded"), [("Šumí CAFÉ", "sumi cafe"), ("김서연", "김서연"), ("ガラス", "ガラス"), ("Ёлка", "елка")]
)
def test_marks_that_tell_words_apart_are_not_folded_away(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_passage_begins_with_words_before_the_one_that_was_found() -> None:
    body = " ".join(f"word{number}" for number in range(90)) + " the harbour wall fell " + "and more " * 40
    passage, marks = snippet(body, (Words("harbour"),))
    ((start, end),) = marks
    assert passage[start:end] == "harbour"
    assert 20 <= start <= 80
    assert re.fullmatch(r"(?:word\d+ )+the ", passage[:start])


def test_a_word_is_found_only_where_it_begins() -> None:
    assert snippet("a northeast wind, then east", (Words("east"),))[1] == ((23, 27),)
