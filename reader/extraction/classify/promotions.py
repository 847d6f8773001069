"""Boxes and lines set into a story that ask for something: a subscription, an address for a newsletter, money.

What they say and where they stand must both speak against them: a story may be about newsletters, and a form may stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reader.extraction.classify.region_statistics import OUTER_SHARE, PROSE
from reader.extraction.hints import class_names, data_files, phrases
from reader.extraction.segments.segment import Container, Kind, Segment

LONGEST_BOX = 500
"""Characters in a box; in more of them there is more than a call."""
LONGEST_CALL = 300
"""Characters of a paragraph that only calls for a subscription."""
CALLS = frozenset(("newsletter", "paywall"))
"""PhraseTable of words that ask the reader for something."""

_ASIDE = class_names.NEWSLETTER | class_names.AROUND | class_names.ADVERT | class_names.PAYWALL
_LEADS_THERE = re.compile(r"newsletter|subscri|abonn|sign-?up|membership|suscri|assin[ae]|iscri[vz]", re.I)
_SENTENCE_ENDS = (".", "?", "!", "…", ":", "。", "？", "！")


def decide(segments: Sequence[Segment]) -> None:
    """Drop the boxes that ask for something, and the paragraphs that do nothing else."""
    last_prose = _last_prose(segments)
    for container, places in _small_holders(segments):
        inside = [segments[i] for i in places]
        if not _is_box(container, inside):
            continue
        goes_on = last_prose.get(id(container.parent), -1) > places[-1]
        rule = "paywall" if container.hints & class_names.PAYWALL and not goes_on else "promotion"
        for segment in inside:
            if _is_open(segment):
                segment.drop(rule, segment.score)
    for segment in segments:
        if _is_open(segment) and segment.kind in (Kind.PARAGRAPH, Kind.HEADING) and _is_call(segment):
            segment.drop("promotion", segment.score)


def _is_open(segment: Segment) -> bool:
    """Tell whether no rule has decided a segment; what the model says of it does not count here."""
    return segment.kept or segment.rule == "weighed"


def _small_holders(segments: Sequence[Segment]) -> list[tuple[Container, list[int]]]:
    """Return the containers with few words, and the places of the segments in them."""
    most = min(LONGEST_BOX, OUTER_SHARE * sum(len(segment.text) for segment in segments))
    found: dict[int, tuple[Container, list[int]]] = {}
    for i, segment in enumerate(segments):
        for container in segment.container.chain():
            if container.letters > most:
                break
            found.setdefault(id(container), (container, []))[1].append(i)
    return list(found.values())


def _last_prose(segments: Sequence[Segment]) -> dict[int, int]:
    """Return for each container, by its `id()`, the place of the last prose in it."""
    found: dict[int, int] = {}
    for i in range(len(segments) - 1, -1, -1):
        segment = segments[i]
        if len(segment.text) >= PROSE and segment.linked * 2 < len(segment.text):
            for container in segment.container.chain():
                if id(container) in found:  # and so are those around it
                    break
                found[id(container)] = i
    return found


def _is_box(container: Container, inside: Sequence[Segment]) -> bool:
    """Tell whether a container asks for something: by its class and its words, or by a form and its words."""
    if container.tag.name == "aside" or container.hints & _ASIDE:
        return any(segment.phrase in CALLS or _is_call(segment) for segment in inside)
    return container.has_form and any(segment.phrase in CALLS or _speaks_of_letters(segment.text) for segment in inside)


def _is_call(segment: Segment) -> bool:
    """Tell whether a short paragraph calls for a subscription: a link in it that begins a sentence does, or leads to one."""
    if len(segment.text) > LONGEST_CALL or not segment.linked:
        return False
    table = phrases.known()
    before = ""
    for run in segment.inline_runs:
        if run.href is not None and (words := run.text.strip()):
            begins = not before.strip() or before.rstrip().endswith(_SENTENCE_ENDS)
            if begins and table.read(words) in CALLS:
                return True
            if segment.phrase in CALLS and _LEADS_THERE.search(run.href):
                return True
        before += run.text
    return False


def _speaks_of_letters(text: str) -> bool:
    return len(text) <= LONGEST_CALL and bool(_letters().search(text))


@cache
def _letters() -> re.Pattern[str]:
    languages = data_files.word_lists("newsletter_words")
    words = sorted({word for words in languages.values() for word in words}, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(word)}" if word.isascii() else re.escape(word) for word in words), re.I)
