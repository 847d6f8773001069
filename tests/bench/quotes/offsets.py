"""Maps spans of an article back to the text it was made from, whatever white space and composition that text had."""

from __future__ import annotations

import re
from unicodedata import normalize

from reader.model import Article, Span
from reader.model.text import plain

_CLUSTER = re.compile(
    "[^\u0300-\u036f\u0483-\u0487\u064b-\u065f\u3099\u309a][\u0300-\u036f\u0483-\u0487\u064b-\u065f\u3099\u309a]*", re.DOTALL
)


class Offsets:
    """Where each character of an article's blocks stood in the given text."""

    def __init__(self, text: str, article: Article) -> None:
        """Align the blocks with the text by all that is not white space."""
        signs: list[str] = []
        places: list[tuple[int, int]] = []
        for cluster in _CLUSTER.finditer(text):
            for sign in plain(normalize("NFC", cluster.group())):
                if not sign.isspace():
                    signs.append(sign)
                    places.append(cluster.span())
        squeezed = "".join(signs)
        self._places: list[list[tuple[int, int] | None]] = []
        at = 0
        for block in article.blocks:
            kept = [index for index, sign in enumerate(block.text) if not sign.isspace()]
            start = squeezed.find("".join(block.text[index] for index in kept), at)
            row: list[tuple[int, int] | None] = [None] * len(block.text)
            if start >= 0:
                for index, place in zip(kept, places[start : start + len(kept)], strict=True):
                    row[index] = place
                at = start + len(kept)
            self._places.append(row)

    def of(self, span: Span) -> tuple[int, int] | None:
        """Give start and end of a span in the given text; None if it could not be found there."""
        found = [place for place in self._places[span.block][span.start : span.end] if place is not None]
        return (found[0][0], found[-1][1]) if found else None
