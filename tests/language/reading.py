"""What tests of this room read from a small text: quotes with their speakers, statements, people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader import annotate, from_text
from reader.language.lexicon.word_lists import lexicon
from reader.language.text.passages import Passage, passages
from reader.language.text.quotation_marks import marked
from reader.language.text.tokens import TokenRow, row
from reader.model import Article, Quote, QuoteKind
from tests.language.challenge import cases


def small_texts(*files: str) -> pytest.MarkDecorator:
    """Return a mark that gives a test each small text of some files of `cases/` that has no known flaw."""
    found = [case for case in cases() if case.file in files and not case.flaw]
    return pytest.mark.parametrize("case", found, ids=lambda case: f"{case.file} {case.name}")


def read(text: str, language: str = "en", title: str = "News of the day") -> Article:
    """Return an article of a headline and a text, annotated."""
    return annotate(replace(from_text(f"{title}\n\n{text}"), language=language))


def name(article: Article, quote: Quote) -> str:
    """Return who says a quote: a person's name, else the words that name the speaker, else nothing."""
    if quote.speaker is None:
        return ""
    return quote.speaker.text if quote.speaker.person is None else article.people[quote.speaker.person].name


def said(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the quotes of a text with who says each."""
    article = read(text, language)
    found = (quote for quote in article.quotes if quote.kind is not QuoteKind.INDIRECT)
    return [(article.words(quote.where), name(article, quote)) for quote in found]


def stated(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the statements of a text with the words that name each one's speaker."""
    article = read(text, language)
    found = (quote for quote in article.quotes if quote.kind is QuoteKind.INDIRECT)
    return [(article.words(quote.where), quote.speaker.text if quote.speaker else "") for quote in found]


def people(text: str, language: str = "en") -> dict[str, int]:
    """Return the people of a text with how often each is named."""
    return {person.name: len(person.mentions) for person in read(text, language).people}


def lines(text: str) -> tuple[Passage, ...]:
    """Return the passages of a plain text."""
    return passages(from_text(text))


def words(text: str, language: str = "en") -> TokenRow:
    """Return a line as a row of words."""
    return row(text, marked(text), lexicon(language))
