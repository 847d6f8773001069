"""Finds speech that a dash opens: the custom of Russian, Polish, Spanish, French and their neighbours.

A passage that starts with a dash is speech up to the next dash behind which somebody says it; behind one more dash the
speech goes on: "— Нет, — сказала она. — Мы ждём."
"""

from __future__ import annotations

import re

from reader.language.lexicon import Lexicon
from reader.language.marks import Marked

_OPENING = re.compile(r"\s*(?:[—–―]|--?)[ \u00a0]?(?=[^\W\d_]|[¿¡«“\"„…])")
_INNER = re.compile(r"[ \u00a0](?:[—–―]|--?)(?=[ \u00a0\w,.;:¿¡])|(?<=[\w,.!?…])[—–―](?=[.,;:!? \u00a0]|$)")
_NARRATED = 4  # words of a clause by which the say-verb must have come


def spoken(text: str, lexicon: Lexicon) -> list[Marked]:
    """Give the speech of a passage that a dash opens; nothing if none does."""
    opening = _OPENING.match(text)
    if opening is None:
        return []
    edges = [opening.end(), *(place for match in _INNER.finditer(text, opening.end()) for place in match.span()), len(text)]
    found: list[Marked] = []
    outer, speaking = opening.start(), True
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if speaking and found and not _narrates(text[start:end], lexicon):
            found[-1].end = found[-1].outer_end = end  # a dash inside the speech
        elif speaking and found:
            speaking = False
        else:
            begun = start + len(text[start:end]) - len(text[start:end].lstrip(" \u00a0.,;:"))
            if begun < end:
                found.append(Marked(begun, end, outer if not found else begun, end, dash=True))
            speaking = True
    return [piece for piece in found if text[piece.start : piece.end].strip(" \u00a0.,;:—–-")]


def _narrates(clause: str, lexicon: Lexicon) -> bool:
    """Whether a clause between dashes tells who speaks."""
    words = re.findall(r"[\w’']+(?:-\w+)*", clause.lower().replace("'", "’"))[:_NARRATED]
    known = lexicon.any_of("say", "weak")
    return any(word in known or word.partition("-")[0] in known for word in words)
