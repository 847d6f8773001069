"""Who says each quote."""

from __future__ import annotations

from reader.language import annotate
from reader.model import Article, Heading, Paragraph, Quotation, QuoteKind, Run
from tests.language.challenge import Case, faults
from tests.language.reading import read, said, small_texts


@small_texts("en-speakers")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


def test_the_last_speaker_counts_for_the_next_quote() -> None:
    text = "“We left in May,” said Ana Prat. “Nobody asked us why we did.”"
    assert [speaker for _, speaker in said(text)] == ["Ana Prat", "Ana Prat"]


def test_a_quote_left_open_goes_on_in_the_next_paragraph() -> None:
    article = read("Ana Prat said: “We left.\n\n“Nobody asked.”")
    (quote,) = (each for each in article.quotes if each.kind is QuoteKind.DIRECT)
    assert len(quote.where) == 2


def test_the_words_that_tie_a_speaker_are_the_cue() -> None:
    assert [quote.cue for quote in read("In the words of Ana Prat, “we left at once”.").quotes] in (
        ["In the words of"],
        ["in the words of"],
    )
    assert [quote.cue for quote in read("“We left,” Ana Prat added.").quotes] == ["added"]


def test_a_work_that_is_named_is_said_by_nobody() -> None:
    assert said("He walked away from “Captain Thunder: Rising,” the studio said.")[0][1] == ""
    assert [speaker for _, speaker in said("Cora Lindell starred in “Winter Wheat” and “The Judge’s Daughter.”")] == ["", ""]


def test_a_language_without_lists_names_no_speakers() -> None:
    assert said("«Unsa ang imong ngalan», miingon si Pedro Santos.", "ceb") == [("Unsa ang imong ngalan", "")]


def test_a_block_quotation_is_a_quote_with_or_without_marks() -> None:
    for text in ("We left.", "“We left.”"):
        runs = ((Run(text=text),),)
        article = Article(
            language="en",
            blocks=(
                Heading(runs=(Run(text="News"),)),
                Quotation(paragraphs=runs, author="A. Prat"),
                Paragraph(runs=(Run(text="It rained."),)),
            ),
        )
        from_quotation = annotate(article)
        assert from_quotation.words(from_quotation.quotes[0].where) == "We left."
        assert from_quotation.quotes[0].speaker is not None
