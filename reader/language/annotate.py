"""The room's one function, as a table of contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.language import cjk, people
from reader.language.coreference.resolver import QuoteResolver
from reader.language.lexicon.declension import as_called, is_first_case
from reader.language.lexicon.name_forms import bends
from reader.language.lexicon.word_lists import Lexicon, lexicon
from reader.language.people import clustering, name_classifier, name_spans, roles
from reader.language.people.entity import PersonEntity
from reader.language.quotes import attribution
from reader.language.ranking import weights
from reader.language.reported.statements import find_statements
from reader.language.text.language_id import language_of
from reader.language.text.passages import Passage, passages
from reader.model import Article, Person, Quote

_ENDING = 2  # letters of a case ending
_WITHOUT_SPACES = frozenset({"ja", "zh"})


def annotate(article: Article, *, name_weights: Mapping[str, float] | None = None) -> Article:
    """Return the article with its people and quotes; never raises, and annotating twice changes nothing.

    Args:
        article: as extracted.
        name_weights: what tells people's names from others instead of `data/weights.txt`; for evaluation.
    """
    lines = passages(article)
    known = lexicon(language_of(article.language, lines))
    if known.language in _WITHOUT_SPACES:
        entities, quotes = _without_spaces(lines, known)
    else:
        entities, quotes = _with_spaces(
            lines, known, weights("names", known.language) if name_weights is None else name_weights
        )
    return replace(article, people=tuple(_person(entity, lines, known.language) for entity in entities), quotes=quotes)


def _with_spaces(
    lines: Sequence[Passage], known: Lexicon, name_weights: Mapping[str, float]
) -> tuple[Sequence[PersonEntity], tuple[Quote, ...]]:
    weighed = name_classifier.groups(find_names(lines, known), tuple(lines), known, name_weights).values()
    entities = clustering.cluster(weighed, lines, known)
    for entity in entities:
        roles.describe(entity, lines, known)
    places = {id(name): at for at, entity in enumerate(entities) for name in entity.names}
    bearers = [(name, places.get(id(name))) for group in weighed for name in group.names]
    analysed = attribution.analyse(lines, attribution.by_passage(bearers), known)
    quotes = QuoteResolver(analysed, entities).quotes(attribution.attribute(analysed), find_statements(analysed))
    return entities, quotes


def _without_spaces(lines: Sequence[Passage], known: Lexicon) -> tuple[Sequence[PersonEntity], tuple[Quote, ...]]:
    entities = cjk.find_people(lines, known)
    analysed = attribution.AnalysedArticle(lines, known)
    speakers, quoted = cjk.SpeakerFinder(lines, entities, known), attribution.find_quotes(lines, known)
    statements = cjk.find_statements(speakers, quoted)
    return entities, QuoteResolver(analysed, entities).quotes(speakers.attribute(quoted), statements)


def find_names(lines: Sequence[Passage], known: Lexicon) -> list[name_spans.Name]:
    """Return what may be names, as the language writes them."""
    return people.find_arabic_names(lines, known) if known.language == "ar" else name_spans.find(lines, known)


def _person(entity: PersonEntity, lines: Sequence[Passage], language: str) -> Person:
    aliases = _aliases(entity, lines, language)
    return Person(
        name=aliases[0],
        aliases=tuple(aliases),
        role=entity.role,
        mentions=tuple(lines[name.passage].span(name.start, name.end) for name in entity.names),
    )


def _aliases(entity: PersonEntity, lines: Sequence[Passage], language: str) -> list[str]:
    """Return all ways in which a person is written, the best for an index first."""
    written = [lines[name.passage].text[name.start : name.end] for name in entity.names]
    parts = {text: len(name.parts) for text, name in zip(written, entity.names, strict=True)}
    size = 0 if bends(language) else 1  # where names are bent, the first mention is likeliest to be as it is called
    owners = {f"{alias}s" for alias in parts} if language in clustering.GENITIVE else set()
    aliases = sorted(
        parts, key=lambda alias: (-parts[alias], alias in owners, not clustering.is_nominative(alias), -size * len(alias))
    )
    if entity.full and entity.full not in parts and parts[aliases[0]] <= len(entity.full.split()):
        aliases.insert(0, entity.full)
    if not any(is_first_case(alias.split()[0], alias.split()[-1]) for alias in aliases if " " in alias):
        called = as_called(aliases[0], language)
        aliases = list(dict.fromkeys([called, *aliases])) if called else aliases
    return _with_lone_family(aliases) if bends(language) else aliases


def _with_lone_family(aliases: list[str]) -> list[str]:
    """Put the family name in the case in which it stands alone: "Джо Байдена" is "Джо Байден" beside "Байден"."""
    given, blank, family = aliases[0].rpartition(" ")
    alone = (
        alias for alias in aliases if alias != family and family.startswith(alias) and len(family) - len(alias) <= _ENDING
    )
    lone = min(alone, key=len, default="")
    return list(dict.fromkeys([f"{given} {lone}", *aliases])) if blank and lone else aliases
