from __future__ import annotations

import time
from collections.abc import Callable
from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.text import line, plain
from tests.strategies import anything

CONTROLS = [chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if chr(code) not in "\n\t"]
REORDERING = [*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))]


@given(anything)
def test_no_control_character_comes_through(text: str) -> None:
    assert not set(plain(text)) & {*CONTROLS, *REORDERING, "\ufeff"}


@given(anything)
def test_passing_again_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert line(line(text)) == line(text)


@given(anything)
def test_what_comes_through_is_normal_and_can_be_encoded(text: str) -> None:
    assert is_normalized("NFC", plain(text))
    plain(text).encode()


@given(anything)
def test_a_line_is_one_line_without_space_at_its_ends(text: str) -> None:
    assert line(text) == " ".join(line(text).split())


@pytest.mark.parametrize("control", CONTROLS)
def test_each_control_character_is_dropped_or_breaks_a_line(control: str) -> None:
    assert plain(f"a{control}b") == ("a\nb" if control in "\r\x0b\x0c\x85" else "ab")


@pytest.mark.parametrize("sign", REORDERING)
def test_text_cannot_show_itself_in_another_order(sign: str) -> None:
    assert plain(f"admin{sign}txt.exe") == "admintxt.exe"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b]52;c;cm0gLXJm\x07hello", "]52;c;cm0gLXJmhello"),
        ("\x9b31mred", "31mred"),
        ("one\r\ntwo\rthree\u2028four\u2029five", "one\ntwo\nthree\nfour\nfive"),
        ("a\ud800b", "a\ufffdb"),
        ("e\u0301", "é"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_what_a_terminal_would_obey_becomes_text(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d🚒", "\u200fعربي\u200e", "क्\u200dष"])
def test_the_marks_that_scripts_need_stay(text: str) -> None:
    assert plain(text) == text


def test_a_line_has_single_spaces_for_white_space_of_any_kind() -> None:
    assert line("  «\u00a0Comme\u202fmoi\u00a0»\n\t \u3000fin ") == "« Comme moi » fin"


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


@pytest.mark.parametrize("gate", [plain, line])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Te" + "\u0323" * 1_900 + "st", "T" + "\u1eb9" + "\u0323" * 29 + "st"),  # the first is part of the letter in NFC
        ("\u0348" * 31, "\u0348" * 30),
        ("x" + "\u0488" * 40 + "y" + "\u0488" * 2, "x" + "\u0488" * 30 + "y" + "\u0488" * 2),
        ("x" + "\u0301\ufe0f" * 30, "x" + "\u0301\ufe0f" * 15),
        ("—" * 60 + "🙂" * 60, "—" * 60 + "🙂" * 60),
        ("\u0928\u093f" * 40, "\u0928\u093f" * 40),
    ],
)
def test_at_most_thirty_marks_on_end_come_through(gate: Callable[[str], str], text: str, left: str) -> None:
    assert gate(text) == left


@pytest.mark.parametrize("mark", ["\u0344", "\u0301", "\u0958", "\u20dd"])
def test_marks_that_are_two_in_normal_form_are_counted_there(mark: str) -> None:
    once = plain("a" + mark * 200)
    assert len(once) <= 1 + 200 * (mark == "\u0958") * 2 + 30
    assert plain(once) == once
    assert line(once) == once


def test_a_million_marks_are_read_in_no_time() -> None:
    start = time.perf_counter()
    assert len(plain("a" + "\u0301\u0323" * 500_000)) < 40
    assert time.perf_counter() - start < 2


def test_places_in_a_word_where_it_may_or_may_not_break_are_no_letters_of_it() -> None:
    assert plain("Bun\u00addes\u200btag\u2060s") == "Bundestags"
