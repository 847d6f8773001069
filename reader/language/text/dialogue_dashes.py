"""Finds speech that a dash opens: the custom of Russian, Polish, Spanish, French and their neighbours.

A passage that starts with a dash is speech up to the next dash behind which somebody says it; behind one more dash the
speech goes on: "— Нет, — сказала она. — Мы ждём."  Polish and Nordic papers open such speech behind a full stop, too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reader.language.lexicon.word_lists import NORDIC, Lexicon
from reader.language.text.quotation_marks import QuotedSpan, marked

_OPENING = re.compile(r"\s*(?:[—–―]|--?)[ \u00a0]?(?=[^\W\d_]|[¿¡«“\"„…])")
_INNER = re.compile(r"[ \u00a0](?:[—–―]|--?)(?=[ \u00a0\w,.;:¿¡])|(?<=[\w,.!?…])[—–―](?=[.,;:!? \u00a0]|$)")
_INSIDE = re.compile(r"(?<=[.!?…”\"»])[ \u00a0][—–―][ \u00a0](?=[^\W\d_])")
_SAYING = re.compile(r"(?:[,?!…][”\"»]?[ \u00a0]|[ \u00a0][—–―][ \u00a0])([^\W\d_]+)")
_WITHIN = NORDIC | {"pl"}
_LONGEST = 600  # characters of speech that opens inside a passage, up to the verb that tells who speaks
_NARRATED = 4  # words of a clause by which the say-verb must have come


def spoken(text: str, lexicon: Lexicon) -> list[QuotedSpan]:
    """Return the speech of a passage that a dash opens, with what stands in marks before it; nothing if none does."""
    opening = _OPENING.match(text)
    inside = _inside(text, lexicon) if lexicon.language in _WITHIN and (opening is None or lexicon.language in NORDIC) else []
    if lexicon.language in NORDIC:
        starts = [*([(opening.start(), opening.end())] if opening else []), *inside]
        ends = [*(start for start, _ in starts[1:]), len(text)][: len(starts)]
        lines = [QuotedSpan(begun, end, start, end, dash=True) for (start, begun), end in zip(starts, ends, strict=True)]
        return [*(marked(text[: starts[0][0]]) if starts else []), *lines]
    if opening is not None:
        return _lines(text, opening.start(), opening.end(), lexicon)
    return [*marked(text[: inside[0][0]]), *_lines(text, *inside[0], lexicon)] if inside else []


def _inside(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where speech opens inside a passage: behind a full stop, with a capital, and somebody says it."""
    found = [match for match in _INSIDE.finditer(text) if text[match.end()].isupper()]
    if not found:
        return []
    quotes = marked(text)
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        match.span()
        for match, end in zip(found, ends, strict=True)
        if not _is_quoted(match.start(), quotes) and _is_said(text, match.end(), min(end, match.end() + _LONGEST), lexicon)
    ]


def _is_quoted(at: int, quotes: Sequence[QuotedSpan]) -> bool:
    before = bisect_right(quotes, at, key=lambda quote: quote.outer_start)
    return before > 0 and at < quotes[before - 1].outer_end


def _is_said(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    return any(match.group(1).lower() in lexicon["say"] for match in _SAYING.finditer(text, start, end))


def _lines(text: str, start: int, begun: int, lexicon: Lexicon) -> list[QuotedSpan]:
    edges = [begun, *(place for match in _INNER.finditer(text, begun) for place in match.span()), len(text)]
    found: list[QuotedSpan] = []
    outer, speaking = start, True
    for first, end in zip(edges[::2], edges[1::2], strict=True):
        if speaking and found and not _narrates(text[first:end], lexicon):
            found[-1].end = found[-1].outer_end = end  # a dash inside the speech
        elif speaking and found:
            speaking = False
        else:
            begun = first + len(text[first:end]) - len(text[first:end].lstrip(" \u00a0.,;:"))
            if begun < end:
                found.append(QuotedSpan(begun, end, outer if not found else begun, end, dash=True))
            speaking = True
    return [piece for piece in found if text[piece.start : piece.end].strip(" \u00a0.,;:—–-")]


def _narrates(clause: str, lexicon: Lexicon) -> bool:
    words = re.findall(r"[\w’']+(?:-\w+)*", clause.lower().replace("'", "’"))[:_NARRATED]
    known = lexicon.any_of("say", "weak")
    return any(word in known or word.partition("-")[0] in known for word in words)
