"""What rules decide before and after the model."""

from __future__ import annotations

from reader.extraction import examine
from reader.model import Heading, Quotation
from tests.extraction.pages import TEXT, blocks, page


def test_a_heading_for_screen_readers_alone_is_no_sub_headline() -> None:
    found = blocks(f"<h2 class='visually-hidden'>Article content</h2><p>{TEXT[2]}</p><h2>Two cars</h2><p>{TEXT[3]}</p>")
    assert [block.text for block in found if isinstance(block, Heading)] == ["Two cars"]


def test_a_pull_quote_that_repeats_the_text_is_stripped() -> None:
    extraction = examine(page("<blockquote class='pullquote'><p>“We carry our bread home in rowing boats”</p></blockquote>"))
    assert not any(isinstance(block, Quotation) for block in extraction.article.blocks)
    assert [
        decision.kept
        for decision in extraction.decisions
        if decision.text.startswith("“We carry our bread home in rowing boats”")
    ]


def test_credits_and_corrections_are_notes() -> None:
    extraction = examine(page("<p>Correction: An earlier version of this article named the wrong harbour.</p>"))
    assert extraction.article.notes == ("Correction: An earlier version of this article named the wrong harbour.",)
