"""Where paragraphs begin and end."""

from __future__ import annotations

import pytest

from reader.model import Heading
from tests.extraction.pages import TEXT, blocks


def test_bold_paragraphs_and_bold_lines_are_sub_headlines() -> None:
    found = blocks(f"<p><strong>A letter from the office</strong></p><p>{TEXT[2]}</p><p><b>Two cars</b><br>{TEXT[3]}</p>")
    assert [block.text for block in found if isinstance(block, Heading)] == ["A letter from the office", "Two cars"]


def lines_of(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


@pytest.mark.parametrize(
    "lines",
    [
        ("The wall stood long,", "the wall stood high,", "and then it fell."),
        ("Brackwater Courier", "12 Pier Road", "Tel. 555 0100"),
        ("- Ferry: cancelled", "- Bus: every hour"),
    ],
)
def test_lines_that_a_break_parts_stay_lines(lines: tuple[str, ...]) -> None:
    assert lines_of(f"<p>{'<br>'.join(lines)}</p>") == ["\n".join(lines)]


def test_passages_that_a_break_parts_are_paragraphs() -> None:
    assert [text for text in lines_of(f"<p>{TEXT[2]}<br>{TEXT[3]}</p>") if text not in TEXT] == []


def test_lines_that_a_margin_has_ended_are_joined() -> None:
    wrapped = (
        "The harbour office said on Monday that the lamp",
        "on the pier would be lit again before the end",
        "of the year, when the oil has come.",
    )
    assert lines_of(f"<p>{'<br>'.join(wrapped)}</p>") == [" ".join(wrapped)]


def test_an_element_with_an_unknown_name_does_not_cut_its_sentence() -> None:
    assert lines_of("<p>The board met <time-ago>three days ago</time-ago> and voted for the lamp on the pier.</p>") == [
        "The board met three days ago and voted for the lamp on the pier."
    ]
