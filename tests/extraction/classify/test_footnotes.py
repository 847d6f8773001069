"""Notes that the text refers to."""

from __future__ import annotations

from reader.extraction import extract
from reader.model import Listing
from tests.extraction.pages import URL, pier


def test_footnotes_stay_where_their_references_stay() -> None:
    text = pier().replace("in eels", "in eels<sup><a href='#f1'>1</a></sup>")
    notes = "<ol><li id='f1'>Books of the harbour fund, vol. 3. <a href='#r1'>↩</a></li></ol>"
    (found,) = [
        block
        for block in extract(text.replace("</div></article>", f"{notes}</div></article>"), url=URL).blocks
        if isinstance(block, Listing)
    ]
    assert found.text == "Books of the harbour fund, vol. 3."
