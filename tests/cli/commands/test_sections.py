from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.commands.sections import cut, section_of
from reader.errors import NotFoundError
from reader.model import Article, Heading, Paragraph, Person, Quote, Run, Span, Speaker, SpeakerKind


def heading(text: str, level: int = 2) -> Heading:
    return Heading(runs=(Run(text=text),), level=level)


def paragraph(text: str) -> Paragraph:
    return Paragraph(runs=(Run(text=text),))


ADA = Person(
    name="Ada Ferreira",
    aliases=("Ada Ferreira", "Ferreira"),
    mentions=(Span(block=1, start=0, end=12), Span(block=5, start=0, end=8)),
)
BO = Person(name="Bo Lind", aliases=("Bo Lind",), mentions=(Span(block=3, start=0, end=7),))
ARTICLE = Article(
    title="Ferry back",
    blocks=(
        heading("Ferry back", 1),
        paragraph("Ada Ferreira waited."),
        heading("The boat"),
        paragraph("Bo Lind said: It runs."),
        heading("The engine", 3),
        paragraph("Ferreira said: It hums."),
        heading("The boat house"),
        paragraph("It stands."),
    ),
    people=(ADA, BO),
    quotes=(
        Quote(where=(Span(block=3, start=14, end=21),), speaker=Speaker(kind=SpeakerKind.NAMED, text="Bo Lind", where=Span(block=3, start=0, end=7), person=1)),
        Quote(where=(Span(block=5, start=15, end=22),), speaker=Speaker(kind=SpeakerKind.NAMED, text="Ferreira", where=Span(block=5, start=0, end=8), person=0)),
    ),
)  # fmt: skip


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks[1:]]


@pytest.mark.parametrize(
    ("wanted", "first", "count"),
    [
        ("1", "Ada Ferreira waited.", 1),
        ("2", "The boat", 4),
        ("3", "The engine", 2),
        ("4", "The boat house", 2),
        ("The boat", "The boat", 4),
        ("the BOAT", "The boat", 4),
        ("the boat h", "The boat house", 2),
        ("engine", "The engine", 2),
    ],
)
def test_a_section_is_found_by_number_or_by_words_with_those_below_it(wanted: str, first: str, count: int) -> None:
    found = section_of(ARTICLE, wanted, source="x")
    assert (texts(found)[0], len(texts(found))) == (first, count)
    assert found.blocks[0] == ARTICLE.blocks[0]


@pytest.mark.parametrize("wanted", ["0", "5", "99999999999999999999", "nothing", " ", "-1"])
def test_a_section_that_is_not_there_is_told(wanted: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        section_of(ARTICLE, wanted, source="x")
    assert caught.value.source == "x"


def test_a_mistyped_title_names_the_nearest() -> None:
    with pytest.raises(NotFoundError, match="did you mean 'The engine'"):
        section_of(ARTICLE, "The engnie", source="x")


def test_quotes_and_people_of_a_section_keep_their_words_and_each_other() -> None:
    engine = section_of(ARTICLE, "The engine", source="x")
    (quote,) = engine.quotes
    assert engine.words(quote.where) == "It hums"
    assert quote.speaker is not None
    assert quote.speaker.where is not None
    assert engine.words([quote.speaker.where]) == "Ferreira"
    assert [person.name for person in engine.people] == ["Ada Ferreira"]
    assert quote.speaker.person == 0


@given(st.integers(0, 8), st.integers(0, 8))
def test_any_cut_keeps_the_laws_of_an_article(start: int, end: int) -> None:
    part = cut(ARTICLE, start, max(start, end))
    for quote in part.quotes:
        assert part.words(quote.where) in {ARTICLE.words(one.where) for one in ARTICLE.quotes}
        if quote.speaker is not None and quote.speaker.person is not None:
            assert part.people[quote.speaker.person].name in {"Ada Ferreira", "Bo Lind"}
    for person in part.people:
        assert person.mentions
        assert all(part.words([span]) in person.aliases for span in person.mentions)
