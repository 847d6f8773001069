"""What the words of a name look like."""

from __future__ import annotations

import pytest

from reader.language.people.name_features import looks


@pytest.mark.parametrize(
    ("parts", "feature"),
    [
        (("Ana", "Prat"), "words-2"),
        (("J.", "Prat"), "initials-first"),
        (("John", "T.", "Mercer"), "initial-inside"),
        (("Ludwig", "van", "Berg"), "particle"),
        (("Health", "Ministry"), "2-organisation"),
        (("NATO",), "1-acronym"),
        (("Los", "Angeles", "Chargers"), "plural-last"),
        (("YouTube",), "camel"),
        (("Apollo", "13"), "digit"),
        (("Monday",), "1-calendar"),
        (("French",), "1-demonym"),
        (("Paris", "Hilton"), "place-or-given-first"),
        (("Workington",), "1-ends-as-places-do"),
        (("Ohio",), "1-place"),
        (("von",), "no-word"),
        (("Captain", "Prat"), "2-title-inside"),
    ],
)
def test_a_name_s_words_tell_what_it_may_be(parts: tuple[str, ...], feature: str) -> None:
    assert feature in looks(parts, "en")


def test_a_korean_name_is_given_and_family() -> None:
    assert "2-given-1-family-1" in looks(("Park", "Ji-hoon"), "en")
