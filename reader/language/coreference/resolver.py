"""Turns what the ranker gave into quotes of the model: whom the speaker's words mean, what kind a quote is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from reader.language.coreference import nominals, pronouns
from reader.language.coreference.entity_index import EntityIndex
from reader.language.people.entity import PersonEntity
from reader.language.quotes.attribution import AnalysedArticle, AttributedQuote
from reader.language.quotes.quote_kind import kind_of
from reader.language.quotes.speaker_mention import Mention
from reader.model import Quote, QuoteKind, Span, Speaker, SpeakerKind

_DOUBT = 0.5  # the least that a doubtful antecedent leaves of a confidence
_OPENING = 2  # letters of a name by which it is looked for below a block quotation
_HEADLINES = 50  # quotes in headlines that are looked for in the story
_FROM_BODY = 0.8  # how sure a headline's quote is that the story gives again
Meaning = tuple[int | None, float]


class QuoteResolver:
    """One article's quotes, resolved in text order."""

    def __init__(self, analysed: AnalysedArticle, entities: Sequence[PersonEntity]) -> None:
        """Gather where the people are named."""
        self.analysed, self.entities, self.known = analysed, entities, analysed.lexicon
        self.index = EntityIndex(entities, pronouns.sites(analysed, entities))
        self.meant: dict[Mention, Meaning] = {}
        self.unnamed_speaker: Mention | None = None
        """Who spoke last, if it is one whom nothing names: "a spokeswoman"."""
        self.texts: dict[Span, str] = {}

    def quotes(self, given: Sequence[AttributedQuote], statements: Iterable[AttributedQuote]) -> tuple[Quote, ...]:
        """Return quotes and indirect statements as the model has them, in text order."""
        spoke: int | None = None
        before: tuple[AttributedQuote | None, int | None] = (None, None)
        merged = sorted([*given, *statements], key=_place)
        for each in merged:
            if each.mention is None:
                continue
            if each.mention not in self.meant:
                within = before[0] is not None and _holds(before[0], each.mention)  # a statement is not over before its end
                self.meant[each.mention] = self._meaning(each.mention, before[1] if within else spoke)
            if each.indirect:
                before = (each, spoke)
            spoke = self.meant[each.mention][0]
            self.unnamed_speaker = (
                each.mention
                if spoke is None and nominals.is_one(each.mention.kind, self._words(each.mention), self.known)
                else None
            )
        found = [self._quote(parts) for parts in _threads(merged)]
        return tuple(sorted(self._headlines(found), key=lambda quote: (quote.where[0], quote.kind)))

    def _meaning(self, mention: Mention, spoke: int | None) -> Meaning:
        if mention.kind is SpeakerKind.NAMED:
            return mention.person, 1.0
        words = self._words(mention)
        where = Span(block=mention.passage, start=mention.start, end=mention.end)
        if mention.kind is SpeakerKind.PRONOUN:
            word = words.lower()
            if word in self.known["she_or_they"] and self._is_plural(mention):
                return None, 1.0
            sex = pronouns.sexes(word, self.known)
            if sex or word in self.known["relative"]:
                if self.unnamed_speaker is not None and self._goes_on(mention):
                    return None, 1.0
                people = (self.entities, self.index.sites)
                return pronouns.who_means(pronouns.options(self.analysed, people, where, spoke, sex))
        elif mention.kind is SpeakerKind.NOMINAL and self._may_be_somebody(mention, words):
            return nominals.whom(words, self.index, self.analysed, where, spoke)
        return None, 1.0

    def _goes_on(self, pronoun: Mention) -> bool:
        """Return whether a pronoun means the stranger who spoke last: nobody has been named since."""
        last = self.unnamed_speaker
        if last is None or pronoun.passage - last.passage > 1:
            return False
        first, behind = (last.passage, last.start), (pronoun.passage, pronoun.start)
        return first < behind and not pronouns.named_between(self.index.sites, first, behind)

    def _may_be_somebody(self, mention: Mention, words: str) -> bool:
        """Return whether a nominal may mean one human being; a source may have any head: "selon la chambre des métiers"."""
        english = self.known.language == "en"
        return english or mention.relation != "acc" or nominals.is_one(mention.kind, words, self.known)

    def _is_plural(self, mention: Mention) -> bool:
        """Return whether the verb of a pronoun that may be "she" or "they" says that it is "they": "sagten sie"."""
        return mention.verb >= 0 and self.analysed.rows[mention.passage].lower[mention.verb].endswith("en")

    def _words(self, mention: Mention) -> str:
        return self.analysed.passages[mention.passage].text[mention.start : mention.end]

    def _quote(self, parts: Sequence[AttributedQuote]) -> Quote:
        """Tell a quote whose paragraphs were given one by one; the surest of them tells the speaker."""
        where = tuple(self._span(each) for each in parts)
        attributed = [each for each in parts if each.mention is not None]
        best = max(attributed or parts, key=lambda each: each.confidence)
        kind = (
            QuoteKind.INDIRECT if best.indirect else QuoteKind.DIRECT if attributed else kind_of(best.segment, self.analysed)
        )
        author = self.analysed.passages[parts[0].segment.passage].author
        if author and kind is not QuoteKind.INDIRECT:
            return Quote(where=where, speaker=self._author(author), confidence=_FROM_BODY)
        if best.mention is None:
            return Quote(kind=kind, where=where, confidence=round(best.confidence, 3))
        person, sure = self.meant[best.mention]
        return Quote(
            kind=kind,
            where=where,
            speaker=self._speaker(best, person),
            cue=best.cue,
            confidence=round(best.confidence * max(sure, _DOUBT), 3),
        )

    def _span(self, given: AttributedQuote) -> Span:
        span = self.analysed.passages[given.segment.passage].span(given.segment.mark.start, given.segment.mark.end)
        self.texts[span] = given.segment.words
        return span

    def _speaker(self, given: AttributedQuote, person: int | None) -> Speaker:
        mention = given.mention
        assert mention is not None
        beside = mention.passage == given.segment.passage
        where = self.analysed.passages[mention.passage].span(mention.start, mention.end) if beside else None
        return Speaker(kind=mention.kind, text=self._words(mention), where=where, person=person)

    def _author(self, author: str) -> Speaker:
        openings = {author[at : at + _OPENING] for at in range(len(author))}
        fitting = (at for opening in openings for name, at in self._openings.get(opening, ()) if name in author)
        person = min(fitting, default=None)
        kind = SpeakerKind.NOMINAL if person is None else SpeakerKind.NAMED
        return Speaker(kind=kind, text=author, person=person)

    @cached_property
    def _openings(self) -> dict[str, list[tuple[str, int]]]:
        found: dict[str, list[tuple[str, int]]] = {}
        for at, person in enumerate(self.entities):
            name = max((self.analysed.passages[each.passage].text[each.start : each.end] for each in person.names), key=len)
            found.setdefault(name[:_OPENING], []).append((name, at))
        return found

    def _headlines(self, quotes: Sequence[Quote]) -> list[Quote]:
        headings = {line.block for line in self.analysed.passages if line.heading}
        in_headlines = [quote for quote in quotes if quote.where[0].block in headings and quote.kind is not QuoteKind.INDIRECT]
        looked_up = {id(quote) for quote in in_headlines[:_HEADLINES]}
        body = [
            (_bare(self._text(quote)), quote)
            for quote in quotes
            if looked_up and quote.where[0].block not in headings and quote.speaker
        ]
        found: list[Quote] = []
        for quote in quotes:
            same = None
            if id(quote) in looked_up:
                words = _bare(self._text(quote))
                same = next((each for text, each in body if words and words in text), None)
            if same is None or same.speaker is None:
                found.append(quote)
                continue
            said = same.speaker
            speaker = Speaker(kind=said.kind, text=said.text, person=said.person)
            found.append(Quote(where=quote.where, speaker=speaker, confidence=round(_FROM_BODY * same.confidence, 3)))
        return found

    def _text(self, quote: Quote) -> str:
        return " ".join(self.texts[span] for span in quote.where)


def _place(given: AttributedQuote) -> tuple[int, int, bool]:
    return given.segment.passage, given.segment.mark.start, not given.indirect


def _threads(merged: Sequence[AttributedQuote]) -> list[list[AttributedQuote]]:
    """Put the paragraphs of one quote together: the first is left open, each next one opens with a mark."""
    found: list[list[AttributedQuote]] = []
    before: list[AttributedQuote] = []
    for each in merged:
        if before and not each.indirect and each.segment.mark.continues:
            before.append(each)
            continue
        found.append([each])
        if not each.indirect:
            before = found[-1]
    return found


def _holds(statement: AttributedQuote, mention: Mention) -> bool:
    mark = statement.segment.mark
    return statement.segment.passage == mention.passage and mark.start <= mention.start < mark.end


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
