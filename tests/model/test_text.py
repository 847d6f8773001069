from __future__ import annotations

from unicodedata import is_normalized

import pytest
from hypothesis import given

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


@pytest.mark.parametrize(
    "text", ["می\u200cخواهم", "👩\u200d🚒", "\u200fعربي\u200e", "क्\u200dष", "soft\u00adhyphen", "zero\u200bwidth"]
)
def test_the_marks_that_scripts_need_stay(text: str) -> None:
    assert plain(text) == text


def test_a_line_has_single_spaces_for_white_space_of_any_kind() -> None:
    assert line("  «\u00a0Comme\u202fmoi\u00a0»\n\t \u3000fin ") == "« Comme moi » fin"
