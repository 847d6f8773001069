"""Paragraphs that are sub-headlines."""

from __future__ import annotations

import pytest

from reader.extraction import extract
from reader.model import Heading
from tests.extraction.pages import TEXT, page


def headings(html: str, media_type: str = "text/html") -> list[str]:
    return [block.text for block in extract(html, media_type=media_type).blocks[1:] if isinstance(block, Heading)]


@pytest.mark.parametrize("paragraph", ["<p class='subhead'>Two cars a day</p>", "<p><b>Two cars a day</b></p>"])
def test_a_paragraph_that_is_set_as_one_is_a_sub_headline(paragraph: str) -> None:
    assert headings(page(paragraph, f"<p>{TEXT[2]}</p>")) == ["Two cars a day"]


@pytest.mark.parametrize(
    "paragraph",
    ["<p><b>Two cars</b> a day</p>", "<p class='subhead'>Two cars a day.</p>", "<p><b>12.30</b></p>", "<p>Two cars a day</p>"],
)
def test_a_bold_word_a_sentence_or_a_number_is_none(paragraph: str) -> None:
    assert headings(page(paragraph, f"<p>{TEXT[2]}</p>")) == []


def test_in_plain_text_a_short_line_over_a_paragraph_is_one() -> None:
    text = f"Island without a ferry\n\n{TEXT[0]}\n\nWhat the Council Says\n\n{TEXT[1]}\n\nHe said no.\n\n{TEXT[3]}"
    assert headings(text, "text/plain") == ["What the Council Says"]
