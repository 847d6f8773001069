"""Maps spans of an article back to the text it was made from, whatever white space and composition that text had."""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import normalize

from reader.model import Article, Span
from reader.model.text import plain

_WORD = re.compile(r"\S+")
_CLUSTER = re.compile(
    "[^\u0300-\u036f\u0483-\u0487\u064b-\u065f\u3099\u309a][\u0300-\u036f\u0483-\u0487\u064b-\u065f\u3099\u309a]*", re.DOTALL
)


class Offsets:
    """Where the characters of an article's blocks stood in the given text: both are compared without their white space."""

    def __init__(self, text: str, article: Article) -> None:
        """Line the blocks up with the text."""
        self._text = text
        self._words: list[tuple[int, int]] = []
        self._heads: list[int] = []
        kept: list[str] = []
        length = 0
        for match in _WORD.finditer(text):
            word = "".join(plain(match.group()).split())
            if word:
                self._words.append(match.span())
                self._heads.append(length)
                kept.append(word)
                length += len(word)
        squeezed = "".join(kept)
        self._blocks = [block.text for block in article.blocks]
        self._starts: list[int] = []
        at = 0
        for block in self._blocks:
            bare = "".join(block.split())
            found = squeezed.find(bare, at)
            self._starts.append(found)
            at = found + len(bare) if found >= 0 else at

    def of(self, span: Span) -> tuple[int, int] | None:
        """Return start and end of a span in the given text; None if it could not be found there."""
        block, start = self._blocks[span.block], self._starts[span.block]
        inside = "".join(block[span.start : span.end].split())
        if start < 0 or not inside:
            return None
        first = start + len("".join(block[: span.start].split()))
        return self._place(first)[0], self._place(first + len(inside) - 1)[1]

    def _place(self, at: int) -> tuple[int, int]:
        index = bisect_right(self._heads, at) - 1
        start, end = self._words[index]
        within = at - self._heads[index]
        size = (self._heads[index + 1] if index + 1 < len(self._heads) else -1) - self._heads[index]
        if size == end - start or plain(self._text[start:end]) == self._text[start:end]:
            return start + within, start + within + 1
        places = [
            (start + cluster.start(), start + cluster.end())
            for cluster in _CLUSTER.finditer(self._text[start:end])
            for sign in plain(normalize("NFC", cluster.group()))
            if not sign.isspace()
        ]
        return places[min(within, len(places) - 1)]
