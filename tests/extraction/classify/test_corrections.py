"""What a newsroom says of its own text."""

from __future__ import annotations

import pytest

from reader.extraction import examine
from tests.extraction.pages import FIRST, SECOND, THIRD, page, read_pier


@pytest.mark.parametrize(
    "note",
    [
        "<p class='correction'>{}</p>",
        "<div class='editors-note'><h4>Note</h4><p>{}</p></div>",
        "<p><b>Correction, 3 May:</b> {}</p>",
        "<p>Clarification (3 May 2026): {}</p>",
        "<p>Editor's note: {}</p>",
    ],
)
def test_a_note_of_the_newsroom_is_a_note(note: str) -> None:
    words = "The smith was paid in eels and not, as we wrote, in herring."
    article = read_pier(note.format(words))
    assert len(article.notes) == 1
    assert article.notes[0].endswith(words)
    assert [block.text for block in article.blocks[1:]] == [FIRST, SECOND, THIRD]


def test_what_is_called_a_correction_is_a_note() -> None:
    words = "The ramp lies at Lindholm and not, as we wrote on Friday, at Vester, where there is none."
    box = f"<div class='story-correction'><h4>Put right</h4><p>{words}</p></div>"
    extraction = examine(page(box))
    assert extraction.article.notes == (words,)
    assert [decision.rule for decision in extraction.decisions if decision.text == "Put right"] == ["label"]
