"""Where paragraphs begin and end."""

from __future__ import annotations

from reader.model import Heading
from tests.extraction.pages import TEXT, blocks


def test_bold_paragraphs_and_bold_lines_are_sub_headlines() -> None:
    found = blocks(f"<p><strong>A letter from the office</strong></p><p>{TEXT[2]}</p><p><b>Two cars</b><br>{TEXT[3]}</p>")
    assert [block.text for block in found if isinstance(block, Heading)] == ["A letter from the office", "Two cars"]
