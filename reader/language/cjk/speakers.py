"""Gives Japanese and Chinese quotes their speakers by rules: the words around the marks tell it plainly enough.

Japanese: 「...」と述べた, with the speaker before it (Xは, Xが) or behind the verb (と話すXさん).
Chinese: X说：“...”, or “...”X说.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reader.language.cjk.line import Line, mentions, named
from reader.language.cjk.words import alternatives
from reader.language.lexicon.word_lists import Lexicon
from reader.language.people.entity import PersonEntity
from reader.language.quotes.attribution import MOST_ATTRIBUTED, AttributedQuote
from reader.language.quotes.quote_context import QuoteSpan
from reader.language.quotes.speaker_mention import Mention
from reader.language.text.passages import Passage
from reader.language.text.quotation_marks import QuotedSpan
from reader.model import SpeakerKind

Found = tuple[Mention | None, float, str]
"""Who speaks, how sure that is, and the verb."""
_SURE, _LIKELY, _PERHAPS, _NOBODY = 0.93, 0.8, 0.55, 0.7
_TO = re.compile("(?:など)?と(?!き|ころ|ともに)")
_TOPIC = re.compile("(?:[（(][^）)]{1,12}[）)])?(?:は|が|も|、|によると)")
_GOES_ON = re.compile("[^。！？\\s「『]")
_BESIDE = re.compile("[はがも、：:（(）)０-９\\d 　]*")
_TOWARDS = re.compile("(?:(?<![反针針面])[对對]|[向跟]|告[诉訴]|接受|(?<!接)受)([^，。、；：\\s]{0,8})$")
_NEAR = 28  # characters between a quote and its verb
_WITHIN = 12  # characters behind a verb in which it may name its subject
_FAR = 600  # characters of a sentence that leads to a quote


class SpeakerFinder:
    """The search for speakers in one article."""

    def __init__(self, lines: Sequence[Passage], entities: Sequence[PersonEntity], lexicon: Lexicon) -> None:
        """Sort the names by passage."""
        self.lines, self.lexicon = lines, lexicon
        self.say = alternatives(lexicon["say"])
        self.titled = alternatives(lexicon.any_of("titles", "honorifics"))
        self.named: dict[int, list[Mention]] = {}
        for at, entity in enumerate(entities):
            for name in entity.names:
                self.named.setdefault(name.passage, []).append(named(name.passage, name.start, name.end, at))

    def attribute(self, quotes: Mapping[int, list[QuotedSpan]]) -> list[AttributedQuote]:
        """Return each quote its speaker, in text order."""
        speaker = self._japanese if self.lexicon.language == "ja" else self._chinese
        found: list[AttributedQuote] = []
        last: Mention | None = None
        for passage, marks in quotes.items():
            if not marks:
                continue
            text, line = self.lines[passage].text, self.line(passage, marks)
            for number, mark in enumerate(marks):
                segment = QuoteSpan(passage, number, mark, text[mark.start : mark.end])
                mention, sure, cue = speaker(segment, line, last) if len(found) < MOST_ATTRIBUTED else (None, 0.0, "")
                found.append(AttributedQuote(segment, mention, sure, cue))
                last = mention or last
        return found

    def line(self, passage: int, marks: Sequence[QuotedSpan]) -> Line:
        """Return a passage with what may name a speaker in it."""
        text = self.lines[passage].text
        return Line(text, marks, mentions(passage, text, self.named.get(passage, ()), self.lexicon))

    def _japanese(self, segment: QuoteSpan, line: Line, last: Mention | None) -> Found:
        mark, text = segment.mark, line.text
        clause = line.clause_behind(mark)
        said = self.say.search(clause) if _TO.match(clause) else None
        if said is None and (led := self._led(segment, line, last)):
            return led
        earlier = [each for each in line.between(line.sentence(mark), mark.outer_start) if each.end <= mark.outer_start]
        topics = [each for each in earlier if self._is_topic(text, each)]
        if said and said.start() < _NEAR:
            inside = line.between(mark.outer_end, mark.outer_end + said.end() + _WITHIN)
            ranked = [
                (topics[-1:], _SURE),
                (inside[:1], _LIKELY),
                (earlier[-1:], _LIKELY),
                (self._before(line, mark, last), _PERHAPS),
            ]
            return next(((found[0], sure, said.group()) for found, sure in ranked if found), (None, _NOBODY, said.group()))
        if earlier and _BESIDE.fullmatch(text, self.end(text, earlier[-1]), mark.outer_start):
            return earlier[-1], _LIKELY, ""
        if topics and len(segment.words) > 12 and mark.outer_end >= line.length - 1:
            return topics[-1], _PERHAPS, ""
        return None, _NOBODY, ""

    def _before(self, line: Line, mark: QuotedSpan, last: Mention | None) -> list[Mention]:
        """Return whom the sentences before are about: the last topic of the passage, or who spoke last if that was later."""
        start = line.sentence(mark)
        topics = [each for each in line.between(max(0, start - _FAR), start) if self._is_topic(line.text, each)]
        if topics and (last is None or (last.passage, last.start) < (topics[-1].passage, topics[-1].start)):
            return topics[-1:]
        return [] if last is None else [last]

    def _led(self, segment: QuoteSpan, line: Line, last: Mention | None) -> Found | None:
        """Read a quote that stands alone behind a sentence that says who speaks: "Xさんが言った。「...」"."""
        text, mark = line.text, segment.mark
        end = mark.outer_start
        while end and text[end - 1].isspace():
            end -= 1
        if not end or text[end - 1] != "。" or _GOES_ON.match(text, mark.outer_end):
            return None
        start = text.rfind("。", max(0, end - _FAR), end - 1) + 1 or max(0, end - _FAR)
        closed = max(text.rfind(sign, start, end - 1) for sign in "」』") + 1
        verbs = list(self.say.finditer(text, start, end))
        topics = [each for each in line.between(start, end) if self._is_topic(text, each)]
        if verbs and topics and verbs[-1].start() > topics[-1].end:
            return topics[-1], _LIKELY, verbs[-1].group()
        if verbs and closed > start and last is not None and last.passage == segment.passage:
            return last, _LIKELY, ""
        return None

    def end(self, text: str, mention: Mention) -> int:
        """Return where a mention ends, with its title or honorific."""
        titled = self.titled.match(text, mention.end)
        return titled.end() if titled else mention.end

    def _is_topic(self, text: str, mention: Mention) -> bool:
        return bool(_TOPIC.match(text, self.end(text, mention)))

    def _chinese(self, segment: QuoteSpan, line: Line, last: Mention | None) -> Found:
        mark = segment.mark
        start = line.sentence(mark)
        before = line.masked[start : mark.outer_start].rstrip()
        said = list(self.say.finditer(before))
        open_end = not before or before.endswith(("：", ":", "，", ","))
        if said and (open_end or before.endswith(said[-1].group())):
            subjects = line.between(start, start + said[-1].start())
            if subjects:
                return self._subject(line, subjects, start + said[-1].start()), _SURE, said[-1].group()
            return last, _PERHAPS if last else _NOBODY, said[-1].group()
        after = self.say.search(line.clause_behind(mark))
        if after and after.start() < _NEAR and segment.words[-1] in "，,。！？!?…”":
            inside = line.between(mark.outer_end, mark.outer_end + after.start())
            if inside:
                return self._subject(line, inside, mark.outer_end + after.start()), _SURE, after.group()
        return self._chinese_guess(segment, line, last)

    def _chinese_guess(self, segment: QuoteSpan, line: Line, last: Mention | None) -> Found:
        mark = segment.mark
        start = line.sentence(mark)
        before = line.masked[start : mark.outer_start]
        said = list(self.say.finditer(before))
        own = [each for each in line.between(start, mark.outer_start) if each.end <= mark.outer_start]
        alone = mark.outer_start == 0 and mark.outer_end >= len(line.text)
        goes_on = last is not None and last.passage == segment.passage and segment.at > 0 and not said
        if last is not None and (goes_on or (alone and not own)):
            return last, _PERHAPS, ""
        if own and before.rstrip().endswith(("：", ":")):
            return own[-1], _LIKELY, ""
        if own and said and len(segment.words) > 3:
            return own[0], _PERHAPS, said[-1].group()
        return None, _NOBODY, ""

    @staticmethod
    def _subject(line: Line, mentions: Sequence[Mention], verb: int) -> Mention:
        """Return the subject of a verb: what stands right before it, else the first name, else the last mention.

        Whom it is told to is none, unless nobody else is there.
        """
        mentions = [each for each in mentions if not is_addressee(line.text, each)] or mentions
        beside = next((each for each in reversed(mentions) if verb - each.end <= 3), None)
        return beside or next((each for each in mentions if each.kind is SpeakerKind.NAMED), mentions[-1])


def is_addressee(text: str, mention: Mention) -> bool:
    """Return whether somebody is told something: 对记者说, 接受晚报记者采访时说."""
    towards = _TOWARDS.search(text[max(0, mention.start - 10) : mention.start])
    return towards is not None and (mention.kind is SpeakerKind.NOMINAL or not towards.group(1))
