"""Decided segments to blocks: levels of headings, quotations, notes."""

from __future__ import annotations

from reader.extraction import examine, extract
from reader.model import Heading, Quotation
from tests.extraction.pages import TEXT, page

SAID = (
    "Nobody who lives on the mainland knows what it is to wait for the weather, and for the office, and again for the weather."
)


def test_the_outermost_level_of_headings_is_2_and_none_is_left_out() -> None:
    inside = f"<h3>The ramp</h3><p>{TEXT[2]}</p><h6>The letter</h6><p>{SAID}</p>"
    found = [(block.text, block.level) for block in extract(page(inside)).blocks if isinstance(block, Heading)]
    assert found == [("Island without a ferry", 1), ("The ramp", 2), ("The letter", 3)]


def test_the_paragraphs_of_one_quotation_are_one_block() -> None:
    found = extract(page(f"<blockquote><p>{SAID}</p><p>And then it is spring, and nobody has come.</p></blockquote>"))
    (quotation,) = [block for block in found.blocks if isinstance(block, Quotation)]
    assert len(quotation.paragraphs) == 2


def test_a_quotation_that_holds_most_of_the_text_is_how_the_page_sets_it() -> None:
    html = f"<h1>Ferry</h1><article><blockquote>{''.join(f'<p>{text}</p>' for text in TEXT)}</blockquote></article>"
    assert not any(isinstance(block, Quotation) for block in extract(html).blocks)


def test_a_decision_says_at_which_block_it_stands() -> None:
    extraction = examine(page("<p>Advertisement</p>"))
    (dropped,) = [decision for decision in extraction.decisions if decision.text == "Advertisement"]
    assert (dropped.kept, dropped.rule, dropped.position) == (False, "label", 3)
    kept = next(decision for decision in extraction.decisions if decision.text == TEXT[1])
    assert extraction.article.blocks[kept.position].text == TEXT[1]
