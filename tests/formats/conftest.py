from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from reader.model import (
    Article,
    Figure,
    Heading,
    Item,
    Listing,
    Paragraph,
    Person,
    Post,
    Preformatted,
    Quotation,
    Quote,
    Run,
    Span,
    Speaker,
    SpeakerKind,
    Style,
    Table,
)

CET = timezone(timedelta(hours=1))


def words(text: str, *style: Style, href: str | None = None) -> Run:
    return Run(text=text, style=frozenset(style), href=href)


@pytest.fixture
def article() -> Article:
    """One of each kind of block."""
    said = '"We were warned in March," said Maria Okonkwo.'
    nested = Listing(items=(Item(runs=(words("the motor"),)), Item(runs=(words("the hinge"),))))
    return Article(
        url="https://courier.example/harbour",
        title="Harbour inquiry opens after storm",
        byline=("Ada Ferreira", "Northern Press"),
        published=datetime(2026, 11, 1, 9, 12, tzinfo=CET),
        modified=datetime(2026, 11, 2, 8, 0, tzinfo=CET),
        site="Brackwater Courier",
        language="en-GB",
        summary="Who knew?",
        blocks=(
            Heading(runs=(words("Harbour inquiry opens after storm"),), level=1),
            Paragraph(runs=(words(said),)),
            Heading(runs=(words("What the "), words("report", Style.EMPHASIS), words(" says")), level=2),
            Paragraph(runs=(words("Read "), words("the report", href="https://inquiry.example/interim"), words(" in full."))),
            Quotation(paragraphs=((words("A gate is a machine."),), (words("It tells you."),)), author="Ines Barrow"),
            Listing(items=(Item(runs=(words("Gate Four"),), inner=(nested,)), Item(runs=(words("Gate Five"),))), ordered=True),
            Table(
                header=((words("Place"),), (words("Damage"),)),
                rows=(((words("Brackwater"),), (words("84.0"),)), ((words("港町"),), (words("7.5"),))),
            ),
            Preformatted(text="G4 ???\n    G4 ???", language="log"),
            Post(time=datetime(2026, 11, 1, 14, 32, tzinfo=CET), title="Gates closed"),
            Figure(image="https://img.example/1.jpg", alt="A wall", caption="The gap in the wall", credit="Len Abbot"),
        ),
        notes=("With reporting by CoastWire",),
        people=(
            Person(
                name="Maria Okonkwo", aliases=("Maria Okonkwo",), role="Mayor", mentions=(Span(block=1, start=32, end=45),)
            ),
        ),
        quotes=(
            Quote(
                where=(Span(block=1, start=1, end=25),),
                speaker=Speaker(kind=SpeakerKind.NAMED, text="Maria Okonkwo", where=Span(block=1, start=32, end=45), person=0),
                cue="said",
                confidence=0.98,
            ),
        ),
    )
