from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.text import line, plain


@given(
    st.lists(st.sampled_from(["a", "word", " ", "  ", "\n", "\t \u3000", "\xa0", "漢", "é\n"]), min_size=1, max_size=30),
    st.integers(20_000, 40_000),
)
def test_a_long_text_is_one_line_as_a_short_one_is(parts: list[str], times: int) -> None:
    text = "".join(parts) * (times // len(parts))
    assert line(text) == " ".join(plain(text).split())


@pytest.mark.parametrize("shift", [-2, -1, 0, 1, 2])
def test_white_space_where_two_parts_meet_is_one_space(shift: int) -> None:
    text = "a" * (100_000 + shift) + " \n\t " + "b" * 100_000 + " " * 250_000 + "c"
    assert line(text) == "a" * (100_000 + shift) + " " + "b" * 100_000 + " c"
