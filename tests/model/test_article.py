from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given

from reader.model import Article, Block, Heading, Paragraph, Post, Run, Section, Span
from tests.strategies import articles


def heading(text: str, level: int = 2) -> Heading:
    return Heading(runs=(Run(text=text),), level=level)


def paragraph(text: str = "It rained.") -> Paragraph:
    return Paragraph(runs=(Run(text=text),))


def edges(*blocks: Block) -> list[tuple[str | None, int, int]]:
    sections = Article(blocks=blocks).sections
    return [(section.heading.text if section.heading else None, section.start, section.end) for section in sections]


def test_the_text_before_the_first_sub_headline_is_a_section_without_one() -> None:
    blocks = (heading("Title", 1), paragraph(), paragraph(), heading("Who pays"), paragraph())
    assert edges(*blocks) == [(None, 1, 3), ("Who pays", 3, 5)]


def test_the_titles_heading_belongs_to_no_section() -> None:
    assert edges(heading("Title", 1)) == []
    assert edges() == []


def test_a_story_that_begins_with_a_sub_headline_has_no_nameless_section() -> None:
    assert edges(heading("Title", 1), heading("One"), heading("Two", 3)) == [("One", 1, 2), ("Two", 2, 3)]


def test_a_post_opens_a_section_of_level_two() -> None:
    post = Post(time=datetime(2026, 11, 17, 9, 15, tzinfo=UTC), title="All ashore")
    sections = Article(blocks=(heading("Title", 1), post, paragraph(), heading("Deeper", 4))).sections
    assert [(section.heading, section.level) for section in sections] == [(post, 2), (heading("Deeper", 4), 4)]
    assert Section(heading=None, start=1, end=2).level == 2


def test_words_of_several_spans_are_joined_by_newlines() -> None:
    article = Article(blocks=(paragraph("one two"), paragraph("three")))
    assert article.words([Span(block=0, start=4, end=7), Span(block=1, start=0, end=5)]) == "two\nthree"


@given(articles())
def test_sections_cover_all_blocks_behind_the_title_once(article: Article) -> None:
    covered = [position for section in article.sections for position in range(section.start, section.end)]
    assert covered == list(range(1, len(article.blocks)))
    for section in article.sections:
        inner = article.blocks[section.start + (section.heading is not None) : section.end]
        assert not any(isinstance(block, Heading | Post) for block in inner)
