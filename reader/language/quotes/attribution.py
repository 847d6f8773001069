"""Gives each quote of an article its speaker: candidates, features, the likeliest choice, one quote after the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.name_spans import Name
from reader.language.quotes import implicit_speaker
from reader.language.quotes.interrupted_quotes import parted
from reader.language.quotes.quote_context import QuoteContext, QuoteSpan, survey
from reader.language.quotes.source_phrases import SOURCES
from reader.language.quotes.speaker_candidates import find_mentions
from reader.language.quotes.speaker_features import features
from reader.language.quotes.speaker_mention import Mention, around
from reader.language.ranking import probabilities, score, weights
from reader.language.text.casing import is_title_case
from reader.language.text.dialogue_dashes import spoken
from reader.language.text.passages import Passage
from reader.language.text.quotation_marks import QuotedSpan, marked
from reader.language.text.tokens import TokenRow, row

_WORD = re.compile(r"[^\W\d_]+")
_OWN = 9  # mentions of the quote's own passage that are weighed, on each side
_BEFORE = 2  # mentions with a verb, and others, of each of the two passages before
MOST_ATTRIBUTED = 3_000  # quotes of an article whose speakers are sought; a long book has more, a newspaper's page a tenth
_MOST_QUOTES = 20_000  # quotes of an article that are told at all
_SOON = 6  # words by which a passage must name who says the quote before it


@dataclass(slots=True)
class AnalysedArticle:
    """An article cut into rows and mentions, ready for its quotes to be given."""

    passages: Sequence[Passage]
    lexicon: Lexicon
    rows: dict[int, TokenRow] = field(default_factory=dict)
    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    segments: list[QuoteSpan] = field(default_factory=list)
    rest: list[QuoteSpan] = field(default_factory=list)
    """The quotes behind the first `MOST_SOUGHT`: nobody is sought for them."""
    recent: dict[int, list[Mention]] = field(default_factory=dict)
    """The mentions of a passage that later ones look at, once they were asked for."""


@dataclass(slots=True)
class AttributedQuote:
    """A quote with its speaker."""

    segment: QuoteSpan
    mention: Mention | None
    confidence: float
    cue: str = ""
    """The word that brings the quote in."""
    indirect: bool = False
    """A statement reported without marks."""


def analyse(lines: Sequence[Passage], names: Mapping[int, list[tuple[Name, int | None]]], lexicon: Lexicon) -> AnalysedArticle:
    """Cut an article for the search of speakers.

    Args:
        lines: its passages.
        names: the names of each passage, with the index of their person.
        lexicon: of its language.
    """
    found = AnalysedArticle(lines, lexicon)
    quotes = {at: _outside(names.get(at, ()), marks) for at, marks in find_quotes(lines, lexicon).items()}
    wanted = {near for at in quotes if quotes[at] for near in (at - 2, at - 1, at, at + 1)}
    sources = SOURCES if lexicon.language == "de" else ()
    says = lexicon.any_of("say", "according_behind") | {max(_WORD.findall(phrase), key=len) for phrase in lexicon["according"]}
    for at, passage in enumerate(lines):
        marks = quotes[at][: MOST_ATTRIBUTED - len(found.segments)]
        found.rest += [QuoteSpan(at, -1, mark, passage.text[mark.start : mark.end]) for mark in quotes[at][len(marks) :]]
        if len(found.rest) and not marks:
            continue
        words = _WORD.findall(passage.text.lower())
        if at not in wanted and says.isdisjoint(words) and not (sources and any(word.endswith(sources) for word in words)):
            continue
        text = passage.text if len(marks) == len(quotes[at]) else passage.text[: quotes[at][len(marks)].outer_start]
        found.rows[at] = row(text, marks, lexicon)
        outside = [pair for pair in names.get(at, ()) if not is_quoted(pair[0], quotes[at])]
        found.mentions[at] = find_mentions(at, found.rows[at], outside, lexicon)
        found.segments += [
            QuoteSpan(at, index, quote, text[quote.start : quote.end])
            for index, quote in zip(found.rows[at].quotes, marks, strict=True)
        ]
    return found


def _outside(names: Sequence[tuple[Name, int | None]], marks: list[QuotedSpan]) -> list[QuotedSpan]:
    """Leave out the nicknames that stand in marks inside a name: Bobby “The Rocket” Lane."""
    if not marks or not names:
        return marks
    spans = sorted((name.start, name.end) for name, _ in names)
    around = ((mark, bisect_left(spans, (mark.outer_start, 0))) for mark in marks)
    return [mark for mark, at in around if not at or spans[at - 1][1] <= mark.outer_end]


def is_quoted(name: Name, quotes: Sequence[QuotedSpan]) -> bool:
    """Return whether a name stands inside one of its passage's quotes, which are in text order."""
    at = bisect_right(quotes, name.start, key=lambda quote: quote.outer_start)
    return (at > 0 and name.start < quotes[at - 1].outer_end) or (at < len(quotes) and quotes[at].outer_start < name.end)


def find_quotes(lines: Sequence[Passage], lexicon: Lexicon) -> dict[int, list[QuotedSpan]]:
    """Return the quotes of each passage; one that a passage leaves open goes on in the next if that opens with a mark."""
    found: dict[int, list[QuotedSpan]] = {}
    left = _MOST_QUOTES
    dialogue = "dialogue" in lexicon["marks"]
    open_before = False
    for at, passage in enumerate(lines):
        said = (spoken(passage.text, lexicon) if dialogue and not passage.heading else []) or marked(passage.text)
        found[at] = (_block(lines, at) or parted(passage.text, said, lexicon))[:left]
        left -= len(found[at])
        if found[at]:
            if open_before and not passage.text[: found[at][0].outer_start].strip():
                found[at][0].continues = True
            open_before = not found[at][-1].closed
        else:
            open_before = False
    return found


def _block(lines: Sequence[Passage], at: int) -> list[QuotedSpan]:
    passage = lines[at]
    if passage.author is None:
        return []
    text = passage.text.strip()
    start = passage.text.index(text)
    whole = QuotedSpan(
        start, start + len(text), start, start + len(text), continues=at > 0 and lines[at - 1].block == passage.block
    )
    inner = marked(passage.text)
    if len(inner) == 1 and inner[0].outer_start == start and inner[0].outer_end == start + len(text):
        whole.start, whole.end = inner[0].start, inner[0].end
    return [whole]


def choices(analysed: AnalysedArticle, segment: QuoteSpan, last: Mention | None) -> list[Mention | None]:
    """Return the words that may name a quote's speaker, and None for nobody."""
    own = around(analysed.mentions[segment.passage], segment.at, _OWN)
    found: list[Mention | None] = [None, *own]
    for before in (segment.passage - 1, segment.passage - 2):
        found += _recent(analysed, before)
    following = takewhile(lambda each: each.first < _SOON, analysed.mentions.get(segment.passage + 1, ()))
    if (opening := next((each for each in following if each.relation), None)) is not None:
        found.append(opening)
    if last is not None:
        found.append(last)
    return list(dict.fromkeys(found))


def _recent(analysed: AnalysedArticle, passage: int) -> list[Mention]:
    """Return the mentions of a passage that quotes behind it may go to: the last of those with a verb, and of all."""
    if (found := analysed.recent.get(passage)) is None:
        near = analysed.mentions.get(passage, [])
        related = [each for each in near if each.relation]
        found = near if len(near) <= 2 * _BEFORE else related[-_BEFORE:] + near[-_BEFORE:]
        analysed.recent[passage] = found
    return found


def context_of(analysed: AnalysedArticle, segment: QuoteSpan) -> QuoteContext:
    """Return what stands around a quote."""
    at = segment.passage
    before = analysed.passages[at - 1].text[-8:].rstrip() if at else ""
    found = QuoteContext(
        row=analysed.rows[at],
        own=around(analysed.mentions[at], segment.at, 2 * _OWN),
        lexicon=analysed.lexicon,
        heading=analysed.passages[at].heading,
        colon_before=before.endswith(":"),
    )
    return survey(segment, found)


def attribute(analysed: AnalysedArticle) -> list[AttributedQuote]:
    """Return each quote the likeliest speaker, in text order (nobody in an unknown language): the last counts for the next."""
    table = weights("speakers", analysed.lexicon.language)
    found: list[AttributedQuote] = []
    last: Mention | None = None
    for segment in analysed.segments:
        silent = not analysed.lexicon or _is_a_name(analysed, segment) or _is_listed(analysed, segment, found)
        options = [None] if silent else choices(analysed, segment, last)
        around = context_of(analysed, segment)
        shares = probabilities([score(features(segment, option, around, last), table) for option in options])
        best = max(range(len(options)), key=shares.__getitem__)
        chosen, sure = options[best], shares[best]
        if chosen is None and (
            chosen := implicit_speaker.speaker(segment, around.row, around.own, _before(analysed, found), analysed.lexicon)
        ):
            sure = implicit_speaker.SURE
        found.append(AttributedQuote(segment, chosen, sure, "" if chosen is None else cue(analysed, chosen)))
        last = chosen or last
    return [*found, *(AttributedQuote(segment, None, 0.0) for segment in analysed.rest)]


def _before(analysed: AnalysedArticle, found: Sequence[AttributedQuote]) -> tuple[QuoteSpan | None, Mention | None, str]:
    if not found:
        return None, None, ""
    segment = found[-1].segment
    return segment, found[-1].mention, analysed.passages[segment.passage].text


def cue(analysed: AnalysedArticle, mention: Mention) -> str:
    """Return the word that ties a speaker to what is said, or the words of "according to"."""
    if mention.verb < 0:
        return ""
    row = analysed.rows[mention.passage]
    last = mention.verb
    if mention.relation == "acc":
        sizes = (size for size in (4, 3, 2) if " ".join(row.lower[last : last + size]) in analysed.lexicon["according"])
        last += next(sizes, 1) - 1
    return analysed.passages[mention.passage].text[row.starts[mention.verb] : row.ends[last]]


def _is_a_name(analysed: AnalysedArticle, segment: QuoteSpan) -> bool:
    """Return whether the words beside a quote make it a name: her novel “The Salt Road”, so-called “peace”."""
    row, words, lexicon = analysed.rows[segment.passage], segment.words, analysed.lexicon
    ahead, before = ["", "", *row.lower[: segment.at]][-2:]
    if any(name in lexicon["scare"] and name not in lexicon.any_of("say", "weak") for name in (before, f"{ahead} {before}")):
        return True
    if not words[0].isupper():
        return False
    behind = [word for word in row.lower[segment.at + 1 : segment.at + 5] if word != ","]
    if before in lexicon["prepositions"] and before != "of" and words.count(" ") and is_title_case(words.rstrip(",")):
        return True  # walked away from “Captain Thunder: Rising,” the studio said
    if before in lexicon["works"]:
        return words[-1] not in ",.!?" and lexicon["say"].isdisjoint(behind[:2])
    made = len(behind) > 1 and behind[0] in lexicon["makes"] and behind[1] in lexicon["by"]
    said_of = made or (len(behind) > 1 and behind[0] in lexicon["articles"] and behind[1] in lexicon["works"])
    return said_of and is_title_case(words)


def _is_listed(analysed: AnalysedArticle, segment: QuoteSpan, found: Sequence[AttributedQuote]) -> bool:
    """Return whether a quote is named beside one that is a name: starred in “Winter Wheat” and “The Judge’s Daughter.”."""
    if not found or found[-1].mention is not None or (before := found[-1].segment).passage != segment.passage:
        return False
    between = analysed.rows[segment.passage].lower[before.at + 1 : segment.at]
    joined = bool(between) and analysed.lexicon["conjunctions"].union(",").issuperset(between)
    return joined and is_title_case(before.words) and is_title_case(segment.words)


def by_passage(names: Iterable[tuple[Name, int | None]]) -> dict[int, list[tuple[Name, int | None]]]:
    """Put names together by the passage they stand in."""
    found: dict[int, list[tuple[Name, int | None]]] = {}
    for name, entity in names:
        found.setdefault(name.passage, []).append((name, entity))
    return found
