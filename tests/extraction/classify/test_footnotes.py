"""Notes that the text refers to."""

from __future__ import annotations

import pytest

from reader.extraction import extract
from reader.model import Footnote, Paragraph, Style
from tests.extraction.pages import URL, pier


def notes_of(text: str) -> list[tuple[str, str]]:
    blocks = extract(text, url=URL).blocks
    return [(block.label, block.text) for block in blocks if isinstance(block, Footnote)]


def test_footnotes_stay_where_their_references_stay() -> None:
    text = pier().replace("in eels", "in eels<sup><a href='#f1'>1</a></sup>")
    notes = "<ol><li id='f1'>Books of the harbour fund, vol. 3. <a href='#r1'>↩</a></li></ol>"
    assert notes_of(text.replace("</div></article>", f"{notes}</div></article>")) == [
        ("1", "Books of the harbour fund, vol. 3.")
    ]
    assert notes_of(pier().replace("</div></article>", f"{notes}</div></article>")) == []


@pytest.mark.parametrize(
    "note",
    [
        "<p id='fn2'><a href='#r2'>2</a> Until the spring of 1931.</p>",
        "<div class='footnote'><a id='fn2' class='footnote-number' href='#r2'>2</a><div><p>Until the spring of 1931.</p></div></div>",
        "<aside id='fn2'><p>Until the spring of 1931. ↩︎</p></aside>",
    ],
)
def test_a_note_may_stand_in_any_element(note: str) -> None:
    text = pier().replace("in eels", "in eels<a class='anchor' href='#fn2'>2</a>")
    assert notes_of(text.replace("</div></article>", f"{note}</div></article>")) == [("2", "Until the spring of 1931.")]


def test_a_note_in_the_margin_is_taken_out_of_its_sentence() -> None:
    text = pier().replace("in eels", "in eels<span class='sidenote'>Smoked ones, they say.</span>")
    assert notes_of(text) == [("1", "Smoked ones, they say.")]
    assert any("in eels[1]" in block.text for block in extract(text, url=URL).blocks)


def test_a_mark_without_its_note_stays_apart_from_the_word_before_it() -> None:
    text = pier().replace("in eels", "in 1901<sup><a href='#f1'>7</a></sup>")
    (block,) = [block for block in extract(text, url=URL).blocks if isinstance(block, Paragraph) and "1901" in block.text]
    assert "in 1901[7]" in block.text
    assert all(Style.REFERENCE not in run.style for run in block.runs)
