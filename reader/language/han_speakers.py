"""Gives Japanese and Chinese quotes their speakers by rules: the words around the marks tell it plainly enough.

Japanese: 「...」と述べた, with the speaker before it (Xは, Xが) or behind the verb (と話すXさん).
Chinese: X说：“...”, or “...”X说.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reader.language.figure import Figure
from reader.language.han import alternatives
from reader.language.lexicon import Lexicon
from reader.language.marks import Marked
from reader.language.mention import Mention
from reader.language.passages import Passage
from reader.language.quotes import Given
from reader.language.scene import Segment
from reader.model import SpeakerKind

_SURE, _LIKELY, _PERHAPS, _NOBODY = 0.93, 0.8, 0.55, 0.7
_ENDS = re.compile("[。！？!?\n]")
_TO = re.compile("(?:など)?と(?!き|ころ|ともに)")
_TOPIC = re.compile("(?:[（(][^）)]{1,12}[）)])?(?:は|が|も|、|によると)")
_NEAR = 28  # characters between a quote and its verb


class HanSpeakers:
    """The search for speakers in one article."""

    def __init__(self, lines: Sequence[Passage], figures: Sequence[Figure], lexicon: Lexicon) -> None:
        """Sort the names by passage."""
        self.lines, self.lexicon = lines, lexicon
        self.say = alternatives(lexicon["say"])
        self.named: dict[int, list[Mention]] = {}
        for at, figure in enumerate(figures):
            for name in figure.names:
                mention = _mention(SpeakerKind.NAMED, name.passage, name.start, name.end)
                mention.figure = at
                self.named.setdefault(name.passage, []).append(mention)

    def give(self, quotes: Mapping[int, list[Marked]]) -> list[Given]:
        """Give each quote its speaker, in text order."""
        found: list[Given] = []
        last: Mention | None = None
        for passage, marks in quotes.items():
            mentions = self._mentions(passage, marks)
            for number, mark in enumerate(marks):
                words = self.lines[passage].text[mark.start : mark.end]
                segment = Segment(passage, number, mark, words)
                mention, sure, cue = self._speaker(segment, marks, mentions, last)
                found.append(Given(segment, mention, sure, cue))
                last = mention or last
        return found

    def _mentions(self, passage: int, marks: Sequence[Marked]) -> list[Mention]:
        """Give names, pronouns and nominals of a passage outside its quotes, in order."""
        text = self.lines[passage].text
        found = list(self.named.get(passage, ()))
        titled = alternatives(self.lexicon.any_of("titles", "honorifics"))
        ends = {each.start: behind.end() if (behind := titled.match(text, each.end)) else each.end for each in found}
        kinds = ((SpeakerKind.PRONOUN, ("he", "she", "they")), (SpeakerKind.NOMINAL, ("roles",)))
        for kind, names in kinds:
            for match in alternatives(self.lexicon.any_of(*names)).finditer(text):
                # a title behind a name says more about the name, and so does one before it
                if not any(match.start() <= ends.get(each.start, each.end) and each.start <= match.end() for each in found):
                    found.append(_mention(kind, passage, *match.span()))
        outside = [each for each in found if not any(mark.outer_start <= each.start < mark.outer_end for mark in marks)]
        return sorted(outside, key=lambda each: each.start)

    def _speaker(
        self, segment: Segment, marks: Sequence[Marked], mentions: Sequence[Mention], last: Mention | None
    ) -> tuple[Mention | None, float, str]:
        text, mark = self.lines[segment.passage].text, segment.mark
        stop = min((each.outer_start for each in marks if each.outer_start >= mark.outer_end), default=len(text))
        behind = text[mark.outer_end : stop]
        behind = re.sub("^。(?=[そこ]う)", "", behind)
        clause = _ENDS.split(behind, maxsplit=1)[0] if not _ENDS.match(behind) else ""
        before = _last_clause(text[: mark.outer_start], self.lexicon.language)
        start = mark.outer_start - len(before)
        if self.lexicon.language == "ja":
            return self._japanese(segment, (start, clause), mentions, last)
        return self._chinese(segment, (start, before), clause, mentions, last)

    def _japanese(
        self, segment: Segment, around: tuple[int, str], mentions: Sequence[Mention], last: Mention | None
    ) -> tuple[Mention | None, float, str]:
        start, clause = around
        text, mark = self.lines[segment.passage].text, segment.mark
        said = self.say.search(clause) if _TO.match(clause) else None
        if said is None and (led := self._led(segment, mentions, last)):
            return led
        earlier = [each for each in mentions if start <= each.start and each.end <= mark.outer_start]
        topics = [each for each in earlier if self._is_topic(text, each)]
        if said and said.start() < _NEAR:
            first, final = mark.outer_end, mark.outer_end + said.end() + 12
            inside = [each for each in mentions if first <= each.start < final]
            ranked = [(topics[-1:], _SURE), (inside[:1], _LIKELY), (earlier[-1:], _LIKELY), ([last] if last else [], _PERHAPS)]
            return next(((found[0], sure, said.group()) for found, sure in ranked if found), (None, _NOBODY, said.group()))
        if earlier and re.fullmatch("[はがも、：:（(）)０-９\\d 　]*", self._tail(text, earlier[-1], mark.outer_start)):
            return earlier[-1], _LIKELY, ""
        if topics and len(segment.words) > 12 and segment.mark.outer_end >= len(text.rstrip()) - 1:
            return topics[-1], _PERHAPS, ""
        return None, _NOBODY, ""

    def _led(
        self, segment: Segment, mentions: Sequence[Mention], last: Mention | None
    ) -> tuple[Mention | None, float, str] | None:
        """Read a quote that stands alone behind a sentence that says who speaks: "Xさんが言った。「...」"."""
        text, mark = self.lines[segment.passage].text, segment.mark
        before = text[: mark.outer_start].rstrip()
        if not before.endswith("。") or _bare_end(text[mark.outer_end :]):
            return None
        start = before.rfind("。", 0, -1) + 1
        closed = max(before.rfind("」", 0, -1), before.rfind("』", 0, -1)) + 1
        verbs = list(self.say.finditer(before, start))
        topics = [each for each in mentions if start <= each.start < mark.outer_start and self._is_topic(text, each)]
        if verbs and topics and verbs[-1].start() > topics[-1].end:
            return topics[-1], _LIKELY, verbs[-1].group()
        if verbs and closed > start and last is not None and last.passage == segment.passage:
            return last, _LIKELY, ""
        return None

    def _tail(self, text: str, mention: Mention, stop: int) -> str:
        """Give what stands between a mention, with its title or honorific, and a quote."""
        titled = alternatives(self.lexicon.any_of("titles", "honorifics")).match(text, mention.end)
        return text[titled.end() if titled else mention.end : stop]

    def _is_topic(self, text: str, mention: Mention) -> bool:
        titled = alternatives(self.lexicon.any_of("titles", "honorifics")).match(text, mention.end)
        return bool(_TOPIC.match(text, titled.end() if titled else mention.end))

    def _chinese(
        self, segment: Segment, earlier: tuple[int, str], clause: str, mentions: Sequence[Mention], last: Mention | None
    ) -> tuple[Mention | None, float, str]:
        start, before = earlier
        mark = segment.mark
        said = list(self.say.finditer(before))
        open_end = bool(re.search("[：:，,]$", before.rstrip())) or not before.strip()
        if said and (open_end or before.rstrip().endswith(said[-1].group())):
            subjects = [each for each in mentions if start <= each.start < start + said[-1].start()]
            if subjects:
                return self._subject(subjects, start + said[-1].start()), _SURE, said[-1].group()
            return last, _PERHAPS if last else _NOBODY, said[-1].group()
        after = self.say.search(clause)
        if after and after.start() < _NEAR and segment.words[-1] in "，,。！？!?…”":
            inside = [each for each in mentions if mark.outer_end <= each.start < mark.outer_end + after.start()]
            if inside:
                return self._subject(inside, mark.outer_end + after.start()), _SURE, after.group()
        return self._chinese_guess(segment, earlier, mentions, last)

    def _chinese_guess(
        self, segment: Segment, earlier: tuple[int, str], mentions: Sequence[Mention], last: Mention | None
    ) -> tuple[Mention | None, float, str]:
        """Give the speaker where no verb stands beside the quote."""
        start, before = earlier
        said = list(self.say.finditer(before))
        own = [each for each in mentions if start <= each.start and each.end <= segment.mark.outer_start]
        alone = segment.mark.outer_start == 0 and segment.mark.outer_end >= len(self.lines[segment.passage].text)
        goes_on = last is not None and last.passage == segment.passage and segment.at > 0 and not said
        if last is not None and (goes_on or (alone and not own)):
            return last, _PERHAPS, ""
        if own and before.rstrip().endswith(("：", ":")):
            return own[-1], _LIKELY, ""
        if own and said and len(segment.words) > 3:
            return own[0], _PERHAPS, said[-1].group()
        return None, _NOBODY, ""

    @staticmethod
    def _subject(mentions: Sequence[Mention], verb: int) -> Mention:
        """Give the subject of a verb: what stands right before it, else the first name, else the last mention."""
        beside = next((each for each in reversed(mentions) if verb - each.end <= 3), None)
        return beside or next((each for each in mentions if each.kind is SpeakerKind.NAMED), mentions[-1])


def _bare_end(behind: str) -> bool:
    """Whether the sentence goes on behind a quote."""
    return bool(re.match("[^。！？\\s「『]", behind))


def _last_clause(before: str, language: str) -> str:
    """Give the sentence that leads to a quote; a full stop inside an earlier quote ends none."""
    masked = re.sub("「[^「」]*」|『[^『』]*』|“[^“”]*”", lambda match: "\ufffc" * len(match.group()), before)
    cut = max((match.end() for match in _ENDS.finditer(masked)), default=0)
    if language == "zh" and (closed := re.search("[。！？]\ufffc", masked[cut:])):
        cut += closed.end()
    return masked[cut:]


def _mention(kind: SpeakerKind, passage: int, start: int, end: int) -> Mention:
    return Mention(kind=kind, passage=passage, first=start, last=end, start=start, end=end)
