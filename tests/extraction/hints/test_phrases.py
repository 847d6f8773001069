"""Stock phrases: what they are, and how they must stand in a text."""

from __future__ import annotations

import pytest

from reader.extraction.hints.phrases import LONGEST, known


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Advertisement", "label"),
        ("• Lesen Sie auch: Der Hafen ist zu", "related"),
        ("Ida Holm contributed to this report.", "credit"),
        ("0:00 / 1:25", "media-player"),
        ("16:9 image", "picture-label"),
        ("Correction: the mayor is called Holm.", "correction"),
        ("Subscribe to continue reading", "paywall"),
        ("The mayor said so on Friday.", ""),
        ("The advertisement was taken down.", ""),
    ],
)
def test_a_phrase_is_known_where_it_stands_as_it_must(text: str, kind: str) -> None:
    assert known().read(text) == kind


def test_a_long_text_says_more_than_a_phrase() -> None:
    start = "Related: "
    assert known().read(start + "x" * (LONGEST - len(start))) == "related"
    assert known().read(start + "x" * LONGEST) == ""
