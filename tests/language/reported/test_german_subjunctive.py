"""German sentences that only their mood makes somebody's."""

from __future__ import annotations

from tests.language.reading import stated


def test_a_sentence_goes_on_in_the_mood_of_what_was_told() -> None:
    found = stated("Der Minister sagte, er habe sich geirrt. Von Täuschung könne aber keine Rede sein. Es regnete.", "de")
    assert found == [("er habe sich geirrt", "Der Minister"), ("Von Täuschung könne aber keine Rede sein", "Der Minister")]


def test_without_anybody_before_it_and_with_a_quote_the_mood_tells_nothing() -> None:
    assert stated("Von Täuschung könne aber keine Rede sein.", "de") == []
    assert stated("Der Minister sagte, er habe sich geirrt. Von „Täuschung“ könne keine Rede sein.", "de")[1:] == []
