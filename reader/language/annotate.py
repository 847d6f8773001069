"""The room's one function, as a table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.language.coreference.resolver import Telling
from reader.language.lexicon.declension import as_called, is_first_case
from reader.language.lexicon.name_forms import bends
from reader.language.lexicon.word_lists import Lexicon, lexicon
from reader.language.people import clustering as index
from reader.language.people import name_classifier, name_spans, roles
from reader.language.people.entity import PersonEntity
from reader.language.quotes import attribution
from reader.language.reported.statements import statements
from reader.language.text.language_id import language_of
from reader.language.text.passages import Passage, passages
from reader.model import Article, Person, Quote

_WITHOUT_SPACES = frozenset({"ja", "zh"})


def annotate(article: Article) -> Article:
    """Give the article with its people and quotes; never raises, and annotating twice changes nothing."""
    lines = passages(article)
    known = lexicon(language_of(article.language, lines))
    read = _without_spaces if known.language in _WITHOUT_SPACES else _with_spaces
    figures, told = read(lines, known)
    return replace(article, people=tuple(_person(figure, lines, known.language) for figure in figures), quotes=told)


def _with_spaces(lines: Sequence[Passage], known: Lexicon) -> tuple[Sequence[PersonEntity], tuple[Quote, ...]]:
    weighed = name_classifier.groups(find(lines, known), tuple(lines), known).values()
    figures = index.people(weighed, lines, known)
    for figure in figures:
        roles.describe(figure, lines, known)
    places = {id(name): at for at, figure in enumerate(figures) for name in figure.names}
    whose = [(name, places.get(id(name))) for group in weighed for name in group.names]
    page = attribution.page(lines, attribution.by_passage(whose), known)
    told = Telling(page, figures).quotes(attribution.give(page), statements(page))
    return figures, told


def _without_spaces(lines: Sequence[Passage], known: Lexicon) -> tuple[Sequence[PersonEntity], tuple[Quote, ...]]:
    from reader.language.cjk import people  # noqa: PLC0415 - ranges of thousands of signs take long to compile
    from reader.language.cjk import statements as cjk_statements  # noqa: PLC0415 - see above
    from reader.language.cjk.speakers import HanSpeakers  # noqa: PLC0415 - see above

    figures = people.figures(lines, known)
    page = attribution.AnalysedArticle(lines, known)
    speakers, quoted = HanSpeakers(lines, figures, known), attribution.quoted(lines, known)
    return figures, Telling(page, figures).quotes(speakers.give(quoted), cjk_statements.statements(speakers, quoted))


def find(lines: Sequence[Passage], known: Lexicon) -> list[name_spans.Name]:
    """Give what may be names, as the language writes them."""
    if known.language != "ar":
        return name_spans.find(lines, known)
    from reader.language.people import name_spans_arabic  # noqa: PLC0415 - few articles need it

    return name_spans_arabic.find(lines, known)


def _person(figure: PersonEntity, lines: Sequence[Passage], language: str) -> Person:
    written = [lines[name.passage].text[name.start : name.end] for name in figure.names]
    parts = {text: len(name.parts) for text, name in zip(written, figure.names, strict=True)}
    size = 0 if bends(language) else 1  # where names are bent, the first mention is likeliest to be as it is called
    owners = {f"{alias}s" for alias in parts} if language in index.GENITIVE else set()
    aliases = sorted(
        parts, key=lambda alias: (-parts[alias], alias in owners, not index.is_nominative(alias), -size * len(alias))
    )
    if figure.full and figure.full not in parts and parts[aliases[0]] <= len(figure.full.split()):
        aliases.insert(0, figure.full)
    if not any(is_first_case(alias.split()[0]) for alias in aliases if " " in alias):
        called = as_called(aliases[0], language)
        aliases = list(dict.fromkeys([called, *aliases])) if called else aliases
    return Person(
        name=aliases[0],
        aliases=tuple(aliases),
        role=figure.role,
        mentions=tuple(lines[name.passage].span(name.start, name.end) for name in figure.names),
    )
