"""Turns the corpus into decisions for the learner: which runs of capitals are people, which words name a quote's speaker."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.language.annotate import find_names
from reader.language.lexicon.word_lists import Lexicon, lexicon
from reader.language.people import clustering, name_classifier, name_spans, not_people
from reader.language.people.entity import PersonEntity
from reader.language.quotes import attribution, speaker_features
from reader.language.quotes.speaker_mention import Mention
from reader.language.ranking import weights
from reader.language.text.passages import Passage, passages
from reader.model import Article, Heading, Paragraph, Run
from tests.training.quotes.corpus import Passage as Tagged
from tests.training.quotes.corpus import Text
from tests.training.quotes.learn import Example

NEWS = Path(__file__).resolve().parents[4] / "shared" / "eval" / "quotes" / "data"
TAGS = {"no": "nb"}
Spans = set[tuple[int, int, int]]


def article(paragraphs: Iterable[str], language: str = "") -> Article:
    """Return an article of plain paragraphs, the first of them the headline."""
    first, *rest = paragraphs
    story = [Paragraph(runs=(Run(text=text),)) for text in rest]
    return Article(title=first, language=language, blocks=(Heading(runs=(Run(text=first),), level=1), *story))


def named(text: Text) -> Spans:
    """Return where the corpus says a person is named: paragraph, start, end."""
    found: Spans = set()
    for passage in text.of_kind("p", "s"):
        if passage.who in (None, "-"):
            continue
        words = text.words(passage)
        if passage.kind == "p" or any(
            part in text.people[passage.who or ""].name
            for part in words.split()
            if part[:1].isalpha() and not part[:1].islower()
        ):
            found.add((passage.paragraph, passage.start, passage.end))
    return found


def name_examples(lines: tuple[Passage, ...], known: Lexicon, gold: Spans, group: str) -> list[Example]:
    """Return a decision for each group of equal names: a person's or not."""
    found = []
    for each in name_classifier.groups(find_names(lines, known), lines, known, weights("names", known.language)).values():
        if len(each.key) > 1 and not_people.is_a_thing(each, lines, known):
            continue  # decided before it is weighed
        hits = sum(
            any(lines[name.passage].block == block and name.start < end and start < name.end for block, start, end in gold)
            for name in each.names
        )
        right = 0 if 2 * hits > len(each.names) else 1
        found.append(Example(choices=(tuple(sorted(each.features)), ()), right=frozenset({right}), group=group))
    return found


def names_of_corpus(texts: Iterable[Text]) -> list[Example]:
    """Return the decisions about names of the whole corpus (languages with capitals)."""
    found = []
    for text in texts:
        if text.language in ("ja", "zh"):
            continue
        lines = passages(article(text.paragraphs))
        found += name_examples(lines, lexicon(TAGS.get(text.language, text.language)), named(text), text.file)
    return found


def names_of_news(name: str) -> list[Example]:
    """Return the decisions about names of an openly licensed set of the evaluation: `gum`, `de_germeval` or `sv_klintan`.

    Raises:
        FileNotFoundError: the evaluation data are not there.
    """
    found = []
    for text in json.loads((NEWS / f"{name}.json").read_text(encoding="utf-8")):
        lines: list[str] = []
        gold: Spans = set()
        offset = 0
        places = [place for each in text["people"] for place in each["mentions"]]
        places += text.get("optional", []) if name != "gum" else []  # lone names of people; in GUM, pronouns and the like
        for line in text["text"].split("\n"):
            if line.strip():
                gold |= {
                    (len(lines), start - offset, end - offset)
                    for start, end, *_ in places
                    if offset <= start < offset + len(line)
                }
                lines.append(line)
            offset += len(line) + 1
        language = lexicon(text.get("lang", "en"))
        found += name_examples(passages(article(lines)), language, gold, f"{language.language}-{text['id']}")
    return found


def speakers_of_corpus(texts: Iterable[Text]) -> list[Example]:
    """Return the decisions about speakers of the whole corpus; a quote whose speaker is out of reach has no right choice."""
    found = []
    for text in texts:
        if text.language not in ("ja", "zh"):
            found += speaker_examples(text)
    return found


def speaker_examples(text: Text) -> list[Example]:
    """Return a decision for each quote of an article."""
    lines = passages(article(text.paragraphs))
    analysed, _ = read(text, lines)
    found = []
    last = None
    for segment in analysed.segments:
        gold = _gold(text, lines[segment.passage].block, segment.mark.start, segment.mark.end)
        options = attribution.choices(analysed, segment, last)
        right = _right(text, lines, options, gold)
        around = attribution.context_of(analysed, segment)
        rows = tuple(tuple(speaker_features.features(segment, option, around, last)) for option in options)
        found.append(Example(choices=rows, right=right, group=text.file))
        last = next((options[at] for at in sorted(right) if options[at] is not None), last)
    return found


def read(text: Text, lines: tuple[Passage, ...]) -> tuple[attribution.AnalysedArticle, list[PersonEntity]]:
    """Read an article of the corpus up to the point where its quotes are given."""
    known = lexicon(TAGS.get(text.language, text.language))
    weighed = name_classifier.groups(find_names(lines, known), lines, known, weights("names", known.language))
    entities = clustering.cluster(weighed.values(), lines, known)
    return attribution.analyse(lines, attribution.by_passage(whose(weighed.values(), entities)), known), entities


def _gold(text: Text, paragraph: int, start: int, end: int) -> Tagged | None:
    fitting = [
        (min(end, each.end) - max(start, each.start), -at, each)
        for at, each in enumerate(text.of_kind("q", "scare", "title"))
        if each.paragraph == paragraph
    ]
    overlap, _, best = max(fitting, default=(0, 0, None))
    return best if overlap > 0 else None


def _right(text: Text, lines: tuple[Passage, ...], options: Sequence[Mention | None], gold: Tagged | None) -> frozenset[int]:
    """Return which choices are right: those that overlap the speaker's words, else those that mean the same person."""
    if gold is None or gold.kind != "q" or (gold.number is None and gold.who is None):
        return frozenset({0})
    words = text.speakers[gold.number] if gold.number is not None else None
    places = [(at, lines[each.passage].block, each.start, each.end) for at, each in enumerate(options) if each is not None]
    exact = {
        at
        for at, block, start, end in places
        if words and block == words.paragraph and start < words.end and words.start < end
    }
    if exact:
        return frozenset(exact)
    who = words.who if words else gold.who
    if who in (None, "-"):
        return frozenset()
    same = [each for each in text.of_kind("p", "s") if each.who == who]
    return frozenset(
        at
        for at, block, start, end in places
        if any(block == each.paragraph and start < each.end and each.start < end for each in same)
    )


def whose(
    weighed: Iterable[name_classifier.Group], entities: Sequence[PersonEntity]
) -> list[tuple[name_spans.Name, int | None]]:
    """Return every name with the index of its person, None where it is nobody's."""
    index = {id(name): at for at, entity in enumerate(entities) for name in entity.names}
    return [(name, index.get(id(name))) for group in weighed for name in group.names]
