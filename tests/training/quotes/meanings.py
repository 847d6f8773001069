"""Turns the corpus into decisions about whom a pronoun or a nominal means that names a speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.language.coreference import nominals, pronouns
from reader.language.coreference.entity_index import EntityIndex
from reader.language.lexicon.word_lists import lexicon
from reader.language.people import roles
from reader.language.people.entity import PersonEntity
from reader.language.quotes.attribution import AnalysedArticle
from reader.language.text.passages import Passage, passages
from reader.model import Span, SpeakerKind
from tests.training.quotes.corpus import Passage as Tagged
from tests.training.quotes.corpus import Text
from tests.training.quotes.examples import TAGS, article, read
from tests.training.quotes.learn import Example


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """One speaker's words, and what was told before them."""

    words: str
    who: str | None
    """Whom of the head they mean; None for nobody."""
    where: Span
    spoke: int | None
    """Who spoke last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """An article as far as its speakers' words are found."""

    text: Text
    analysed: AnalysedArticle
    index: EntityIndex
    ids: list[str | None]
    """For each person found, whom of the head it is."""

    def tellings(self) -> Iterator[_Telling]:
        """Yield the words of each speaker, in the order of the text."""
        told: list[tuple[int | None, int]] = []
        lines = self.analysed.passages
        for speaker in self.text.of_kind("s"):
            around = {each.number for each in self.text.of_kind("i") if _holds(each, speaker)}
            place = next((at for at, line in enumerate(lines) if line.block == speaker.paragraph), 0)
            yield _Telling(
                words=self.text.words(speaker),
                who=None if speaker.who == "-" else speaker.who,
                where=Span(block=place, start=speaker.start, end=speaker.end),
                spoke=next((person for number, person in reversed(told) if number not in around), None),
            )
            if speaker.who in self.ids:
                told.append((speaker.number, self.ids.index(speaker.who)))


def pronouns_of_corpus(texts: Iterable[Text]) -> list[Example]:
    """Return the decisions about pronouns."""
    found = []
    for reading in map(_read, texts):
        for told in reading.tellings():
            sex = pronouns.sexes(told.words.lower(), reading.analysed.lexicon)
            if sex and told.who:
                people = (reading.index.entities, reading.index.sites)
                weighed = pronouns.options(reading.analysed, people, told.where, told.spoke, sex)
                right = frozenset(at for at, (entity, _) in enumerate(weighed) if reading.ids[entity] == told.who)
                if weighed:
                    found.append(
                        Example(choices=tuple(tuple(each) for _, each in weighed), right=right, group=reading.text.file)
                    )
    return found


def nominals_of_corpus(texts: Iterable[Text]) -> list[Example]:
    """Return the decisions about nominals: the words that are found where the corpus has a speaker's."""
    found = []
    for reading in map(_read, texts):
        for told in reading.tellings():
            where = _nominal(reading.analysed, told.where)
            if where is None:
                continue
            words = reading.analysed.passages[where.block].text[where.start : where.end]
            weighed = nominals.choices(words, reading.index, reading.analysed, where, told.spoke)
            meant = [None if entity is None else reading.ids[entity] or "?" for entity, _ in weighed]
            right = frozenset(at for at, who in enumerate(meant) if who == told.who) or frozenset({0})
            choices = tuple(tuple(each) for _, each in weighed)
            found.append(Example(choices=choices, right=right, group=reading.text.file))
    return found


def _nominal(analysed: AnalysedArticle, told: Span) -> Span | None:
    """Return where the nominal stands that shares most with a speaker's words; None if the best mention is of another kind."""
    shared = [
        (min(each.end, told.end) - max(each.start, told.start), -each.start, each)
        for each in analysed.mentions.get(told.block, ())
    ]
    best = max(shared, key=lambda each: each[:2], default=None)
    if best is None or best[0] <= 0 or best[2].kind is not SpeakerKind.NOMINAL:
        return None
    return Span(block=told.block, start=best[2].start, end=best[2].end)


def _read(text: Text) -> _Reading:
    known = lexicon(TAGS.get(text.language, text.language))
    lines = passages(article(text.paragraphs))
    analysed, entities = read(text, lines)
    for entity in entities:
        roles.describe(entity, lines, known)
    index = EntityIndex(entities, pronouns.sites(analysed, entities))
    return _Reading(text=text, analysed=analysed, index=index, ids=[_id_of(entity, text, lines) for entity in entities])


def _holds(statement: Tagged, speaker: Tagged) -> bool:
    return statement.paragraph == speaker.paragraph and statement.start <= speaker.start < statement.end


def _id_of(entity: PersonEntity, text: Text, lines: tuple[Passage, ...]) -> str | None:
    tagged = [each for each in text.of_kind("p", "s") if each.who not in (None, "-")]
    votes = Counter(
        each.who
        for name in entity.names
        for each in tagged
        if lines[name.passage].block == each.paragraph and name.start < each.end and each.start < name.end
    )
    return votes.most_common(1)[0][0] if votes else None
