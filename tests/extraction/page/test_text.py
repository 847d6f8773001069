"""Letters and words in one case."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.extraction.page.text import ascii_words, letters, words


def test_letters_are_what_is_left_without_signs_and_case() -> None:
    assert letters("Weir No. 7 – “OPEN”!") == "weirno7open"
    assert letters("weir-no. 7 (open)") == "weirno7open"
    assert letters("Straße") == letters("STRASSE")


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_the_fast_way_finds_the_same_words(text: str) -> None:
    assert [word.decode() for word in ascii_words(text)] == words(text)
    assert letters(text) == "".join(words(text)).replace("_", "_")
