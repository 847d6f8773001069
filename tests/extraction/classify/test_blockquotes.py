"""Who is quoted in a block quotation."""

from __future__ import annotations

import pytest

from reader.model import Quotation
from tests.extraction.pages import blocks, read_pier


def test_a_block_quotation_has_its_author_apart() -> None:
    said = "Nobody who lives on the mainland knows what it is to wait for the weather, and for the office, and for the weather again."
    (found,) = blocks(f"<blockquote><p>{said}</p><cite>Elof Brandt, fisherman</cite></blockquote>")
    assert isinstance(found, Quotation)
    assert (found.text, found.author) == (said, "Elof Brandt, fisherman")


@pytest.mark.parametrize(
    "quotation",
    [
        "<p>{}</p><footer>Ida Holm, keeper</footer>",
        "<p>{}</p><footer>— <cite>Ida Holm, keeper</cite></footer>",
        "<p>{}</p><cite>Ida Holm, keeper</cite>",
        "<p>{} <cite>— Ida Holm, keeper</cite></p>",
        "{} <cite>Ida Holm, keeper</cite>",
    ],
)
def test_a_quotation_keeps_its_author(quotation: str) -> None:
    words = "A lamp that is not lit is a jar. I have kept fourteen jars, and I am tired of it."
    found = [
        block
        for block in read_pier(f"<blockquote>{quotation.format(words)}</blockquote>").blocks
        if isinstance(block, Quotation)
    ]
    assert [(block.text, block.author) for block in found] == [(words, "Ida Holm, keeper")]


def test_a_work_cited_in_a_quotation_is_not_its_author() -> None:
    words = "I read it by lamplight, all of it, and slept badly, as one does after <cite>The Grey Pilot</cite>"
    (found,) = [
        block for block in read_pier(f"<blockquote><p>{words}</p></blockquote>").blocks if isinstance(block, Quotation)
    ]
    assert found.author == ""
    assert found.text.endswith("The Grey Pilot")
