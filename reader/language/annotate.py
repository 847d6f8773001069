"""The room's one function, as a table of contents."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.language import antecedents, arabic, names, quotes, roles
from reader.language import people as index
from reader.language.guess import language_of
from reader.language.kinds import kind_of
from reader.language.lexicon import Lexicon, lexicon
from reader.language.passages import Passage, passages
from reader.language.quotes import Given, Page
from reader.language.speakers import Mention
from reader.model import Article, Person, Quote, QuoteKind, Speaker, SpeakerKind

log = logging.getLogger(__name__)


def annotate(article: Article) -> Article:
    """Give the article with its people and quotes; never raises, and annotating twice changes nothing."""
    lines = passages(article)
    known = lexicon(language_of(article.language, lines))
    weighed = names.groups(find(lines, known), lines, known).values()
    figures = index.people(weighed, lines, known)
    for figure in figures:
        figure.role = roles.role(figure, lines, known)
    places = {id(name): at for at, figure in enumerate(figures) for name in figure.names}
    whose = [(name, places.get(id(name))) for group in weighed for name in group.names]
    page = quotes.page(lines, quotes.by_passage(whose), known)
    given = quotes.give(page)
    told = _Telling(page, figures, known).quotes(given)
    return replace(article, people=tuple(_person(figure, lines) for figure in figures), quotes=told)


def find(lines: Sequence[Passage], known: Lexicon) -> list[names.Name]:
    """Give what may be names, as the language writes them."""
    return arabic.find(lines, known) if known.language == "ar" else names.find(lines, known)


def _person(figure: index.Figure, lines: Sequence[Passage]) -> Person:
    written = [lines[name.passage].text[name.start : name.end] for name in figure.names]
    aliases = tuple(sorted(dict.fromkeys(written), key=lambda alias: -len(alias)))
    return Person(
        name=aliases[0],
        aliases=aliases,
        role=figure.role,
        mentions=tuple(lines[name.passage].span(name.start, name.end) for name in figure.names),
    )


@dataclass(slots=True)
class _Telling:
    """Turns what was given into quotes of the model: whom the speaker's words mean, what kind it is."""

    page: Page
    figures: Sequence[index.Figure]
    known: Lexicon

    def quotes(self, given: Sequence[Given]) -> tuple[Quote, ...]:
        sites = antecedents.sites(self.page, self.figures)
        found: list[Quote] = []
        meant: dict[int, tuple[int | None, float]] = {}
        spoke: int | None = None
        for each in given:
            person, sure = None, 1.0
            if each.mention is not None:
                key = id(each.mention)
                if key not in meant:
                    meant[key] = self._meant(each.mention, sites, spoke)
                person, sure = meant[key]
                spoke = person if person is not None else spoke
            found.append(self._quote(each, person, sure))
        return tuple(found)

    def _meant(self, mention: Mention, sites: Sequence[antecedents.Site], spoke: int | None) -> tuple[int | None, float]:
        if mention.kind is SpeakerKind.NAMED:
            return mention.figure, 1.0
        words = self._words(mention)
        place = (mention.passage, mention.start)
        if mention.kind is SpeakerKind.PRONOUN:
            if antecedents.sexes(words.lower(), self.known) or words.lower() in self.known["relative"]:
                return antecedents.who_means(
                    antecedents.options(sites, place, words.lower(), self.figures, self.page.passages, spoke, self.known)
                )
            return None, 1.0
        if mention.kind is SpeakerKind.NOMINAL:
            return antecedents.by_role(words, self.figures, sites, place, self.known), 1.0
        return None, 1.0

    def _words(self, mention: Mention) -> str:
        return self.page.passages[mention.passage].text[mention.start : mention.end]

    def _quote(self, given: Given, person: int | None, sure: float) -> Quote:
        segment, mention = given.segment, given.mention
        line = self.page.passages[segment.passage]
        where = (line.span(segment.mark.start, segment.mark.end),)
        kind = kind_of(segment, self.page, nobody=mention is None)
        if mention is None or kind is not QuoteKind.DIRECT:
            return Quote(kind=kind, where=where, confidence=round(given.confidence, 3))
        cue = self.page.rows[mention.passage].words[mention.verb] if mention.verb >= 0 else ""
        beside = mention.passage == segment.passage
        speaker = Speaker(
            kind=mention.kind,
            text=self._words(mention),
            where=self.page.passages[mention.passage].span(mention.start, mention.end) if beside else None,
            person=person,
        )
        return Quote(kind=kind, where=where, speaker=speaker, cue=cue, confidence=round(given.confidence * max(sure, 0.5), 3))
