"""Finds statements reported without marks: "She said that the bridge was safe", "The bridge was safe, the minister said"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from reader.language.lexicon.word_lists import Lexicon
from reader.language.quotes.attribution import AnalysedArticle, AttributedQuote, cue
from reader.language.quotes.quote_context import QuoteSpan
from reader.language.quotes.speaker_mention import Mention
from reader.language.reported.clause_after_verb import SUBJECT_FIRST
from reader.language.reported.clauses import Bounds
from reader.language.reported.german_subjunctive import continued
from reader.language.reported.reported_clause import ReportedClauseFinder
from reader.language.text.quotation_marks import QuotedSpan
from reader.language.text.tokens import TokenRow

_HOLDS = SUBJECT_FIRST | {"sw", "s~w"}
_SURE, _LIKELY, _MOOD = 0.85, 0.7, 0.5
_LEAST = 4  # words of a statement; one less in a language that has no articles


def find_statements(analysed: AnalysedArticle) -> list[AttributedQuote]:
    """Return the indirect statements of an article with their speakers, in text order."""
    return [given for passage, found in sorted(analysed.mentions.items()) for given in _of_passage(analysed, passage, found)]


def _of_passage(analysed: AnalysedArticle, passage: int, found: list[Mention]) -> Iterator[AttributedQuote]:
    if analysed.passages[passage].heading:
        return
    row = analysed.rows[passage]
    reported = ReportedClauseFinder(row, analysed.lexicon)
    taken, least = -1, _LEAST - (not analysed.lexicon["articles"])
    nearest = {mention.verb: mention for mention in found if mention.relation == "sv"}
    for mention in sorted([*found, *_joined(found, row, analysed.lexicon)], key=lambda each: each.edges):
        if nearest.get(mention.verb, mention) is not mention and mention.relation in SUBJECT_FIRST:
            continue  # "in Europe, Kovacs warned": nobody but Kovacs
        bounds = reported.by(mention) if mention.behind != "possessive" else None
        if bounds is None or bounds[0] <= taken or row.plain[bounds[0]] == row.plain[bounds[1]]:
            continue
        first, last = bounds
        if analysed.passages[passage].text.count(" ", row.starts[first], row.ends[last - 1]) + 1 < least:
            continue
        taken = last
        yield _given(analysed, mention, bounds, _SURE if mention.relation == "sv" else _LIKELY)
    for mention, bounds in continued(row, found, analysed.lexicon):
        yield _given(analysed, mention, bounds, _MOOD)


def _given(analysed: AnalysedArticle, mention: Mention, bounds: Bounds, sure: float) -> AttributedQuote:
    row, text = analysed.rows[mention.passage], analysed.passages[mention.passage].text
    start, end = row.starts[bounds[0]], row.ends[bounds[1] - 1]
    segment = QuoteSpan(mention.passage, bounds[0], QuotedSpan(start, end, start, end), text[start:end])
    return AttributedQuote(segment, mention, sure, cue(analysed, mention), indirect=True)


def _joined(found: list[Mention], row: TokenRow, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield each subject once more for a second verb of its own: "Kovacs thanked the crew and said", ", adding that"."""
    held = {mention.verb for mention in found if mention.relation in SUBJECT_FIRST}
    subjects = [
        mention for mention in found if mention.relation in _HOLDS and row.lower[mention.first] not in lexicon["relative"]
    ]
    for verb in range(1, len(row.words)):
        word, before = row.lower[verb], row.lower[verb - 1]
        more = before in lexicon["conjunctions"] or (before == "," and word.endswith("ing") and lexicon.language == "en")
        if word in lexicon["say"] and more and verb not in held:
            at = bisect_left(subjects, verb, key=_verb)
            if at and row.sentence[subjects[at - 1].verb] == row.sentence[verb]:
                yield replace(subjects[at - 1], verb=verb, edge=verb, relation="s..v")


def _verb(mention: Mention) -> int:
    return mention.verb
