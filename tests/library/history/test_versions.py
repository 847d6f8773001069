from __future__ import annotations

import pytest

from reader.library.history.versions import is_wall


@pytest.mark.parametrize(
    ("words", "kept", "is_one"),
    [(49, 100, True), (50, 100, False), (100, 49, False), (1, 39, False), (1, 40, True), (19, 40, True)],
)
def test_less_than_half_of_a_story_is_the_wall_before_it(words: int, kept: int, is_one: bool) -> None:
    assert is_wall("word " * words, "word " * kept) is is_one
