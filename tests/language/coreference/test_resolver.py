"""Whom the speaker's words mean, and how sure that is."""

from __future__ import annotations

import pytest

from reader.language import annotate
from reader.model import Article, Heading, Paragraph, Quotation, QuoteKind, Run, SpeakerKind
from tests.language.reading import name, read, said


def _runs(text: str) -> tuple[Run, ...]:
    return (Run(text=text),)


def test_a_doubtful_antecedent_takes_from_the_confidence() -> None:
    text = "“It took nine long years to build,” she said."
    known = read(f"Lena Fischer opened the bridge. {text}").quotes[0].confidence
    doubt = read(f"Lena Fischer met Nora Prat, Ana Kovacs and Ida Berg. {text}").quotes[0].confidence
    assert 0.45 * known < doubt < 0.9 * known


def test_a_pronoun_goes_by_sex_where_it_is_known() -> None:
    assert said("Joanna Price met Chancellor Felix Brandt. “It was a frank talk,” she said.")[0][1] == "Joanna Price"


def test_an_unnamed_woman_who_spoke_goes_on_as_she() -> None:
    text = "Lena Fischer left. “We are shut,” a spokeswoman said. “We open in May,” she added."
    assert [speaker for _, speaker in said(text)][1] == "she"


def test_paragraphs_of_one_quote_are_one_with_the_surest_speaker() -> None:
    article = read("Marta Kovacs, the city engineer, said: “The bridge was built.\n\n“Nobody asked.\n\n“Now we know.”")
    (quote,) = [each for each in article.quotes if each.kind is QuoteKind.DIRECT]
    assert [span.block for span in quote.where] == [1, 2, 3]
    assert name(article, quote) == "Marta Kovacs"


def test_a_block_quotation_belongs_to_whom_it_names() -> None:
    story = Paragraph(runs=_runs("Ruth Halloran spoke for an hour."))
    for author, person in (("Ruth Halloran, mayor", 0), ("A neighbour", None)):
        block = Quotation(paragraphs=(_runs("We were warned."),), author=author)
        (quote,) = annotate(Article(language="en", blocks=(Heading(runs=_runs("News")), story, block))).quotes
        assert quote.speaker is not None
        assert (quote.speaker.text, quote.speaker.person, quote.confidence) == (author, person, 0.8)
        assert quote.speaker.kind is (SpeakerKind.NAMED if person == 0 else SpeakerKind.NOMINAL)


def test_a_headline_s_quote_is_given_as_in_the_story() -> None:
    article = read("“We were warned twice,” Marta Kovacs said.", title="‘We were warned’: engineer on the flood")
    first, second = article.quotes
    assert name(article, first) == "Marta Kovacs"
    assert first.confidence == pytest.approx(0.8 * second.confidence, abs=0.001)
