"""The lines of an article that are read."""

from __future__ import annotations

from reader.language.text.passages import passages
from reader.model import Article, Figure, Heading, Paragraph, Post, Preformatted, Quotation, Run, Span


def _runs(text: str) -> tuple[Run, ...]:
    return (Run(text=text),)


def test_a_line_knows_its_place_and_whose_words_it_is() -> None:
    blocks = (
        Heading(runs=_runs("Flood")),
        Figure(caption="A boat"),
        Preformatted(text="1 2 3"),
        Quotation(paragraphs=(_runs("We knew."), _runs("We left.")), author="Ana Prat"),
        Paragraph(runs=_runs("It rained.")),
    )
    found = passages(Article(blocks=blocks))
    assert [(line.block, line.text, line.heading, line.author) for line in found] == [
        (0, "Flood", True, None),
        (3, "We knew.", False, "Ana Prat"),
        (3, "We left.", False, "Ana Prat"),
        (4, "It rained.", False, None),
    ]
    assert found[2].span(0, 2) == Span(block=3, start=9, end=11)


def test_a_single_line_is_no_headline() -> None:
    assert [line.heading for line in passages(Article(blocks=(Heading(runs=_runs("Flood")),)))] == [False]


def test_a_post_s_title_is_a_heading() -> None:
    blocks = (Post(time=None, title="10:42 Doors open"), Paragraph(runs=_runs("They did.")))
    assert [line.heading for line in passages(Article(blocks=blocks))] == [True, False]
