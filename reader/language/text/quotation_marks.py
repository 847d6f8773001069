"""Finds what stands between quotation marks, of any convention, well or badly paired.

Marks are paired a passage at a time, from left to right.  What a mark does (open or close) follows from its shape where the
shape says it, else from what stands beside it, else from whether a quote is open.  Damage is the rule on the web, so:

- a closing mark with nothing open is stray, and so is an opening one directly before another mark that opens;
- any double mark may close a quote that any other double mark opened (typists mix straight and curly ones);
- what is still open at the end of a passage runs on to its end; the next passage goes on with the same quote if it opens with
  a mark (the custom of books and newspapers), which `QuotedSpan.continues` tells;
- single marks are quotes only if they are properly paired and outside double ones: else they are apostrophes or nested.
"""

from __future__ import annotations

import re

from reader.language.text.single_quotes import OPEN_BEFORE, QuotedSpan, with_singles

__all__ = ["OPENERS", "QuotedSpan", "marked"]

OPENERS = {
    "“": '”"',
    "„": '“”"‟',
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‹": "›",
    "”": '”"',
    "‟": "”",
    '"': '"”',
    "＂": "＂",
    "〝": "〞〟",
}
_MARK = re.compile("[\"“”„‟«»「」『』＂〝〞〟]|``|''|(?<![\\w,]),,(?=\\w)|(?<!\\w)[‘‚'‹](?=\\S)|[’'›](?!\\w)")
_AFTER_CLOSE = frozenset(" \t\u00a0\u202f.,;:!?)]}—–-…»/")
_LETTER = re.compile(r"[^\W_]")  # marks around nothing else quote nothing
_REACH = 2000  # how far ahead, in characters, a nested quote's end is looked for
_ALWAYS_CLOSE = frozenset("」』〞〟")
_ALWAYS_OPEN = frozenset("「『〝„")


def marked(text: str) -> list[QuotedSpan]:
    """Return what stands between quotation marks in a passage, in order, outermost marks only."""
    found = _doubles(text)
    if "‘" in text or "'" in text or "‚" in text or "‹" in text:
        found = with_singles(text, found)
    return [piece for piece in (_trimmed(text, quote) for quote in found) if _LETTER.search(text, piece.start, piece.end)]


def _doubles(text: str) -> list[QuotedSpan]:
    pairing = _Pairing(text)
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark == ",,":
            mark = "„"  # as Dutch papers type it
        elif mark in ("``", "''"):
            mark = '"' if mark == "''" and pairing.opener == '"' else "“" if mark == "``" else "”"
        elif mark in "‘’‚'‹›":
            continue
        pairing.meet(mark, match)
    return pairing.ended()


class _Pairing:
    """The pairing of one passage's double marks, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[QuotedSpan] = []
        self.start, self.opener = -1, ""
        self.depth = 0  # quotes in the same marks that are open inside the open one
        self.inner = ""  # the mark of another convention that is open inside it

    def open(self, at: int, mark: str) -> None:
        self.start, self.opener, self.depth, self.inner = at, mark, 0, ""

    def meet(self, mark: str, match: re.Match[str]) -> None:
        at, end = match.span()
        if self.start < 0:
            if _opens(self.text, at, end, mark):
                self.open(at, mark)
        elif self.inner:
            self.inner = "" if mark in OPENERS[self.inner] else self.inner
        elif mark == self.opener and (mark in "「『«„" or (mark == "“" and _looks_open(self.text, at, end))):
            if _only_blank(self.text, self.start + len(mark), at):
                self.start = at
            else:
                self.depth += 1
        elif _closes(self.text, at, end, mark, self.opener):
            self.close(mark, match)
        elif _nests(self.text, at, mark, self.opener):
            self.inner = mark

    def close(self, mark: str, match: re.Match[str]) -> None:
        if _is_stray(self.text, self.start, self.opener, match):
            self.start, self.opener = match.start(), mark
        elif self.depth and mark in "」』»":
            self.depth -= 1
        else:
            self.found.append(QuotedSpan(_inner(self.text, self.start), match.start(), self.start, match.end()))
            self.start, self.opener = -1, ""

    def ended(self) -> list[QuotedSpan]:
        if self.start >= 0:
            size = len(self.text)
            self.found.append(QuotedSpan(_inner(self.text, self.start), size, self.start, size, closed=False))
        return self.found


def _is_stray(text: str, start: int, opener: str, match: re.Match[str]) -> bool:
    """Return whether the open quote's mark is a slip: the mark that comes now is the true opener."""
    if match.group() not in '"“' or match.end() >= len(text) or text[match.end()].isspace():
        return False
    if _only_blank(text, start + len(opener), match.start()):
        return text[match.end()] not in ".,;:!?)" or match.start() > start + len(opener)
    return (
        match.group() == '"'
        and opener == "“"
        and _looks_open(text, match.start(), match.end())
        and text.find("”", match.end()) < 0
    )


def _nests(text: str, at: int, mark: str, opener: str) -> bool:
    """Return whether a mark opens a quote inside the open one: both must be closed behind it, the inner one first."""
    if mark == opener or mark not in '"“«„':
        return False
    close = min((found for sign in OPENERS[mark] if (found := text.find(sign, at + 1, at + _REACH)) >= 0), default=-1)
    return close >= 0 and any(text.find(sign, close + 1, close + _REACH) >= 0 for sign in OPENERS[opener])


def _inner(text: str, start: int) -> int:
    return start + (2 if text.startswith(("``", "''", ",,"), start) else 1)


def _only_blank(text: str, start: int, end: int) -> bool:
    return not text[start:end].strip()


def _looks_open(text: str, at: int, end: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[end] if end < len(text) else " "
    return before in OPEN_BEFORE and not after.isspace()


def _opens(text: str, at: int, end: int, mark: str) -> bool:
    if mark in _ALWAYS_OPEN or mark == "«":
        return True
    if mark in _ALWAYS_CLOSE:
        return False
    before = text[at - 1] if at else " "
    after = text[end] if end < len(text) else " "
    if mark in "“‟":
        return not (after.isspace() and not before.isspace()) or before in OPEN_BEFORE
    if mark == "”":  # Swedish and Finnish open with it
        return before in OPEN_BEFORE and not after.isspace() and after not in ".,;:!?)"
    if mark == "»":  # German and Danish open with it
        return before in OPEN_BEFORE and not after.isspace()
    return before.isspace() or not (after.isspace() or after in ".,;:!?)")


def _closes(text: str, at: int, end: int, mark: str, opener: str) -> bool:
    if opener in "「『〝":
        return mark in OPENERS[opener]
    looks_open = _looks_open(text, at, end)
    if opener in "«»":
        return mark == ("»" if opener == "«" else "«") or (mark in '»"”' and not looks_open)
    if mark in "«»„「」『』":
        return False
    if mark == "“":
        return opener == "„" or not looks_open
    if mark == '"' and opener not in '"”':  # a straight mark nested in curly ones, or the end of a mixed pair
        return not looks_open or text.find("”", end) < 0
    return True


def _trimmed(text: str, quote: QuotedSpan) -> QuotedSpan:
    while quote.start < quote.end and text[quote.start].isspace():
        quote.start += 1
    while quote.end > quote.start and text[quote.end - 1].isspace():
        quote.end -= 1
    return quote
