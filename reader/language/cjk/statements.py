"""Finds statements reported without marks in Chinese and Japanese.

市长表示，桥将加固。 市長は、橋を直すと述べた。

Chinese puts them behind a verb and a comma, Japanese between the topic of the sentence and と with its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reader.language.cjk.line import Line
from reader.language.cjk.speakers import HanSpeakers, is_told
from reader.language.quotes.attribution import MOST_SOUGHT, AttributedQuote
from reader.language.quotes.quote_context import QuoteSpan
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.quotation_marks import QuotedSpan

Told = tuple[Mention, int, int, str]
"""Who tells something, where that starts and ends, and the verb."""
_SURE = 0.7
_LEAST = 4  # characters of a statement outside quotes
_FAR = 30  # characters before a verb in which its subject starts
_STOPS = re.compile("[，,、：:；;]")
_INTENT = re.compile("(?:考え|方針|意向|見通し|見方|認識)を(?:示|明らかに|表明|述べ)")
_TOPIC = re.compile("(?:[（(][^）)]{1,12}[）)])?(は|も|によると|によれば)、?")
_WHEN = re.compile("[^、。]{1,24}(?:で|に|日|後|時|朝|夜|し)、")
"""What tells when, where and to whom between a Japanese topic and what is told."""


def statements(speakers: HanSpeakers, quotes: Mapping[int, Sequence[QuotedSpan]]) -> list[AttributedQuote]:
    """Give the statements of an article with their speakers, in text order."""
    told = _japanese if speakers.lexicon.language == "ja" else _chinese
    found: list[AttributedQuote] = []
    for passage, line in enumerate(speakers.lines):
        silent = "によ" not in line.text and not speakers.say.search(line.text)
        if line.heading or silent or len(found) >= MOST_SOUGHT:
            continue
        ready = speakers.line(passage, quotes.get(passage, ()))
        for number, (start, end) in enumerate(ready.sentences()):
            if (told_here := told(speakers, ready, start, end)) and _is_told_plainly(ready, told_here):
                mention, first, last, cue = told_here
                mark = QuotedSpan(first, last, first, last)
                segment = QuoteSpan(passage, number, mark, line.text[first:last])
                found.append(AttributedQuote(segment, mention, _SURE, cue, indirect=True))
    return found


def _is_told_plainly(line: Line, told: Told) -> bool:
    """Whether there is more to a statement than a quote."""
    return sum(sign.isalnum() for sign in line.masked[told[1] : told[2]]) >= _LEAST


def _chinese(speakers: HanSpeakers, line: Line, start: int, end: int) -> Told | None:
    """Read 市长表示，桥将加固, whose speaker stands right before the verb."""
    text = line.masked
    for said in speakers.say.finditer(text, start, end):
        if text[said.end() : said.end() + 1] not in ("，", ","):
            continue
        near = line.between(max(start, said.start() - _FAR), said.start())
        subjects = [each for each in near if not is_told(line.text, each)]
        if subjects and not _STOPS.search(text, subjects[-1].end, said.start()):
            return subjects[-1], said.end() + 1, end, said.group()
    return None


def _japanese(speakers: HanSpeakers, line: Line, start: int, end: int) -> Told | None:
    """Read 市長は会見で、橋を直すと述べた, whose speaker is the topic."""
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


def _topics(speakers: HanSpeakers, line: Line, start: int, end: int) -> Iterator[tuple[Mention, int, str]]:
    """Give whom a sentence is about, where what is said of them starts, and the particle between."""
    for mention in line.between(start, end):
        if topic := _TOPIC.match(line.masked, speakers.end(line.text, mention)):
            yield mention, topic.end(), topic.group(1)
