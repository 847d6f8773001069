"""The laws that hold for every article, whatever it says."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language import annotate
from reader.model import Article, Figure, Heading, Item, Listing, Paragraph, Preformatted, Quotation, Run, Span

MARKS = "\"“”„«»‘’'「」『』—–:,.!?;()\n "
WORDS = st.sampled_from(
    [
        "said",
        "Marta",
        "Kovacs",
        "Mr.",
        "she",
        "he",
        "the minister",
        "according to",
        "Police",
        "dit",
        "a déclaré",
        "sagte",
        "заявил",
        "Иван Громов",
        "山田太郎",
        "は",
        "述べた",
        "قال",
        "محمد",
        "von der",
        "al-Masri",
        "O’Brien",
        "U.S.",
        "of",
        "who",
        "told",
        "J.",
        "Jr.",
        "(or Ana)",
        "’s",
        "that",
        *list(MARKS),
    ]
)
TEXT = st.one_of(
    st.text(
        alphabet=st.one_of(
            st.sampled_from(MARKS + "abcABC1İßǅ"), st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
        ),
        max_size=80,
    ),
    st.lists(WORDS, max_size=30).map(" ".join),
    st.lists(WORDS, max_size=30).map("".join),
)


def _runs(text: str) -> tuple[Run, ...]:
    return (Run(text=text),)


BLOCK = st.one_of(
    TEXT.map(lambda text: Paragraph(runs=_runs(text))),
    TEXT.map(lambda text: Heading(runs=_runs(text))),
    TEXT.map(lambda text: Figure(caption=text)),
    TEXT.map(lambda text: Preformatted(text=text)),
    st.tuples(TEXT, TEXT).map(lambda pair: Quotation(paragraphs=(_runs(pair[0]), _runs(pair[1])), author=pair[1])),
    TEXT.map(lambda text: Listing(items=(Item(runs=_runs(text)), Item(runs=_runs(text))))),
)
ARTICLE = st.builds(
    lambda language, blocks: Article(language=language, blocks=tuple(blocks)),
    st.sampled_from(["", "en", "fr", "de", "es", "ru", "ar", "ja", "zh", "xx", "en-GB", "no", "tlh"]),
    st.lists(BLOCK, max_size=6),
)


def _inside(article: Article, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(article.blocks[span.block].text)


@settings(max_examples=400, deadline=None)
@given(ARTICLE)
def test_whatever_an_article_says_its_quotes_and_people_keep_the_laws(article: Article) -> None:
    read = annotate(article)
    assert read.blocks == article.blocks
    for person in read.people:
        assert person.name in person.aliases
        assert person.mentions == tuple(sorted(person.mentions))
        assert all(_inside(read, span) and read.words([span]) in person.aliases for span in person.mentions)
    assert len({person.name for person in read.people}) == len(read.people)
    assert [quote.where[0] for quote in read.quotes] == sorted(quote.where[0] for quote in read.quotes)
    for quote in read.quotes:
        assert all(_inside(read, span) for span in quote.where)
        assert read.words(quote.where).strip()
        assert 0 <= quote.confidence <= 1
        if quote.speaker is not None:
            assert quote.speaker.text
            assert quote.speaker.person is None or quote.speaker.person < len(read.people)
            assert quote.speaker.where is None or read.words([quote.speaker.where]) == quote.speaker.text
    for block, span in ((read.blocks[span.block], span) for quote in read.quotes for span in quote.where):
        assert not isinstance(block, Figure | Preformatted), span


@settings(max_examples=100, deadline=None)
@given(ARTICLE)
def test_annotating_twice_changes_nothing(article: Article) -> None:
    once = annotate(article)
    assert annotate(once) == once


def _seconds(piece: str, size: int) -> float:
    text = piece * (size // len(piece))
    article = Article(language="en", blocks=(Heading(runs=_runs("Title")), Paragraph(runs=_runs(text))))
    started = time.process_time()
    annotate(article)
    return time.process_time() - started


@pytest.mark.parametrize("piece", ['"', "“", "”", "«»", "„“", "「", "”“", "''", '“"', "‘", "’", "'", "‘’", "--", "«"])
def test_a_hundred_kilobytes_of_marks_are_read_in_a_moment(piece: str) -> None:
    assert _seconds(piece, 100_000) < 1.0 + _slack()


@pytest.mark.parametrize(
    "piece", ['"Go," she said. ', "'a' ", "‘s’ ", '“a "', "J. ", "Mr. ", "A-", "— a\n", "al-", "Ana Prat, "]
)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    _seconds(piece, 2_000)
    small, large = _seconds(piece, 8_000), _seconds(piece, 64_000)
    assert large < 8 * 3 * small + 0.3 + _slack()


def _slack() -> float:
    """Return what a busy machine may take longer: twice the time of a fixed piece of work, which takes 0.05 s on an idle one."""
    started = time.process_time()
    sum(range(2_000_000))
    return 20 * max(0.0, time.process_time() - started - 0.05)
