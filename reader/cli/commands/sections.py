"""One section of an article, as an article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from reader.errors import NotFoundError
from reader.model import Article, Person, Quote, Section, Span, Speaker
from reader.model.text import line


def section_of(article: Article, wanted: str, *, source: str) -> Article:
    """Return the blocks of one section and of those below it, with the quotes and people that stand there.

    Args:
        article: the whole.
        wanted: a number as the outline gives it (the text before the first sub-headline is a section too), or a title: all of
            it, its start, or a part of it.
        source: for the error's line.

    Raises:
        NotFoundError: there is no such section.
    """
    sections = article.sections
    titles = [title_of(section) for section in sections]
    at = int(wanted[:9]) - 1 if wanted.isdecimal() and 0 < int(wanted[:9]) <= len(sections) else _by_title(titles, wanted)
    if at is None:
        near = get_close_matches(line(wanted), filter(None, titles), n=1)
        advice = f"did you mean {near[0]!r}?" if near else "reader outline lists them"
        raise NotFoundError(f"no section {wanted!r} among its {len(sections)}", source=source, advice=advice)
    if sections[at].heading is None:
        return cut(article, sections[at].start, sections[at].end)
    behind = (one.start for one in sections[at + 1 :] if one.level <= sections[at].level)
    return cut(article, sections[at].start, next(behind, len(article.blocks)))


def title_of(section: Section) -> str:
    """Return the section's title on one line; empty for the text before the first sub-headline."""
    return line(section.heading.text) if section.heading else ""


def cut(article: Article, start: int, end: int) -> Article:
    """Return some blocks of an article as an article of the same title, with the quotes and people that stand in them.

    The title's heading stays in front, so that the law of the first block holds.
    """
    first = min(start, 1)
    shift = start - first
    people: list[Person] = []
    places: dict[int, int] = {}
    for index, person in enumerate(article.people):
        if mentions := tuple(_moved(person.mentions, start, end, shift)):
            places[index] = len(people)
            people.append(replace(person, mentions=mentions))
    quotes = tuple(
        replace(quote, where=where, speaker=_speaker(quote, places, start, end, shift))
        for quote in article.quotes
        if len(where := tuple(_moved(quote.where, start, end, shift))) == len(quote.where)
    )
    return replace(article, blocks=(*article.blocks[:first], *article.blocks[start:end]), people=tuple(people), quotes=quotes)


def _by_title(titles: list[str], wanted: str) -> int | None:
    """Return the place of the first title that is the wanted one, or else starts with it, or else holds it."""
    words = line(wanted).casefold()
    folded = [title.casefold() for title in titles]
    ways = (lambda title: title == words, lambda title: title.startswith(words), lambda title: words in title)
    return next((at for fits in ways for at, title in enumerate(folded) if title and words and fits(title)), None)


def _moved(spans: Iterable[Span], start: int, end: int, shift: int) -> Iterable[Span]:
    return (replace(span, block=span.block - shift) for span in spans if start <= span.block < end)


def _speaker(quote: Quote, places: dict[int, int], start: int, end: int, shift: int) -> Speaker | None:
    speaker = quote.speaker
    if speaker is None:
        return None
    where = next(iter(_moved([speaker.where], start, end, shift)), None) if speaker.where else None
    person = places.get(speaker.person) if speaker.person is not None else None
    return replace(speaker, where=where, person=person)
