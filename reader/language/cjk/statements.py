"""Finds statements reported without marks in Chinese and Japanese.

市长表示，桥将加固。 市長は、橋を直すと述べた。

Chinese puts them behind a verb and a comma, Japanese between the topic of the sentence and と with its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.language.cjk.line import Line
from reader.language.cjk.speakers import SpeakerFinder, is_addressee
from reader.language.quotes.attribution import MOST_ATTRIBUTED, AttributedQuote
from reader.language.quotes.quote_context import QuoteSpan
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.quotation_marks import QuotedSpan

Report = tuple[Mention, int, int, str]
"""Who tells something, where that starts and ends, and the verb."""
_SURE = 0.7
_LEAST = 4  # characters of a statement outside quotes
_FAR = 30  # characters before a verb in which its subject starts
_STOPS = re.compile("[，,、：:；;]")
_INTENT = re.compile("(?:考え|方針|意向|見通し|見方|認識)を(?:示|明らかに|表明|述べ)")
_TOPIC = re.compile("(?:[（(][^）)]{1,12}[）)])?(は|も|によると|によれば)、?")
_WHEN = re.compile("[^、。]{1,24}(?:で|に|日|後|時|朝|夜|し)、")
"""What tells when, where and to whom between a Japanese topic and what is told."""


def find_statements(speakers: SpeakerFinder, quotes: Mapping[int, Sequence[QuotedSpan]]) -> list[AttributedQuote]:
    """Return the statements of an article with their speakers, in text order."""
    read = _japanese if speakers.lexicon.language == "ja" else _chinese
    found: list[AttributedQuote] = []
    for passage, line in enumerate(speakers.lines):
        silent = "によ" not in line.text and not speakers.say.search(line.text)
        if line.heading or silent or len(found) >= MOST_ATTRIBUTED:
            continue
        ready = speakers.line(passage, quotes.get(passage, ()))
        for number, (start, end) in enumerate(ready.sentences()):
            if (report := read(speakers, ready, start, end)) and _is_more_than_a_quote(ready, report):
                mention, first, last, cue = report
                mark = QuotedSpan(first, last, first, last)
                segment = QuoteSpan(passage, number, mark, line.text[first:last])
                found.append(AttributedQuote(segment, mention, _SURE, cue, indirect=True))
    return found


def _is_more_than_a_quote(line: Line, report: Report) -> bool:
    return sum(sign.isalnum() for sign in line.masked[report[1] : report[2]]) >= _LEAST


def _chinese(speakers: SpeakerFinder, line: Line, start: int, end: int) -> Report | None:
    text = line.masked
    for said in speakers.say.finditer(text, start, end):
        if text[said.end() : said.end() + 1] not in ("，", ","):
            continue
        near = line.between(max(start, said.start() - _FAR), said.start())
        subjects = [each for each in near if not is_addressee(line.text, each)]
        if subjects and not _STOPS.search(text, subjects[-1].end, said.start()):
            return subjects[-1], said.end() + 1, end, said.group()
    return None


def _japanese(speakers: SpeakerFinder, line: Line, start: int, end: int) -> Report | None:
    topic = next(_topics(speakers, line, start, end), None)
    if topic is None:
        return None
    mention, first, particle = topic
    if particle.startswith("によ"):
        return mention, first, end, particle
    while (when := _WHEN.match(line.masked, first)) and when.end() < end:
        first = when.end()
    said = [each for each in speakers.say.finditer(line.masked, first, end) if line.masked[each.start() - 1] == "と"]
    if said:
        return mention, first, said[-1].start() - 1, said[-1].group()
    meant = _INTENT.search(line.masked, first, end)
    return (mention, first, line.masked.index("を", meant.start()), meant.group()) if meant else None


def _topics(speakers: SpeakerFinder, line: Line, start: int, end: int) -> Iterator[tuple[Mention, int, str]]:
    for mention in line.between(start, end):
        if topic := _TOPIC.match(line.masked, speakers.end(line.text, mention)):
            yield mention, topic.end(), topic.group(1)
