"""Boxes and lines set into a story that ask for something: a subscription, an address for a newsletter, money.

What they say and where they stand must both speak against them: a story may be about newsletters, and a form may stand in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache

from reader.extraction.classify.region_statistics import OUTER_SHARE, PROSE
from reader.extraction.hints import class_names, data_files, phrases
from reader.extraction.segments.segment import Holder, Kind, Piece

LONGEST_BOX = 500
"""Characters in a box; in more of them there is more than a call."""
LONGEST_CALL = 300
"""Characters of a paragraph that only calls for a subscription."""
CALLS = frozenset(("newsletter", "paywall"))
"""Signs of words that ask the reader for something."""

_ASIDE = class_names.NEWSLETTER | class_names.AROUND | class_names.ADVERT | class_names.PAYWALL
_LEADS_THERE = re.compile(r"newsletter|subscri|abonn|sign-?up|membership|suscri|assin[ae]|iscri[vz]", re.I)
_SENTENCE_ENDS = (".", "?", "!", "…", ":", "。", "？", "！")


def decide(pieces: Sequence[Piece]) -> None:
    """Drop the boxes that ask for something, and the paragraphs that do nothing else."""
    last_prose = _last_prose(pieces)
    for holder, places in _small_holders(pieces):
        inside = [pieces[i] for i in places]
        if not _is_box(holder, inside):
            continue
        goes_on = last_prose.get(id(holder.parent), -1) > places[-1]
        rule = "paywall" if holder.signs & class_names.PAYWALL and not goes_on else "promotion"
        for piece in inside:
            if _is_open(piece):
                piece.drop(rule, piece.score)
    for piece in pieces:
        if _is_open(piece) and piece.kind in (Kind.PARAGRAPH, Kind.HEADING) and _is_call(piece):
            piece.drop("promotion", piece.score)


def _is_open(piece: Piece) -> bool:
    """No rule has decided a piece; what the model says of it does not count here."""
    return piece.kept or piece.rule == "weighed"


def _small_holders(pieces: Sequence[Piece]) -> list[tuple[Holder, list[int]]]:
    """Give the containers with few words, and the places of the pieces in them."""
    most = min(LONGEST_BOX, OUTER_SHARE * sum(len(piece.text) for piece in pieces))
    found: dict[int, tuple[Holder, list[int]]] = {}
    for i, piece in enumerate(pieces):
        for holder in piece.holder.chain():
            if holder.letters > most:
                break
            found.setdefault(id(holder), (holder, []))[1].append(i)
    return list(found.values())


def _last_prose(pieces: Sequence[Piece]) -> dict[int, int]:
    """Give for each container, by its `id()`, the place of the last prose in it."""
    found: dict[int, int] = {}
    for i in range(len(pieces) - 1, -1, -1):
        piece = pieces[i]
        if len(piece.text) >= PROSE and piece.linked * 2 < len(piece.text):
            for holder in piece.holder.chain():
                if id(holder) in found:  # and so are those around it
                    break
                found[id(holder)] = i
    return found


def _is_box(holder: Holder, inside: Sequence[Piece]) -> bool:
    """A container asks for something: by its class and its words, or by a form and its words."""
    if holder.tag.name == "aside" or holder.signs & _ASIDE:
        return any(piece.sign in CALLS or _is_call(piece) for piece in inside)
    return holder.has_form and any(piece.sign in CALLS or _speaks_of_letters(piece.text) for piece in inside)


def _is_call(piece: Piece) -> bool:
    """A short paragraph calls for a subscription: a link in it that begins a sentence does, or leads to one."""
    if len(piece.text) > LONGEST_CALL or not piece.linked:
        return False
    table = phrases.known()
    before = ""
    for segment in piece.segments:
        if segment.href is not None and (words := segment.text.strip()):
            begins = not before.strip() or before.rstrip().endswith(_SENTENCE_ENDS)
            if begins and table.read(words) in CALLS:
                return True
            if piece.sign in CALLS and _LEADS_THERE.search(segment.href):
                return True
        before += segment.text
    return False


def _speaks_of_letters(text: str) -> bool:
    return len(text) <= LONGEST_CALL and bool(_letters().search(text))


@cache
def _letters() -> re.Pattern[str]:
    listed: dict[str, dict[str, list[str]]] = json.loads(data_files.text("boxes"))
    words = sorted({word for words in listed["letters"].values() for word in words}, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(word)}" if word.isascii() else re.escape(word) for word in words), re.I)
