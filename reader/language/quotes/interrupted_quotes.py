"""Finds what the paper says inside a quote, as in « Nous sommes prêts, assure Paul Morin. Il faut agir. ».

French and Italian papers leave the marks open around such words, and papers of many languages do so where dashes part them:
«Siamo pronti – spiega il sindaco – ma serve tempo».  A language says in its `marks` which it knows: `commas`, `dashes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language.lexicon.word_lists import NORDIC, Lexicon
from reader.language.people.roles import is_role
from reader.language.text.quotation_marks import QuotedSpan

_COMMA = re.compile(r"(?<=[,?!…»”])[ \u00a0](?=[^\W\d_])")
_DASH = re.compile(r"[ \u00a0](?:[—–―]|--?)[ \u00a0]?(?=[^\W\d_])|(?<=[\w,.!?…])[—–―](?=[^\W\d_])")
_EITHER = re.compile(f"{_DASH.pattern}|{_COMMA.pattern}")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*(?:-[^\W\d_]+)*[’']?")
_STOP = re.compile(r"[.!?…](?=[ \u00a0»”\"]|$)|[,;:](?=[ \u00a0]|$)|[ \u00a0][—–―-](?=[ \u00a0])|[—–―](?=[,.;: \u00a0]|$)")
_GAP = frozenset(" \u00a0,;:—–―-")
_LONGEST = 160  # characters of what the paper says
_CLITICS = frozenset("se s’ lui leur me m’ nous l’ ne n’ a ha hanno aveva ont avait si gli le ci mi".split())
_INVERTED = re.compile(r".+-(?:ils?|elles?|on|je)")


def parted(text: str, quotes: list[QuotedSpan], lexicon: Lexicon) -> list[QuotedSpan]:
    """Cut each quote of a passage in two where the paper says inside it who speaks."""
    known = lexicon["marks"]
    between = _EITHER if known >= {"commas", "dashes"} else _DASH if "dashes" in known else None
    if between is None:
        return quotes
    return [part for quote in quotes for part in _parts(text, quote, between, lexicon)]


def _parts(text: str, quote: QuotedSpan, between: re.Pattern[str], lexicon: Lexicon) -> Iterator[QuotedSpan]:
    start, outer = quote.start, quote.outer_start
    continues = quote.continues
    for gap in between.finditer(text, quote.start, quote.end):
        if gap.start() <= start or not (end := _end(text, gap, quote.end, lexicon)):
            continue
        yield QuotedSpan(start, gap.start(), outer, gap.start(), dash=quote.dash, continues=continues)
        start = outer = next((at for at in range(end, quote.end) if text[at] not in _GAP), quote.end)
        continues = False
    if start < quote.end:
        yield QuotedSpan(
            start, quote.end, outer, quote.outer_end, quote.closed, quote.single, dash=quote.dash, continues=continues
        )


def _end(text: str, gap: re.Match[str], stop: int, lexicon: Lexicon) -> int:
    begun, limit = gap.end(), min(stop, gap.end() + _LONGEST)
    words = [match.group().lower().replace("'", "’") for match in _WORD.finditer(text, begun, limit)][:5]
    dashed = not gap.group().isspace()
    if not _tells(text[begun:limit], words, lexicon, dashed=dashed):
        return 0
    for sign in _STOP.finditer(text, begun, limit):
        if sign.group() == "," and (dashed or _goes_on(text[begun : sign.start()], text[sign.end() : limit], lexicon)):
            continue
        return sign.end() if sign.group() not in ".!?…" else sign.start() + 1
    return stop if limit == stop else 0


def _tells(clause: str, words: list[str], lexicon: Lexicon, *, dashed: bool) -> bool:
    say, small = lexicon["say"], lexicon["fillers"] | _CLITICS
    verb = next((at for at, word in enumerate(words[:3]) if word in say or word.partition("-")[0] in say), -1)
    if verb < 0 or not all(word in small or _INVERTED.fullmatch(word) for word in words[:verb]):
        return False
    if dashed or any(_INVERTED.fullmatch(word) for word in words[: verb + 1]):
        return True
    following = words[verb + 1 : verb + 2]
    if not following:
        return False
    at = clause.lower().replace("'", "’").find(following[0], len(words[verb]))
    known = following[0] in lexicon["determiners"] or following[0] in lexicon["subject_pronouns"]
    known = known or (lexicon.language in NORDIC and following[0] not in lexicon["that"])  # "säger gruvminister Åsa Ek"
    return known or following[0].startswith(("l’", "un’")) or clause[at].isupper()


def _goes_on(before: str, rest: str, lexicon: Lexicon) -> bool:
    """Return whether what a comma parts is one speaker: "assure Paul Morin, maire de Lassay"."""
    words = _WORD.findall(rest[:60])[:2]
    if not words:
        return False
    if words[0][0].isupper():
        return not any(word[0].isupper() for word in _WORD.findall(before))
    low = [word.lower() for word in words]
    return is_role(low[0], lexicon) or (low[0] in lexicon["articles"] and is_role(low[-1], lexicon))
